using MathNet.Numerics.Distributions;

namespace Credence.Statistics;

/// <summary>A coefficient of agreement beyond chance.</summary>
/// <param name="Value">1 for agreement in all, 0 for what chance gives; NaN where chance alone agrees always.</param>
/// <param name="StandardError">Its standard error over units.</param>
/// <param name="Units">Units it is computed from.</param>
public readonly record struct Agreement(double Value, double StandardError, int Units)
{
    /// <summary>No unit has two ratings.</summary>
    public static readonly Agreement Undefined = new(double.NaN, double.NaN, 0);

    /// <summary>The coefficient with its interval by Student's t, cut at -1 and 1.</summary>
    public Estimate Estimate(double confidence = 0.95)
    {
        if (!double.IsFinite(Value) || !double.IsFinite(StandardError)) { return new Estimate(double.IsFinite(Value) ? Value : double.NaN, Interval.Undefined); }

        var half = StudentT.InvCDF(0, 1, Units - 1, 0.5 + (confidence / 2)) * StandardError;
        return new Estimate(Value, new Interval(Value - half, Value + half).ClippedTo(-1, 1));
    }

    // From what each unit adds, and how many units add as much: the spread of the parts about the value.
    internal static Agreement Of(double value, IEnumerable<(double Part, int Times)> parts)
    {
        var (units, squares) = (0, 0.0);
        foreach (var (part, times) in parts)
        {
            units += times;
            squares += times * (part - value) * (part - value);
        }

        return new Agreement(value, units < 2 ? double.NaN : Math.Sqrt(squares / (units * (units - 1.0))), units);
    }
}
