namespace Credence.Statistics;

/// <summary>
/// Area under the precision-recall curve as average precision: the sum over thresholds of precision times the recall gained,
/// without interpolation (Manning, Raghavan and Schütze 2008, chapter 8). Its chance level is the share of positives.
/// </summary>
public static class PrecisionRecallCurve
{
    /// <summary>The weighted area; NaN without a positive unit.</summary>
    public static double Area(IReadOnlyList<Ranked> units) => Area(new Ranking(units).Steps());

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
        var (sum, hits, seen) = (0.0, 0.0, 0.0);
        foreach (var (positives, negatives) in steps)
        {
            hits += positives;
            seen += positives + negatives;
            if (positives > 0) { sum += positives * hits / seen; }
        }

        return sum / hits;
    }
}
