namespace Credence.Statistics;

/// <summary>Two yes-or-no answers about the same units, held against each other.</summary>
/// <param name="Both">Yes twice.</param>
/// <param name="FirstOnly">Yes, then no.</param>
/// <param name="SecondOnly">No, then yes.</param>
/// <param name="Neither">No twice.</param>
public readonly record struct PairedContrast(int Both, int FirstOnly, int SecondOnly, int Neither)
{
    /// <summary>Share of units with the first answer yes.</summary>
    public Proportion First => new(Both + FirstOnly, Pairs);

    /// <summary>Share of units with the second answer yes.</summary>
    public Proportion Second => new(Both + SecondOnly, Pairs);

    /// <summary>All units.</summary>
    public int Pairs => Both + FirstOnly + SecondOnly + Neither;

    /// <summary>
    /// First share minus second, with Newcombe's hybrid score interval for pairs (Newcombe 1998, Statistics in Medicine
    /// 17:2635, method 10). Undefined without a pair.
    /// </summary>
    public Estimate Difference(double confidence = 0.95)
    {
        if (Pairs == 0) { return Estimate.Undefined; }

        var (p, first) = (First.Share, First.Wilson(confidence));
        var (q, second) = (Second.Share, Second.Wilson(confidence));
        var difference = (FirstOnly - SecondOnly) / (double)Pairs;
        return new Estimate(difference, new Interval(
            difference - Joined(p - first.Low, second.High - q),
            difference + Joined(first.High - p, q - second.Low)));
    }

    private double Joined(double x, double y) => Math.Sqrt(Math.Max(0, (x * x) - (2 * Correlation * x * y) + (y * y)));

    // Phi with the paper's continuity correction, which only ever lessens a positive one.
    private double Correlation
    {
        get
        {
            var margins = Math.Sqrt((double)First.Count * (Pairs - First.Count) * Second.Count * (Pairs - Second.Count));
            var along = ((double)Both * Neither) - ((double)FirstOnly * SecondOnly);
            var corrected = along > 0 ? Math.Max(along - (Pairs / 2.0), 0) : along;
            return margins == 0 ? 0 : corrected / margins;
        }
    }
}
