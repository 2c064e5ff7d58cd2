using MathNet.Numerics.Distributions;

namespace Credence.Statistics;

/// <summary>What the limits of a ratio come from.</summary>
public enum RatioBasis
{
    /// <summary>The counts as they are.</summary>
    Counts,

    /// <summary>A cell is zero: one half was added to each of the four cells for the limits.</summary>
    HalfAdded,

    /// <summary>The same cell is zero in all strata: there is a value, but no limits.</summary>
    NoLimits,

    /// <summary>The counts are such that zero would be divided by zero.</summary>
    NothingToDivide,

    /// <summary>A group has nobody in it.</summary>
    EmptyGroup,
}

/// <summary>A ratio with its interval, and what must be said beside it.</summary>
/// <param name="Estimate">The ratio as counted: 0 or infinite if a zero makes it so, NaN if there is none.</param>
/// <param name="Basis">What the limits come from.</param>
public readonly record struct RatioEstimate(Estimate Estimate, RatioBasis Basis)
{
    /// <summary>What to print beside the ratio; null if there is nothing unusual about it.</summary>
    public string? Said => Basis switch
    {
        RatioBasis.HalfAdded => "A cell of the table is zero: the limits come from one half added to each cell.",
        RatioBasis.NoLimits => "A cell is zero in every stratum: the ratio has a value, but no limits.",
        RatioBasis.NothingToDivide => "The two groups are alike in having none, or all: there is no ratio.",
        RatioBasis.EmptyGroup => "A group has nobody in it: there is no ratio.",
        _ => null,
    };

    internal static RatioEstimate Without(RatioBasis basis) => new(Estimate.Undefined, basis);

    // A ratio of zero or infinity is what was seen, so the interval reaches it.
    internal static RatioEstimate Of(double value, Interval limits, RatioBasis basis) => new(
        new Estimate(value, new Interval(Math.Min(limits.Low, value), Math.Max(limits.High, value))), basis);

    internal static Interval Wald(double log, double variance, double confidence)
    {
        var half = Normal.InvCDF(0, 1, 0.5 + (confidence / 2)) * Math.Sqrt(variance);
        return new Interval(Math.Exp(log - half), Math.Exp(log + half));
    }
}
