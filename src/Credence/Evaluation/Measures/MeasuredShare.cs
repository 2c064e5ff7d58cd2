using Credence.Statistics;
using MathNet.Numerics.Distributions;

namespace Credence.Evaluation.Measures;

/// <summary>How large a share one answer has, and how sure that is.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Counted">How many gave it, of how many whose answer is known; of readings, those that were read.</param>
/// <param name="Share">The share with its interval; of readings, in all incidents behind the sample.</param>
public sealed record MeasuredShare(string Answer, Proportion Counted, Estimate Share)
{
    /// <summary>Of readings: how many in all incidents behind the sample; undefined else, and where nobody gave the answer.</summary>
    public Estimate Total { get; private init; } = Estimate.Undefined;

    /// <summary>Standard error of the share by the design of the sample; NaN for a plain count.</summary>
    public double StandardError { get; private init; } = double.NaN;

    /// <summary>Degrees of freedom of the design.</summary>
    public int DegreesOfFreedom { get; private init; }

    /// <summary>How many the denominator stands for: those read count with their weight.</summary>
    public double Size { get; private init; }

    /// <summary>True if it is estimated from a sample.</summary>
    public bool IsOfReadings { get; private init; }

    /// <summary>A plain share with Wilson's interval; undefined if nobody is in it.</summary>
    internal static MeasuredShare OfRecord(string answer, Proportion share) =>
        new(answer, share, share.Of == 0 ? Estimate.Undefined : new Estimate(share.Share, share.Wilson())) { Size = share.Of };

    /// <summary>A share behind a sample. All that was drawn at the site is handed over, also what is outside the denominator: the design drew it too.</summary>
    internal static MeasuredShare OfReadings(string answer, IReadOnlyList<MeasureRow> rows, List<(Counted One, string? Answer)> members)
    {
        var known = members.Where(one => one.Answer is not null).ToDictionary(object (one) => one.One.Row, one => one.Answer, ReferenceEqualityComparer.Instance);
        var sample = rows.Where(row => row is { Drawn: not null, Coding: not null })
            .Select(row => (row.Drawn!.Value, Answer: known.GetValueOrDefault(row)))
            .Select(one => new SampledUnit(one.Value.Stratum, one.Value.Weight, one.Answer is not null, one.Answer == answer)).ToList();
        var counted = new Proportion(members.Count(one => one.Answer == answer), known.Count);
        if (known.Count == 0) { return new MeasuredShare(answer, counted, Estimate.Undefined) { IsOfReadings = true }; }

        var share = DesignProportion.Estimate(sample);
        return new MeasuredShare(answer, counted, new Estimate(share.Share, share.KornGraubard()))
        {
            IsOfReadings = true, Size = sample.Where(unit => unit.Counted).Sum(unit => unit.Weight), StandardError = share.StandardError, DegreesOfFreedom = share.DegreesOfFreedom, Total = TotalOf(share, counted, sample),
        };
    }

    // Where everything drawn is in the denominator, its size is known and the interval of the share carries over; else Student's.
    private static Estimate TotalOf(DesignProportion share, Proportion counted, List<SampledUnit> sample)
    {
        if (counted.Count == 0) { return Estimate.Undefined; }

        var size = sample.Sum(unit => unit.Weight);
        var limits = share.KornGraubard();
        if (sample.TrueForAll(unit => unit.Counted)) { return new Estimate(share.Total, new Interval(limits.Low * size, limits.High * size).ClippedTo(counted.Count, size)); }

        if (double.IsNaN(share.Ones.TotalStandardError)) { return new Estimate(share.Total, Interval.Undefined); }

        var half = StudentT.InvCDF(0, 1, share.DegreesOfFreedom, 0.975) * share.Ones.TotalStandardError;
        return new Estimate(share.Total, new Interval(share.Total - half, share.Total + half).ClippedTo(counted.Count, size));
    }
}
