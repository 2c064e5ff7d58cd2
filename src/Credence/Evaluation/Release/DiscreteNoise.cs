using System.Numerics;

namespace Credence.Evaluation.Release;

/// <summary>Fills bytes with chance. A release takes a cryptographic source; a test a seeded one.</summary>
public delegate void Entropy(Span<byte> bytes);

/// <summary>
/// Whole-number noise, drawn exactly: only coins whose chances are fractions of whole numbers are thrown, so no rounding of a computer
/// tells anything (Canonne, Kamath and Steinke 2020, algorithms 1 to 3).
/// </summary>
public sealed class DiscreteNoise(Entropy entropy)
{
    /// <summary>Two-sided geometric: d with a chance in proportion to exp(-|d| / scale).</summary>
    public BigInteger Geometric(Ratio scale)
    {
        while (true)
        {
            var rest = Below(scale.Numerator);
            if (!ExpMinus(rest, scale.Numerator)) { continue; }

            var whole = BigInteger.Zero;
            while (ExpMinus(1, 1)) { whole++; }

            var size = (rest + (scale.Numerator * whole)) / scale.Denominator;
            var isNegative = Below(2).IsOne;
            if (isNegative && size.IsZero) { continue; }

            return isNegative ? -size : size;
        }
    }

    /// <summary>Gaussian on the whole numbers: d with a chance in proportion to exp(-d² / 2σ²).</summary>
    public BigInteger Gaussian(Ratio variance)
    {
        var (n, d) = (variance.Numerator, variance.Denominator);
        var t = Root(n / d) + 1;
        while (true)
        {
            var drawn = Geometric(new Ratio(t, 1));
            // (|y| - σ²/t)² / 2σ², with σ² = n/d, is (|y| t d - n)² / (2 n d t²).
            var away = (BigInteger.Abs(drawn) * t * d) - n;
            if (ExpMinus(away * away, 2 * n * d * t * t)) { return drawn; }
        }
    }

    /// <summary>A whole number from 0 to bound - 1, each as likely as the others.</summary>
    internal BigInteger Below(BigInteger bound)
    {
        if (bound.IsOne) { return 0; }

        var bits = (int)(bound - 1).GetBitLength();
        Span<byte> bytes = stackalloc byte[(bits + 7) / 8];
        while (true)
        {
            entropy(bytes);
            bytes[^1] &= (byte)(0xFF >> ((bytes.Length * 8) - bits));
            var drawn = new BigInteger(bytes, isUnsigned: true);
            if (drawn < bound) { return drawn; }
        }
    }

    // True with a chance of exp(-numerator / denominator).
    private bool ExpMinus(BigInteger numerator, BigInteger denominator)
    {
        for (; numerator > denominator; numerator -= denominator)
        {
            if (!ExpMinus(1, 1)) { return false; }
        }

        var k = BigInteger.One;
        while (Below(denominator * k) < numerator) { k++; }

        return !k.IsEven;
    }

    private static BigInteger Root(BigInteger number)
    {
        var root = (BigInteger)Math.Sqrt((double)number);
        while (root * root > number) { root--; }

        while ((root + 1) * (root + 1) <= number) { root++; }

        return root;
    }
}
