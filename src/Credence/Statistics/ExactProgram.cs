using System.Numerics;

namespace Credence.Statistics;

/// <summary>
/// Small linear programmes over whole numbers, without rounding: pivots that keep every entry a whole number (Edmonds 1967),
/// and Bland's rule (1977), under which the simplex method cannot cycle. Entries are minors of the first matrix; should one
/// outgrow 64 bits, the whole is done again with numbers of any size.
/// </summary>
internal static class ExactProgram
{
    /// <summary>Rank of a matrix.</summary>
    public static int Rank(int[][] rows) => Exactly(() => Tableau<long>.Of(rows).Reduce(Width(rows)), () => Tableau<BigInteger>.Of(rows).Reduce(Width(rows)));

    /// <summary>
    /// True if positive weights for the first columns and any weights for the others add up to zero in every row.
    /// </summary>
    public static bool CanBalance(int[][] positive, int[][] free) =>
        Exactly(() => Balances<long>(positive, free), () => Balances<BigInteger>(positive, free));

    // Weights 1 + w with w >= 0: the others are eliminated first, what is left is the simplex method's first phase.
    private static bool Balances<T>(int[][] positive, int[][] free)
        where T : IBinaryInteger<T>
    {
        int[][] rows = [.. positive.Select((row, i) => (int[])[.. free[i], .. row, -row.Sum()])];
        var tableau = Tableau<T>.Of(rows);
        var used = tableau.Reduce(Width(free));
        return tableau.IsFeasible(used, Width(free));
    }

    private static T Exactly<T>(Func<T> fast, Func<T> safe)
    {
        try
        {
            return fast();
        }
        catch (OverflowException)
        {
            return safe();
        }
    }

    private static int Width(int[][] rows) => rows.Length == 0 ? 0 : rows[0].Length;
}
