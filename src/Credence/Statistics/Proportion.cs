using MathNet.Numerics.Distributions;

namespace Credence.Statistics;

/// <summary>How many of how many, with the intervals of a binomial share.</summary>
/// <param name="Count">How many had it.</param>
/// <param name="Of">How many were looked at.</param>
public readonly record struct Proportion(int Count, int Of)
{
    /// <summary>Count divided by of; NaN if nobody was looked at.</summary>
    public double Share => Of == 0 ? double.NaN : (double)Count / Of;

    /// <summary>Wilson's score interval without continuity correction (Wilson 1927); [0, 1] if nobody was looked at.</summary>
    public Interval Wilson(double confidence = 0.95)
    {
        if (Of == 0) { return new Interval(0, 1); }

        var z = Normal.InvCDF(0, 1, 0.5 + (confidence / 2));
        var n = (double)Of;
        var center = (Share + (z * z / (2 * n))) / (1 + (z * z / n));
        var half = z / (1 + (z * z / n)) * Math.Sqrt((Share * (1 - Share) / n) + (z * z / (4 * n * n)));
        return new Interval(Count == 0 ? 0 : center - half, Count == Of ? 1 : center + half);
    }

    /// <summary>The exact interval (Clopper and Pearson 1934); [0, 1] if nobody was looked at.</summary>
    public Interval ClopperPearson(double confidence = 0.95)
    {
        if (Of == 0) { return new Interval(0, 1); }

        var tail = (1 - confidence) / 2;
        return new Interval(
            Count == 0 ? 0 : Beta.InvCDF(Count, Of - Count + 1, tail),
            Count == Of ? 1 : Beta.InvCDF(Count + 1, Of - Count, 1 - tail));
    }
}
