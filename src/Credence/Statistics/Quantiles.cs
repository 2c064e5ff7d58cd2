namespace Credence.Statistics;

/// <summary>Quantiles of sorted values, by the numbers of Hyndman and Fan (1996).</summary>
internal static class Quantiles
{
    /// <summary>Type 7: linear between order statistics, the first at 0 and the last at 1.</summary>
    public static double Linear(IReadOnlyList<double> sorted, double p) => Between(sorted, p * (sorted.Count - 1));

    /// <summary>Type 8: about unbiased for the median whatever the distribution.</summary>
    public static double MedianUnbiased(IReadOnlyList<double> sorted, double p) =>
        Between(sorted, ((sorted.Count + (1 / 3.0)) * p) - (2 / 3.0));

    private static double Between(IReadOnlyList<double> sorted, double place)
    {
        var inside = Math.Clamp(place, 0, sorted.Count - 1);
        var below = (int)inside;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((inside - below) * (sorted[above] - sorted[below]));
    }
}
