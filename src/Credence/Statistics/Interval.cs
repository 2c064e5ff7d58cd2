namespace Credence.Statistics;

/// <summary>A closed interval that an estimate comes with.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>An interval that could not be computed; both ends are NaN.</summary>
    public static readonly Interval Undefined = new(double.NaN, double.NaN);

    /// <summary>High minus low.</summary>
    public double Width => High - Low;

    /// <summary>True if the value lies in it, the ends included.</summary>
    public bool Contains(double value) => Low <= value && value <= High;

    /// <summary>The same interval with its ends drawn into [low, high].</summary>
    public Interval ClippedTo(double low, double high) => new(Math.Clamp(Low, low, high), Math.Clamp(High, low, high));
}

/// <summary>A value computed from a sample, with its interval.</summary>
/// <param name="Value">The point estimate; NaN where there is nothing to estimate from.</param>
/// <param name="Interval">The interval around it.</param>
public readonly record struct Estimate(double Value, Interval Interval)
{
    /// <summary>Nothing to estimate from.</summary>
    public static readonly Estimate Undefined = new(double.NaN, Interval.Undefined);
}
