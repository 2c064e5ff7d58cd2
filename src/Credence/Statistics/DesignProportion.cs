using MathNet.Numerics.Distributions;

namespace Credence.Statistics;

/// <summary>One unit of a stratified or clustered sample.</summary>
/// <param name="Stratum">The stratum it was drawn from.</param>
/// <param name="Weight">Design weight: units in the stratum divided by units drawn.</param>
/// <param name="Counted">True if it belongs to the share's denominator.</param>
/// <param name="Hit">True if it also belongs to the numerator.</param>
/// <param name="Cluster">What was drawn first and brought the unit along; null if the unit itself was drawn.</param>
public readonly record struct SampledUnit(string Stratum, double Weight, bool Counted, bool Hit, string? Cluster = null);

/// <summary>
/// A share in the population behind a stratified or clustered sample: the design-weighted mean of ones and zeros
/// (<see cref="DesignMean"/>), with intervals that stay within 0 and 1.
/// </summary>
public sealed record DesignProportion
{
    private DesignProportion(DesignMean ones) => Ones = ones;

    /// <summary>The weighted share; NaN if no unit counts.</summary>
    public double Share => Ones.Mean;

    /// <summary>Standard error of the share; NaN if no stratum has two clusters.</summary>
    public double StandardError => Ones.StandardError;

    /// <summary>Weighted number of hits: the total in the population.</summary>
    public double Total => Ones.Total;

    /// <summary>Units drawn, in the denominator or not.</summary>
    public int Units => Ones.Units;

    /// <summary>Clusters drawn (units, where units were drawn) minus strata.</summary>
    public int DegreesOfFreedom => Ones.DegreesOfFreedom;

    /// <summary>The same as a mean of ones and zeros, with the error of the total and the design effect.</summary>
    public DesignMean Ones { get; }

    /// <summary>Estimates from every unit of the sample, also those outside the denominator.</summary>
    /// <param name="sample">The units drawn.</param>
    /// <param name="clustersIn">How many clusters each stratum of the population has; see <see cref="DesignMean.Estimate"/>.</param>
    public static DesignProportion Estimate(
        IReadOnlyCollection<SampledUnit> sample, IReadOnlyDictionary<string, int>? clustersIn = null) =>
        new(DesignMean.Estimate(
            [.. sample.Select(u => new SampledValue(u.Stratum, u.Weight, u.Hit ? 1 : 0, u.Counted, u.Cluster))], clustersIn));

    /// <summary>Interval on the log-odds scale with Student's t (svyciprop's "logit"); exact where the sample shows no spread.</summary>
    public Interval Logit(double confidence = 0.95)
    {
        if (HasNoSpread) { return KornGraubard(confidence); }

        var odds = Math.Log(Share / (1 - Share));
        var half = Quantile(confidence, DegreesOfFreedom) * StandardError / (Share * (1 - Share));
        return new Interval(Logistic(odds - half), Logistic(odds + half));
    }

    /// <summary>
    /// Exact interval on the effective sample size (Korn and Graubard 1998, as svyciprop's "beta"). Where the sample shows no
    /// spread, which leaves the effective size open, Kish's size of the denominator stands in for it: that of clusters, as if all
    /// units of one were alike.
    /// </summary>
    public Interval KornGraubard(double confidence = 0.95)
    {
        if (double.IsNaN(Share)) { return new Interval(0, 1); }

        var size = HasNoSpread ? Ones.KishSize : EffectiveSize(confidence);
        var (hits, misses, tail) = (size * Share, size * (1 - Share), (1 - confidence) / 2);
        return new Interval(
            hits == 0 ? 0 : Beta.InvCDF(hits, misses + 1, tail),
            misses == 0 ? 1 : Beta.InvCDF(hits + 1, misses, 1 - tail));
    }

    // Residuals that cancel leave rounding errors of about 1e-17.
    private bool HasNoSpread => !(StandardError > 1e-12) || DegreesOfFreedom < 1;

    private double EffectiveSize(double confidence)
    {
        var ratio = Quantile(confidence, Units - 1) / Quantile(confidence, DegreesOfFreedom);
        return Share * (1 - Share) / (StandardError * StandardError) * ratio * ratio;
    }

    private static double Quantile(double confidence, double degrees) =>
        StudentT.InvCDF(0, 1, degrees, 0.5 + (confidence / 2));

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
