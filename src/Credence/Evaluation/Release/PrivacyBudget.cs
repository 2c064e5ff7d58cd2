using System.Globalization;
using System.Numerics;

namespace Credence.Evaluation.Release;

/// <summary>Which noise is added to counts (differential privacy).</summary>
public enum NoiseMechanism
{
    /// <summary>Two-sided geometric noise (Ghosh, Roughgarden and Sundararajan 2009); δ is 0.</summary>
    Geometric,

    /// <summary>Discrete Gaussian noise (Canonne, Kamath and Steinke 2020); needs a δ above 0.</summary>
    Gaussian,
}

/// <summary>
/// What a release may give away of any one person: (ε, δ), split evenly over its tables. Neighbors are data with and without all
/// rows of one person, who is in at most <see cref="Cap"/> rows; so a table changes by at most that many in its counts.
/// </summary>
public sealed record PrivacyBudget
{
    // σ² is rounded up to whole 1024ths: more noise than asked for, never less.
    private const int Fine = 1024;

    /// <summary>A budget as it is typed: decimal numbers, so that the parts add up exactly.</summary>
    /// <exception cref="ArgumentOutOfRangeException">ε is not above 0, δ not from 0 to below 1, or tables or cap below 1.</exception>
    public PrivacyBudget(decimal epsilon, decimal delta, int tables, int cap)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epsilon);
        ArgumentOutOfRangeException.ThrowIfNegative(delta);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(delta, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(tables, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(cap, 1);
        (Epsilon, Delta, Tables, Cap) = (epsilon, delta, tables, cap);
    }

    /// <summary>ε of the whole release.</summary>
    public decimal Epsilon { get; }

    /// <summary>δ of the whole release.</summary>
    public decimal Delta { get; }

    /// <summary>How many tables share it.</summary>
    public int Tables { get; }

    /// <summary>In how many rows one person can be.</summary>
    public int Cap { get; }

    /// <summary>Geometric where δ is 0, else Gaussian.</summary>
    public NoiseMechanism Mechanism => Delta == 0 ? NoiseMechanism.Geometric : NoiseMechanism.Gaussian;

    /// <summary>
    /// The scale of the geometric noise of each table: a count x is changed by d with a chance in proportion to exp(-|d| / scale).
    /// Each table has ε / tables, and its counts change by at most the cap in all: scale = cap · tables / ε, without rounding.
    /// </summary>
    public Ratio Scale => Ratio.Of(Cap * (BigInteger)Tables, 1).Over(Ratio.Of(Epsilon));

    /// <summary>
    /// ρ of the whole release in zero-concentrated differential privacy, the largest with ρ + 2√(ρ ln(1/δ)) ≤ ε (Bun and Steinke 2016).
    /// Each table has ρ / tables.
    /// </summary>
    public double Rho
    {
        get
        {
            var log = Math.Log(1 / (double)Delta);
            // (√(L + ε) − √L)², written so that it does not cancel.
            var root = (double)Epsilon / (Math.Sqrt(log + (double)Epsilon) + Math.Sqrt(log));
            return root * root;
        }
    }

    /// <summary>
    /// Variance of the Gaussian noise of each table: all rows of a person can be in one cell, so σ² = cap² · tables / (2 ρ), rounded up.
    /// </summary>
    public Ratio Variance => Ratio.Of(new BigInteger(Math.Ceiling((double)Cap * Cap * Tables / (2 * Rho) * (1 + 1e-9) * Fine)), Fine);

    /// <summary>A number that is at least as far from the truth only once in twenty, about.</summary>
    public double UsualError => Mechanism == NoiseMechanism.Geometric ? Scale.Value * Math.Log(20) : 1.96 * Math.Sqrt(Variance.Value);

    /// <summary>The budget in words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ε = {Epsilon}, δ = {Delta}");
}

/// <summary>A positive fraction of whole numbers of any size.</summary>
/// <param name="Numerator">Above the line.</param>
/// <param name="Denominator">Below it.</param>
public readonly record struct Ratio(BigInteger Numerator, BigInteger Denominator)
{
    /// <summary>As a rounded number.</summary>
    public double Value => (double)Numerator / (double)Denominator;

    internal static Ratio Of(BigInteger numerator, BigInteger denominator) => new(numerator, denominator);

    internal static Ratio Of(decimal number)
    {
        var scale = BigInteger.One;
        while (number != decimal.Truncate(number))
        {
            number *= 10;
            scale *= 10;
        }

        return new Ratio(new BigInteger(number), scale);
    }

    internal Ratio Over(Ratio other) => new(Numerator * other.Denominator, Denominator * other.Numerator);
}
