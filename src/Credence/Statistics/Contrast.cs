namespace Credence.Statistics;

/// <summary>Two shares of different units, held against each other.</summary>
/// <param name="First">The group in question.</param>
/// <param name="Second">The group it is held against.</param>
public readonly record struct Contrast(Proportion First, Proportion Second)
{
    /// <summary>
    /// First share minus second, with Newcombe's hybrid score interval: two intervals of Wilson put together (Newcombe 1998,
    /// Statistics in Medicine 17:873, method 10). Undefined if a group is empty.
    /// </summary>
    public Estimate Difference(double confidence = 0.95)
    {
        if (First.Of == 0 || Second.Of == 0) { return Estimate.Undefined; }

        var (p, first) = (First.Share, First.Wilson(confidence));
        var (q, second) = (Second.Share, Second.Wilson(confidence));
        return new Estimate(p - q, new Interval(
            p - q - double.Hypot(p - first.Low, second.High - q),
            p - q + double.Hypot(first.High - p, q - second.Low)));
    }

    /// <summary>First share divided by second, with Wald limits on the log scale (Katz and others 1978).</summary>
    public RatioEstimate RiskRatio(double confidence = 0.95)
    {
        if (First.Of == 0 || Second.Of == 0) { return RatioEstimate.Without(RatioBasis.EmptyGroup); }

        return First.Count + Second.Count == 0
            ? RatioEstimate.Without(RatioBasis.NothingToDivide)
            : RatioEstimate.Of(First.Share / Second.Share, Limits(LogRiskRatio, confidence), Basis);
    }

    /// <summary>First odds divided by second, with Wald limits on the log scale (Woolf 1955).</summary>
    public RatioEstimate OddsRatio(double confidence = 0.95)
    {
        if (First.Of == 0 || Second.Of == 0) { return RatioEstimate.Without(RatioBasis.EmptyGroup); }

        var (a, b, c, d) = Cells(0);
        return a + c == 0 || b + d == 0
            ? RatioEstimate.Without(RatioBasis.NothingToDivide)
            : RatioEstimate.Of(a * d / (b * c), Limits(LogOddsRatio, confidence), Basis);
    }

    private RatioBasis Basis => HasZero ? RatioBasis.HalfAdded : RatioBasis.Counts;

    private bool HasZero => First.Count == 0 || Second.Count == 0 || First.Count == First.Of || Second.Count == Second.Of;

    // Haldane 1956 and Anscombe 1956 for odds; the same table serves the ratio of shares, whose error would else be zero where
    // everybody has it.
    private Interval Limits(Func<(double A, double B, double C, double D), (double Log, double Variance)> of, double confidence)
    {
        var (log, variance) = of(Cells(HasZero ? 0.5 : 0));
        return RatioEstimate.Wald(log, variance, confidence);
    }

    private static (double Log, double Variance) LogRiskRatio((double A, double B, double C, double D) cells)
    {
        var (a, n, c, m) = (cells.A, cells.A + cells.B, cells.C, cells.C + cells.D);
        return (Math.Log(a / n / (c / m)), (1 / a) - (1 / n) + (1 / c) - (1 / m));
    }

    private static (double Log, double Variance) LogOddsRatio((double A, double B, double C, double D) cells)
    {
        var (a, b, c, d) = cells;
        return (Math.Log(a * d / (b * c)), (1 / a) + (1 / b) + (1 / c) + (1 / d));
    }

    // First group with and without it, second with and without.
    private (double A, double B, double C, double D) Cells(double added) => (
        First.Count + added, First.Of - First.Count + added, Second.Count + added, Second.Of - Second.Count + added);
}
