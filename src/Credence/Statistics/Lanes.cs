using System.Runtime.Intrinsics;

namespace Credence.Statistics;

/// <summary>
/// Sums over spans of numbers, eight at a time. Lanes are added in one fixed order and no multiplication is fused with an
/// addition, so every machine gives the same bits.
/// </summary>
internal static class Lanes
{
    private const int Width = 8;

    /// <summary>Adds a multiple of one span to another of at least its length.</summary>
    public static void AddScaled(float factor, ReadOnlySpan<float> from, Span<float> to)
    {
        var i = 0;
        var factors = Vector256.Create(factor);
        for (; i <= from.Length - Width; i += Width)
        {
            var sum = Vector256.Create<float>(to.Slice(i, Width)) + (factors * Vector256.Create(from.Slice(i, Width)));
            sum.CopyTo(to.Slice(i, Width));
        }

        for (; i < from.Length; i++) { to[i] += factor * from[i]; }
    }

    /// <summary>
    /// Adds a multiple of a row to a span and returns the row's product with another: what a symmetric matrix needs of which
    /// only one triangle is kept.
    /// </summary>
    public static float AddScaledAndDot(float factor, ReadOnlySpan<float> row, ReadOnlySpan<float> with, Span<float> to)
    {
        var i = 0;
        var factors = Vector256.Create(factor);
        var sums = Vector256<float>.Zero;
        for (; i <= row.Length - Width; i += Width)
        {
            var values = Vector256.Create(row.Slice(i, Width));
            sums += values * Vector256.Create(with.Slice(i, Width));
            (Vector256.Create<float>(to.Slice(i, Width)) + (factors * values)).CopyTo(to.Slice(i, Width));
        }

        var sum = Sum(sums);
        for (; i < row.Length; i++)
        {
            sum += row[i] * with[i];
            to[i] += factor * row[i];
        }

        return sum;
    }

    /// <summary>The product of two spans of the same length.</summary>
    public static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var i = 0;
        var sums = Vector256<float>.Zero;
        for (; i <= one.Length - Width; i += Width)
        {
            sums += Vector256.Create(one.Slice(i, Width)) * Vector256.Create(other.Slice(i, Width));
        }

        var sum = Sum(sums);
        for (; i < one.Length; i++) { sum += one[i] * other[i]; }

        return sum;
    }

    private static float Sum(Vector256<float> lanes)
    {
        var sum = 0f;
        for (var i = 0; i < Width; i++) { sum += lanes[i]; }

        return sum;
    }
}
