using Credence.Incidents;
using Credence.Statistics;

namespace Credence.Evaluation;

/// <summary>How well the screener tells incidents at or above a level from the others, where all coders agree.</summary>
public sealed record LevelAccuracy
{
    /// <summary>The level, in the coders' numbers.</summary>
    public required int Level { get; init; }

    /// <summary>Counts, each incident once.</summary>
    public required ConfusionMatrix Matrix { get; init; }

    /// <summary>F1 with its interval.</summary>
    public required Estimate F1 { get; init; }

    /// <summary>Precision in the pools behind the strata, or null where nothing is weighted.</summary>
    public Estimate? WeightedPrecision { get; init; }

    /// <summary>Recall in the pools behind the strata, or null where nothing is weighted.</summary>
    public Estimate? WeightedRecall { get; init; }

    /// <summary>F1 in the pools behind the strata, or null where nothing is weighted.</summary>
    public Estimate? WeightedF1 { get; init; }

    /// <summary>Flagged, though people say no.</summary>
    public required IReadOnlyList<IncidentNumber> FalsePositives { get; init; }

    /// <summary>Not flagged, though people say yes.</summary>
    public required IReadOnlyList<IncidentNumber> FalseNegatives { get; init; }

    /// <summary>Left out, because the coders disagree at this level.</summary>
    public required IReadOnlyList<IncidentNumber> Disagreed { get; init; }

    /// <summary>Compares at a level.</summary>
    public static LevelAccuracy Measure(IReadOnlyList<Judged> judged, int level)
    {
        var agreed = judged.Where(j => j.Gold.AgreedAt(level)).ToList();
        var matrix = ConfusionMatrix.Of(agreed.Select(j => (Said(j, level), Is(j, level))));
        var accuracy = new LevelAccuracy
        {
            Level = level,
            Matrix = matrix,
            F1 = matrix.F1Estimate(),
            FalsePositives = [.. agreed.Where(j => Said(j, level) && !Is(j, level)).Select(j => j.Number)],
            FalseNegatives = [.. agreed.Where(j => !Said(j, level) && Is(j, level)).Select(j => j.Number)],
            Disagreed = [.. judged.Where(j => !j.Gold.AgreedAt(level)).Select(j => j.Number)],
        };
        return Weighting.IsIn(judged) ? accuracy.Weighted(judged) : accuracy;
    }

    private LevelAccuracy Weighted(IReadOnlyList<Judged> judged) => this with
    {
        WeightedPrecision = Weighting.Precision(judged, Level, _ => true),
        WeightedRecall = Weighting.Recall(judged, Level, _ => true),
        WeightedF1 = Weighting.F1(judged, Level),
    };

    private static bool Said(Judged judged, int level) => judged.Level >= level;

    private static bool Is(Judged judged, int level) => judged.Gold.CoderA.Level >= level;
}
