using MathNet.Numerics.Distributions;

namespace Credence.Statistics;

/// <summary>
/// The bias-corrected and accelerated bootstrap interval (Efron 1987): percentiles of the replicates, moved by the share of
/// replicates below the estimate and by the skewness that the jackknife shows.
/// </summary>
public sealed class BcaInterval
{
    private readonly double[] _sorted;
    private readonly double _shift;
    private readonly double _acceleration;

    private BcaInterval(double[] sorted, double shift, double acceleration) =>
        (_sorted, _shift, _acceleration) = (sorted, shift, acceleration);

    /// <summary>From replicates, and from the estimates with one unit left out, each with the number of such units.</summary>
    public static BcaInterval Of(
        double estimate, IEnumerable<double> replicates, IReadOnlyCollection<(double Value, int Times)> jackknife)
    {
        double[] sorted = [.. replicates.Order()];
        var below = (sorted.Count(value => value < estimate) + (sorted.Count(value => value == estimate) / 2.0)) / sorted.Length;
        return new BcaInterval(sorted, Normal.InvCDF(0, 1, below), Acceleration(jackknife));
    }

    /// <summary>The interval; undefined without replicates on both sides of the estimate.</summary>
    public Interval At(double confidence = 0.95)
    {
        if (_sorted.Length == 0 || !double.IsFinite(_shift)) { return Interval.Undefined; }

        var tail = (1 - confidence) / 2;
        return new Interval(Percentile(tail), Percentile(1 - tail));
    }

    private double Percentile(double tail)
    {
        var z = _shift + Normal.InvCDF(0, 1, tail);
        return Quantiles.MedianUnbiased(_sorted, Normal.CDF(0, 1, _shift + (z / (1 - (_acceleration * z)))));
    }

    private static double Acceleration(IReadOnlyCollection<(double Value, int Times)> jackknife)
    {
        var units = jackknife.Sum(unit => unit.Times);
        var mean = jackknife.Sum(unit => unit.Times * unit.Value) / units;
        var squares = jackknife.Sum(unit => unit.Times * Math.Pow(mean - unit.Value, 2));
        var cubes = jackknife.Sum(unit => unit.Times * Math.Pow(mean - unit.Value, 3));
        return squares > 0 ? cubes / (6 * Math.Pow(squares, 1.5)) : 0;
    }
}
