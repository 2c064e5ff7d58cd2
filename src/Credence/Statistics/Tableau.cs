using System.Numerics;

namespace Credence.Statistics;

/// <summary>Rows of whole numbers over a common divisor, changed by pivots.</summary>
internal sealed class Tableau<T>
    where T : IBinaryInteger<T>
{
    private readonly List<T[]> _rows;
    private T _divisor = T.One;

    private Tableau(List<T[]> rows) => _rows = rows;

    public static Tableau<T> Of(int[][] rows) => new([.. rows.Select(row => Array.ConvertAll(row, T.CreateChecked))]);

    /// <summary>Eliminates the first columns; the rows that carry them come first, and their number is the rank.</summary>
    public int Reduce(int columns)
    {
        var used = 0;
        for (var column = 0; column < columns && used < _rows.Count; column++)
        {
            var row = _rows.FindIndex(used, r => r[column] != T.Zero);
            if (row < 0) { continue; }

            (_rows[used], _rows[row]) = (_rows[row], _rows[used]);
            Pivot(used++, column, used);
        }

        return used;
    }

    /// <summary>
    /// True if weights that are not negative exist for the columns from the given one to the last but one, so that in every
    /// row from the given one they add up to the last column.
    /// </summary>
    public bool IsFeasible(int firstRow, int firstColumn)
    {
        _rows.RemoveRange(0, firstRow);
        if (_rows.Count == 0) { return true; }

        var right = _rows[0].Length - 1;
        foreach (var row in _rows.Where(row => T.IsNegative(row[right]))) { Negate(row); }

        var basis = Enumerable.Range(right, _rows.Count).ToArray();
        _rows.Add(Carried());
        for (_divisor = T.One; _rows[^1][right] != T.Zero;)
        {
            var column = Entering(firstColumn, right);
            if (column < 0) { return false; }

            var leaving = Leaving(column, right, basis);
            Pivot(leaving, column, 0);
            basis[leaving] = column;
        }

        return true;
    }

    private static void Negate(T[] row)
    {
        for (var j = 0; j < row.Length; j++) { row[j] = -row[j]; }
    }

    // What the artificial weights, one a row, still have to carry.
    private T[] Carried()
    {
        var carried = new T[_rows[0].Length];
        foreach (var row in _rows)
        {
            for (var j = 0; j < carried.Length; j++) { carried[j] = checked(carried[j] + row[j]); }
        }

        return carried;
    }

    private int Entering(int from, int end)
    {
        for (var j = from; j < end; j++)
        {
            if (_rows[^1][j] > T.Zero) { return j; }
        }

        return -1;
    }

    // The smallest ratio; among equals the variable with the smallest number.
    private int Leaving(int column, int right, int[] basis)
    {
        var best = -1;
        for (var i = 0; i < basis.Length; i++)
        {
            if (_rows[i][column] <= T.Zero) { continue; }

            var order = best < 0 ? -1 : checked(_rows[i][right] * _rows[best][column]).CompareTo(checked(_rows[best][right] * _rows[i][column]));
            if (order < 0 || (order == 0 && basis[i] < basis[best])) { best = i; }
        }

        return best;
    }

    private void Pivot(int at, int column, int from)
    {
        var (chosen, pivot) = (_rows[at], _rows[at][column]);
        for (var i = from; i < _rows.Count; i++)
        {
            if (i == at) { continue; }

            var (row, factor) = (_rows[i], _rows[i][column]);
            for (var j = 0; j < row.Length; j++)
            {
                row[j] = checked((row[j] * pivot) - (chosen[j] * factor)) / _divisor;
            }
        }

        _divisor = pivot;
    }
}
