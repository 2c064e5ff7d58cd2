using MathNet.Numerics.Distributions;

namespace Credence.Statistics;

/// <summary>
/// Area under the receiver operating characteristic: the chance that a positive unit is scored above a negative one, ties
/// counted half (Hanley and McNeil 1982).
/// </summary>
public static class RocCurve
{
    /// <summary>The weighted area; NaN without a positive or without a negative unit.</summary>
    public static double Area(IReadOnlyList<Ranked> units) => Area(new Ranking(units).Steps());

    /// <summary>The unweighted area with the interval of DeLong, DeLong and Clarke-Pearson (1988), cut at 0 and 1.</summary>
    public static Estimate DeLong(IReadOnlyList<Ranked> units, double confidence = 0.95)
    {
        var area = Area([.. units.Select(u => u with { Weight = 1 })]);
        var half = Normal.InvCDF(0, 1, 0.5 + (confidence / 2)) * StandardError(units);
        return new Estimate(area, new Interval(area - half, area + half).ClippedTo(0, 1));
    }

    /// <summary>DeLong's standard error of the unweighted area; NaN with fewer than two units on either side.</summary>
    public static double StandardError(IReadOnlyList<Ranked> units)
    {
        var positives = units.Where(u => u.Positive).Select(u => u.Score).Order().ToArray();
        var negatives = units.Where(u => !u.Positive).Select(u => u.Score).Order().ToArray();
        return Math.Sqrt((SpreadOfPlacements(positives, negatives) / positives.Length)
            + (SpreadOfPlacements(negatives, positives) / negatives.Length));
    }

    /// <summary>The weighted area with a bootstrap interval, drawn within the groups (strata) given for the units.</summary>
    public static Estimate Bootstrapped<TGroup>(
        IReadOnlyList<Ranked> units, IReadOnlyList<TGroup> groups, Bootstrap bootstrap, double confidence = 0.95)
        where TGroup : notnull
    {
        var ranking = new Ranking(units);
        return new Estimate(
            Area(ranking.Steps()), bootstrap.Percentile(groups, times => Area(ranking.Steps(times)), confidence));
    }

    private static double Area(IEnumerable<(double Positives, double Negatives)> steps)
    {
        var (area, above, below) = (0.0, 0.0, 0.0);
        foreach (var (positives, negatives) in steps)
        {
            area += negatives * (above + (positives / 2));
            above += positives;
            below += negatives;
        }

        return area / (above * below);
    }

    private static double SpreadOfPlacements(double[] ones, double[] others)
    {
        if (ones.Length < 2 || others.Length == 0) { return double.NaN; }

        var placements = Array.ConvertAll(ones, one => Placement(one, others));
        var mean = placements.Average();
        return placements.Sum(p => (p - mean) * (p - mean)) / (placements.Length - 1);
    }

    // Share of the others (sorted) that lie below, ties counted half.
    private static double Placement(double one, double[] others)
    {
        var below = CountUntil(others, other => other >= one);
        var notAbove = CountUntil(others, other => other > one);
        return (below + notAbove) / 2.0 / others.Length;
    }

    private static int CountUntil(double[] sorted, Func<double, bool> reached)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (reached(sorted[middle])) { high = middle; } else { low = middle + 1; }
        }

        return low;
    }
}
