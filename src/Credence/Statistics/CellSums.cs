namespace Credence.Statistics;

/// <summary>
/// Sums over a table of yes-no factors, whose cells are numbered by their factors' bits: each in one pass a factor (Yates
/// 1937), so that a log-linear model needs no design matrix.
/// </summary>
internal static class CellSums
{
    /// <summary>Turns values into sums over every cell that has all factors of the index, and maybe more.</summary>
    public static void OfSupersets(Span<double> values)
    {
        for (var bit = 1; bit < values.Length; bit <<= 1)
        {
            for (var cell = 0; cell < values.Length; cell++)
            {
                if ((cell & bit) == 0) { values[cell] += values[cell | bit]; }
            }
        }
    }

    /// <summary>Turns values into sums over every cell whose factors are among those of the index.</summary>
    public static void OfSubsets(Span<double> values)
    {
        for (var bit = 1; bit < values.Length; bit <<= 1)
        {
            for (var cell = 0; cell < values.Length; cell++)
            {
                if ((cell & bit) != 0) { values[cell] += values[cell ^ bit]; }
            }
        }
    }
}
