using Credence.Statistics;

namespace Credence.Evaluation.Measures;

/// <summary>How large a share one answer has, and how sure that is.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Counted">How many gave it, of how many whose answer is known; of readings, those that were read.</param>
/// <param name="Share">The share with its interval; of readings, in all incidents behind the sample.</param>
public sealed record MeasuredShare(string Answer, Proportion Counted, Estimate Share)
{
    /// <summary>Of readings: how many in all incidents behind the sample; undefined else, and where nobody gave the answer.</summary>
    public Estimate Total { get; private init; } = Estimate.Undefined;

    /// <summary>
    /// The share as comparisons take it: of what goes on at a site, not only of these incidents, so that its limits keep the chance of
    /// strata that were read whole. Of the record the share itself, whose interval is of that kind already.
    /// </summary>
    public Estimate Process { get; private init; } = Share;

    /// <summary>How many the denominator stands for: those read count with their weight.</summary>
    public double Size { get; private init; }

    /// <summary>True if it is estimated from a sample.</summary>
    public bool IsOfReadings { get; private init; }

    /// <summary>A plain share with Wilson's interval; undefined if nobody is in it.</summary>
    internal static MeasuredShare OfRecord(string answer, Proportion share) =>
        new(answer, share, share.Of == 0 ? Estimate.Undefined : new Estimate(share.Share, share.Wilson())) { Size = share.Of };

    /// <summary>A share behind a sample. All that was drawn at the site is handed over, also what is outside the denominator: the design drew it too.</summary>
    internal static MeasuredShare OfReadings(Measure measure, string answer, IReadOnlyList<MeasureRow> rows, List<(Counted One, string? Answer)> members)
    {
        var known = members.Where(one => one.Answer is not null).ToDictionary(object (one) => one.One.Row, one => one.Answer, ReferenceEqualityComparer.Instance);
        var sample = rows.Where(row => row is { Drawn: not null, Coding: not null }).Select(row => (Row: row, Drawn: row.Drawn!.Value, Answer: known.GetValueOrDefault(row))).ToList();
        StratumCounts[] strata = [.. sample.GroupBy(one => one.Drawn.Stratum, StringComparer.Ordinal).Select(stratum => new StratumCounts(
            stratum.Sum(one => one.Drawn.Weight), stratum.Count(), stratum.Count(one => one.Answer == answer), stratum.Count(one => one.Answer is not null && one.Answer != answer))
            {
                CanHit = Can(measure, stratum.First().Row, answer), CanMiss = measure.Answers.Where(other => other != answer).Any(other => Can(measure, stratum.First().Row, other)),
            })];
        var ratio = StratifiedRatio.Of(strata);
        var counted = new Proportion(members.Count(one => one.Answer == answer), known.Count);
        return new MeasuredShare(answer, counted, ratio.Share)
        {
            IsOfReadings = true, Process = StratifiedRatio.OfProcess(strata), Size = sample.Where(one => one.Answer is not null).Sum(one => one.Drawn.Weight), Total = counted.Count == 0 ? Estimate.Undefined : ratio.Total,
        };
    }

    // Whether an incident of the stratum of this one can have the answer: what level and code decide, they decide for all of it.
    private static bool Can(Measure measure, MeasureRow row, string answer)
    {
        var (one, within) = (new Counted(row), measure.Population.Within);
        if (within is { IsOfStrata: true } && within.ValueOf(one) != measure.Population.WithinValue) { return false; }

        return measure.Along is not { IsOfStrata: true } along || along.ValueOf(one) == measure.CategoryOf(answer);
    }

    /// <summary>Says the counts only.</summary>
    public override string ToString() => $"MeasuredShare({Counted.Count} of {Counted.Of})";
}
