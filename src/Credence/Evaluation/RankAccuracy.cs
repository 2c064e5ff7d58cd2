using Credence.Statistics;

namespace Credence.Evaluation;

/// <summary>How well the order of the queue (level, then score) puts incidents of level 1 and above first.</summary>
public sealed record RankAccuracy
{
    /// <summary>Share of incidents at level 1 or above: what the precision-recall area is by chance.</summary>
    public required Proportion Positives { get; init; }

    /// <summary>ROC area with DeLong's interval.</summary>
    public required Estimate RocArea { get; init; }

    /// <summary>Average precision with its bootstrap interval.</summary>
    public required Estimate PrecisionRecallArea { get; init; }

    /// <summary>ROC area in the pools behind the strata, or null where nothing is weighted.</summary>
    public Estimate? WeightedRocArea { get; init; }

    /// <summary>Average precision in the pools behind the strata, or null where nothing is weighted.</summary>
    public Estimate? WeightedPrecisionRecallArea { get; init; }

    /// <summary>Measures on incidents whose coders agree at level 1.</summary>
    public static RankAccuracy Measure(IReadOnlyList<Judged> judged, Bootstrap bootstrap)
    {
        var agreed = judged.Where(j => j.Gold.AgreedAt(1)).ToList();
        var weighted = InOrder(agreed);
        var plain = Array.ConvertAll(weighted, unit => unit with { Weight = 1 });
        var truth = Array.ConvertAll(plain, unit => unit.Positive);
        var accuracy = new RankAccuracy
        {
            Positives = new Proportion(truth.Count(positive => positive), truth.Length),
            RocArea = RocCurve.DeLong(plain),
            PrecisionRecallArea = PrecisionRecallCurve.Bootstrapped(plain, truth, bootstrap),
        };
        if (!Weighting.IsIn(agreed)) { return accuracy; }

        var strata = agreed.ConvertAll(j => j.Gold.Stratum);
        return accuracy with
        {
            WeightedRocArea = RocCurve.Bootstrapped(weighted, strata, bootstrap),
            WeightedPrecisionRecallArea = PrecisionRecallCurve.Bootstrapped(weighted, strata, bootstrap),
        };
    }

    private static Ranked[] InOrder(List<Judged> judged)
    {
        var places = judged.Select(Key).Distinct().Order().Index().ToDictionary(place => place.Item, place => place.Index);
        return [.. judged.Select(j => new Ranked(places[Key(j)], j.Gold.CoderA.Level >= 1, j.Gold.Weight))];
    }

    private static (int Level, double Score) Key(Judged judged) => (judged.Level, judged.Result.Score);
}
