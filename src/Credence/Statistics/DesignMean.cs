using MathNet.Numerics.Distributions;

namespace Credence.Statistics;

/// <summary>A number measured on one unit of a stratified or clustered sample.</summary>
/// <param name="Stratum">The stratum it was drawn from.</param>
/// <param name="Weight">Design weight: how many units of the population it stands for.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Counted">False if it lies outside the group whose mean is asked for.</param>
/// <param name="Cluster">What was drawn first and brought the unit along; null if the unit itself was drawn.</param>
public readonly record struct SampledValue(
    string Stratum, double Weight, double Value, bool Counted = true, string? Cluster = null);

/// <summary>
/// A mean in the population behind a stratified or clustered sample. The variance is Taylor's linearization of a domain mean
/// over the totals of the clusters, with finite population correction (Lumley, Complex Surveys, 2010, chapters 2 and 3).
/// </summary>
public sealed record DesignMean
{
    /// <summary>The weighted mean; NaN if no unit counts.</summary>
    public double Mean { get; private init; }

    /// <summary>Standard error of the mean; NaN if no stratum has two clusters, since one shows no spread between them.</summary>
    public double StandardError { get; private init; }

    /// <summary>Weighted sum of the values: the total in the population.</summary>
    public double Total { get; private init; }

    /// <summary>Standard error of the total; NaN where that of the mean is.</summary>
    public double TotalStandardError { get; private init; }

    /// <summary>Units drawn, counted or not.</summary>
    public int Units { get; private init; }

    /// <summary>Clusters drawn, counted or not; a unit drawn by itself is one.</summary>
    public int Clusters { get; private init; }

    /// <summary>Clusters drawn minus strata.</summary>
    public int DegreesOfFreedom { get; private init; }

    /// <summary>
    /// Variance over that of a simple random sample with as many units (Kish 1965); without replacement if the design has a
    /// finite population correction. NaN where the sample shows no spread, or where weights that add up to no more than the
    /// sample leave nothing to correct to.
    /// </summary>
    public double DesignEffect { get; private init; }

    /// <summary>Kish's effective number of clusters, by their weight in the denominator.</summary>
    internal double KishSize { get; private init; }

    /// <summary>Estimates from every unit of the sample, also those that do not count.</summary>
    /// <param name="sample">The units drawn.</param>
    /// <param name="clustersIn">
    /// How many clusters each stratum of the population has, for the finite population correction. Without it, units drawn by
    /// themselves take it from their weights, and clusters go without one. It belongs to clusters that were read whole: if units
    /// were drawn inside them, leave it out.
    /// </param>
    public static DesignMean Estimate(
        IReadOnlyCollection<SampledValue> sample, IReadOnlyDictionary<string, int>? clustersIn = null)
    {
        var counted = sample.Where(u => u.Counted).ToList();
        var size = counted.Sum(u => u.Weight);
        var total = counted.Sum(u => u.Weight * u.Value);
        var mean = size > 0 ? total / size : double.NaN;
        var strata = DrawnStratum.Of(sample, clustersIn);
        var degrees = strata.Sum(s => s.Clusters.Count) - strata.Count;
        var variance = degrees < 1 ? double.NaN : strata.Sum(s => s.Variance(u => u.Weight * (u.Value - mean) / size));
        var corrected = clustersIn is not null || sample.All(u => u.Cluster is null);
        return new DesignMean
        {
            Mean = mean,
            StandardError = Math.Sqrt(variance),
            Total = total,
            TotalStandardError = degrees < 1 ? double.NaN : Math.Sqrt(strata.Sum(s => s.Variance(u => u.Weight * u.Value))),
            Units = sample.Count,
            Clusters = degrees + strata.Count,
            DegreesOfFreedom = degrees,
            DesignEffect = variance / SimpleVariance(counted, mean, size, corrected),
            KishSize = size * size / strata.Sum(s => s.SquaredSizes),
        };
    }

    /// <summary>The mean with Student's interval on the clusters minus the strata.</summary>
    public Estimate Student(double confidence = 0.95)
    {
        if (!double.IsFinite(Mean) || !double.IsFinite(StandardError)) { return new Estimate(Mean, Interval.Undefined); }

        var half = StudentT.InvCDF(0, 1, DegreesOfFreedom, 0.5 + (confidence / 2)) * StandardError;
        return new Estimate(Mean, new Interval(Mean - half, Mean + half));
    }

    private static double SimpleVariance(List<SampledValue> counted, double mean, double size, bool corrected)
    {
        var n = counted.Count;
        var spread = counted.Sum(u => u.Weight * (u.Value - mean) * (u.Value - mean)) / size * n / (n - 1);
        var unsampled = corrected ? (size - n) / size : 1;
        // Less than this of the mean's square is what rounding leaves of equal values.
        return spread > 1e-24 * mean * mean && unsampled > 1e-12 ? spread / n * unsampled : double.NaN;
    }
}
