namespace Credence.Statistics;

/// <summary>
/// One ratio from contrasts in several strata, each compared only within itself (Mantel and Haenszel 1959). It means something
/// only if the strata agree about the direction; look at them one by one first.
/// </summary>
public static class StratifiedContrast
{
    /// <summary>The common odds ratio, with the limits of Robins, Breslow and Greenland (1986).</summary>
    public static RatioEstimate OddsRatio(IEnumerable<Contrast> strata, double confidence = 0.95)
    {
        var (r, s, rp, mixed, sq) = (0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var (a, b, c, d) in Cells(strata))
        {
            var n = a + b + c + d;
            var (along, across, alike, unlike) = (a * d / n, b * c / n, (a + d) / n, (b + c) / n);
            r += along;
            s += across;
            rp += along * alike;
            mixed += (along * unlike) + (across * alike);
            sq += across * unlike;
        }

        return Ratio(r, s, (rp / (2 * r * r)) + (mixed / (2 * r * s)) + (sq / (2 * s * s)), confidence);
    }

    /// <summary>The common risk ratio, with the limits of Greenland and Robins (1985).</summary>
    public static RatioEstimate RiskRatio(IEnumerable<Contrast> strata, double confidence = 0.95)
    {
        var (r, s, spread) = (0.0, 0.0, 0.0);
        foreach (var (a, b, c, d) in Cells(strata))
        {
            var n = a + b + c + d;
            r += a * (c + d) / n;
            s += c * (a + b) / n;
            spread += (((a + b) * (c + d) * (a + c)) - (a * c * n)) / (n * n);
        }

        return Ratio(r, s, spread / (r * s), confidence);
    }

    private static RatioEstimate Ratio(double r, double s, double variance, double confidence)
    {
        if (r + s == 0) { return RatioEstimate.Without(RatioBasis.NothingToDivide); }

        return r == 0 || s == 0 || !(variance > 0)
            ? new RatioEstimate(new Estimate(r / s, Interval.Undefined), RatioBasis.NoLimits)
            : RatioEstimate.Of(r / s, RatioEstimate.Wald(Math.Log(r / s), variance, confidence), RatioBasis.Counts);
    }

    // A stratum with one group only says nothing of the other.
    private static IEnumerable<(double A, double B, double C, double D)> Cells(IEnumerable<Contrast> strata) =>
        strata.Where(t => t.First.Of > 0 && t.Second.Of > 0).Select(t => (
            (double)t.First.Count, (double)t.First.Of - t.First.Count,
            (double)t.Second.Count, (double)t.Second.Of - t.Second.Count));
}
