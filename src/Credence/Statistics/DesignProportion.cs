using MathNet.Numerics.Distributions;

namespace Credence.Statistics;

/// <summary>One unit of a stratified sample.</summary>
/// <param name="Stratum">The stratum it was drawn from.</param>
/// <param name="Weight">Design weight: units in the stratum divided by units drawn.</param>
/// <param name="Counted">True if it belongs to the share's denominator.</param>
/// <param name="Hit">True if it also belongs to the numerator.</param>
public readonly record struct SampledUnit(string Stratum, double Weight, bool Counted, bool Hit);

/// <summary>
/// A share in the population behind a stratified sample drawn without replacement. The variance is the linearized one of
/// a domain mean with finite population correction (Lumley, Complex Surveys, 2010, chapter 2).
/// </summary>
public sealed record DesignProportion
{
    /// <summary>The weighted share; NaN if no unit counts.</summary>
    public double Share { get; private init; }

    /// <summary>Standard error of the share.</summary>
    public double StandardError { get; private init; }

    /// <summary>Weighted number of hits: the total in the population.</summary>
    public double Total { get; private init; }

    /// <summary>Units drawn, in the denominator or not.</summary>
    public int Units { get; private init; }

    /// <summary>Units drawn minus strata.</summary>
    public int DegreesOfFreedom { get; private init; }

    private double KishSize { get; init; }

    /// <summary>Estimates from every unit of the sample, also those outside the denominator.</summary>
    public static DesignProportion Estimate(IReadOnlyCollection<SampledUnit> sample)
    {
        var counted = sample.Where(u => u.Counted).ToList();
        var size = counted.Sum(u => u.Weight);
        var total = counted.Sum(u => u.Hit ? u.Weight : 0);
        var share = size > 0 ? total / size : double.NaN;
        var strata = sample.GroupBy(u => u.Stratum, StringComparer.Ordinal).ToList();
        return new DesignProportion
        {
            Share = share,
            StandardError = Math.Sqrt(strata.Sum(s => Variance([.. s], share, size))),
            Total = total,
            Units = sample.Count,
            DegreesOfFreedom = sample.Count - strata.Count,
            KishSize = size * size / counted.Sum(u => u.Weight * u.Weight),
        };
    }

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
    /// spread, which leaves the effective size open, Kish's size of the denominator stands in for it.
    /// </summary>
    public Interval KornGraubard(double confidence = 0.95)
    {
        if (double.IsNaN(Share)) { return new Interval(0, 1); }

        var size = HasNoSpread ? KishSize : EffectiveSize(confidence);
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

    private static double Variance(List<SampledUnit> stratum, double share, double size)
    {
        var residuals = stratum.ConvertAll(u => u.Counted ? u.Weight * ((u.Hit ? 1 : 0) - share) / size : 0);
        var n = residuals.Count;
        var center = n == 1 ? 0 : residuals.Average();
        var unsampled = Math.Max(0, 1 - (n / stratum.Sum(u => u.Weight)));
        return unsampled * n / Math.Max(1, n - 1) * residuals.Sum(r => (r - center) * (r - center));
    }

    private static double Quantile(double confidence, double degrees) =>
        StudentT.InvCDF(0, 1, degrees, 0.5 + (confidence / 2));

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
