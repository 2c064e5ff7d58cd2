using MathNet.Numerics.Distributions;

namespace Credence.Statistics;

/// <summary>A total for each unit of another total, over independent units added one by one: flags for each word over reports.</summary>
public sealed class RatioOfTotals
{
    // Garwood 1936: with nothing counted, 3.689 is what a Poisson mean may be at the upper end of 95 %.
    private static double UpperOfNone(double confidence) => -Math.Log((1 - confidence) / 2);

    private double _overSquared;
    private double _underSquared;
    private double _product;

    /// <summary>Units added.</summary>
    public long Units { get; private set; }

    /// <summary>Sum of what is counted.</summary>
    public double Over { get; private set; }

    /// <summary>Sum of what it is counted in.</summary>
    public double Under { get; private set; }

    /// <summary>Adds a unit.</summary>
    /// <param name="over">What was counted in it.</param>
    /// <param name="under">How large it is.</param>
    public void Add(double over, double under)
    {
        Units++;
        Over += over;
        Under += under;
        _overSquared += over * over;
        _underSquared += under * under;
        _product += over * under;
    }

    /// <summary>
    /// The ratio with the linearized interval for clusters (Cochran 1977, section 6.4): flags of one report go together. With
    /// nothing counted the upper end is Poisson's; undefined without units.
    /// </summary>
    public Estimate Estimate(double confidence = 0.95)
    {
        if (Under == 0) { return Statistics.Estimate.Undefined; }

        var ratio = Over / Under;
        if (Over == 0) { return new Estimate(0, new Interval(0, UpperOfNone(confidence) / Under)); }
        if (Units < 2) { return new Estimate(ratio, Interval.Undefined); }

        var residuals = Math.Max(0, _overSquared - (2 * ratio * _product) + (ratio * ratio * _underSquared));
        var half = Normal.InvCDF(0, 1, 0.5 + (confidence / 2)) * Math.Sqrt(residuals * Units / (Units - 1)) / Under;
        return new Estimate(ratio, new Interval(Math.Max(0, ratio - half), ratio + half));
    }

    /// <summary>First ratio minus second; the two intervals put together (Zou and Donner 2008, Statistics in Medicine 27:1693).</summary>
    public static Estimate Difference(RatioOfTotals first, RatioOfTotals second, double confidence = 0.95)
    {
        var (a, b) = (first.Estimate(confidence), second.Estimate(confidence));
        return new Estimate(a.Value - b.Value, new Interval(
            a.Value - b.Value - double.Hypot(a.Value - a.Interval.Low, b.Interval.High - b.Value),
            a.Value - b.Value + double.Hypot(a.Interval.High - a.Value, b.Value - b.Interval.Low)));
    }
}
