namespace Credence.Statistics;

/// <summary>
/// P-values of several tests, adjusted for having made them all: each comes back in its place, never smaller than it was, to be
/// held against the same level as one alone.
/// </summary>
public static class AdjustedP
{
    /// <summary>Keeps the chance of any false alarm: p times the number of tests (Dunn 1961).</summary>
    public static double[] Bonferroni(IReadOnlyList<double> p) => [.. Checked(p).Select(value => Math.Min(1, value * p.Count))];

    /// <summary>Keeps the chance of any false alarm, and never finds less than Bonferroni (Holm 1979).</summary>
    public static double[] Holm(IReadOnlyList<double> p) => FromSmallest(p, (value, rank) => value * (p.Count - rank));

    /// <summary>Keeps the chance of any false alarm for independent or positively dependent tests (Hochberg 1988).</summary>
    public static double[] Hochberg(IReadOnlyList<double> p) => FromLargest(p, (value, rank) => value * (p.Count - rank));

    /// <summary>Keeps the expected share of false alarms among the findings, for tests as with Hochberg (Benjamini and Hochberg 1995).</summary>
    // The factor first: it is never under one, while the product divided may round to less than p.
    public static double[] BenjaminiHochberg(IReadOnlyList<double> p) =>
        FromLargest(p, (value, rank) => value * (p.Count / (rank + 1.0)));

    private static double[] FromSmallest(IReadOnlyList<double> p, Func<double, int, double> times)
    {
        var (adjusted, order, least) = (new double[p.Count], Order(p), 0.0);
        for (var rank = 0; rank < order.Length; rank++)
        {
            least = Math.Max(least, Math.Min(1, times(p[order[rank]], rank)));
            adjusted[order[rank]] = least;
        }

        return adjusted;
    }

    private static double[] FromLargest(IReadOnlyList<double> p, Func<double, int, double> times)
    {
        var (adjusted, order, most) = (new double[p.Count], Order(p), 1.0);
        for (var rank = order.Length - 1; rank >= 0; rank--)
        {
            most = Math.Min(most, times(p[order[rank]], rank));
            adjusted[order[rank]] = most;
        }

        return adjusted;
    }

    private static int[] Order(IReadOnlyList<double> p)
    {
        Checked(p);
        return [.. Enumerable.Range(0, p.Count).OrderBy(i => p[i])];
    }

    private static IReadOnlyList<double> Checked(IReadOnlyList<double> p) => p.All(value => value is >= 0 and <= 1)
        ? p
        : throw new ArgumentOutOfRangeException(nameof(p), "A p-value lies from 0 to 1.");
}
