using MathNet.Numerics.Distributions;

namespace Credence.Statistics;

/// <summary>
/// Agreement of two coders beyond chance (Cohen 1960), with the large-sample standard error of Fleiss, Cohen and Everitt
/// (1969) and Student's t on units minus one, as in the R package irrCAC.
/// </summary>
public sealed record CohensKappa
{
    /// <summary>Kappa; NaN where chance alone agrees always, that is if both coders use one and the same category.</summary>
    public double Value { get; private init; }

    /// <summary>Standard error of kappa.</summary>
    public double StandardError { get; private init; }

    /// <summary>Units on which both agree, of all.</summary>
    public Proportion Agreement { get; private init; }

    /// <summary>Categories used by either coder.</summary>
    public int Categories { get; private init; }

    /// <summary>From what each coder said of each unit.</summary>
    public static CohensKappa Of<T>(IEnumerable<(T A, T B)> codings) where T : notnull
    {
        var pairs = codings.ToList();
        var categories = pairs.SelectMany(p => new[] { p.A, p.B }).Distinct().ToList();
        var table = new int[categories.Count, categories.Count];
        foreach (var (a, b) in pairs) { table[categories.IndexOf(a), categories.IndexOf(b)]++; }

        return Of(table);
    }

    /// <summary>From a square table: rows the one coder's categories, columns the other's in the same order.</summary>
    public static CohensKappa Of(int[,] table)
    {
        var q = table.GetLength(0);
        if (q != table.GetLength(1)) { throw new ArgumentException("The table is not square.", nameof(table)); }

        var n = table.Cast<int>().Sum();
        var agreed = Enumerable.Range(0, q).Sum(k => table[k, k]);
        var a = Enumerable.Range(0, q).Select(k => Enumerable.Range(0, q).Sum(l => table[k, l]) / (double)n).ToArray();
        var b = Enumerable.Range(0, q).Select(l => Enumerable.Range(0, q).Sum(k => table[k, l]) / (double)n).ToArray();
        var chance = a.Zip(b, (x, y) => x * y).Sum();
        var observed = (double)agreed / n;
        var kappa = chance < 1 ? (observed - chance) / (1 - chance) : double.NaN;
        return new CohensKappa
        {
            Value = kappa,
            StandardError = Math.Sqrt(Math.Max(0, Spread(table, a, b, kappa, observed, chance) / n)) / (1 - chance),
            Agreement = new Proportion(agreed, n),
            Categories = q,
        };
    }

    /// <summary>
    /// Weighted kappa (Cohen 1968) of a square table whose categories are in their order; NaN where chance alone agrees always.
    /// </summary>
    public static double Weighted(int[,] table, CategoryWeights weights)
    {
        var q = table.GetLength(0);
        double n = table.Cast<int>().Sum();
        var alike = AlikeTable.Of(weights, [.. Enumerable.Range(1, q).Select(k => (double)k)]);
        var rows = Enumerable.Range(0, q).Select(k => Enumerable.Range(0, q).Sum(l => table[k, l]) / n).ToArray();
        var columns = Enumerable.Range(0, q).Select(l => Enumerable.Range(0, q).Sum(k => table[k, l]) / n).ToArray();
        var cells = (from k in Enumerable.Range(0, q) from l in Enumerable.Range(0, q) select (k, l)).ToList();
        var observed = cells.Sum(cell => alike[cell.k, cell.l] * table[cell.k, cell.l] / n);
        var chance = cells.Sum(cell => alike[cell.k, cell.l] * rows[cell.k] * columns[cell.l]);
        return (observed - chance) / (1 - chance);
    }

    /// <summary>Kappa with its interval, cut at -1 and 1.</summary>
    public Estimate Estimate(double confidence = 0.95)
    {
        if (double.IsNaN(Value) || Agreement.Of < 2) { return new Estimate(Value, Interval.Undefined); }

        var half = StudentT.InvCDF(0, 1, Agreement.Of - 1, 0.5 + (confidence / 2)) * StandardError;
        return new Estimate(Value, new Interval(Value - half, Value + half).ClippedTo(-1, 1));
    }

    private static double Spread(
        int[,] table, double[] a, double[] b, double kappa, double observed, double chance)
    {
        var n = table.Cast<int>().Sum();
        var sum = 0.0;
        for (var k = 0; k < a.Length; k++)
        {
            for (var l = 0; l < b.Length; l++)
            {
                var term = (k == l ? 1 : 0) - ((1 - kappa) * (b[k] + a[l]));
                sum += (double)table[k, l] / n * term * term;
            }
        }

        var mean = observed - (2 * (1 - kappa) * chance);
        return sum - (mean * mean);
    }
}
