using System.Globalization;
using Credence.Evaluation;
using Credence.Statistics;

namespace Credence.Cli.Evaluation;

/// <summary>How figures are written: a share, its counts, and its 95 % interval.</summary>
internal static class Figures
{
    public static string Wilson(Proportion share) => With(share, share.Wilson());

    public static string Exact(Proportion share) => With(share, share.ClopperPearson());

    public static string Of(Estimate estimate) => estimate switch
    {
        { Value: double.NaN } => "–",
        { Interval.Low: double.NaN } => Share(estimate.Value),
        { Interval.Width: 0 } => $"{Share(estimate.Value)} [the sample shows no spread]",
        _ => $"{Share(estimate.Value)} [{Of(estimate.Interval)}]",
    };

    public static string Of(Estimate? estimate) => estimate is { } given ? Of(given) : "–";

    public static string Share(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    public static string Count(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    public static string PerThousand(Proportion share)
    {
        var exact = share.ClopperPearson();
        return string.Create(CultureInfo.InvariantCulture,
            $"{share.Share * 1000:0.00} [{exact.Low * 1000:0.00}–{exact.High * 1000:0.00}] ({share.Count} of {Count(share.Of)})");
    }

    /// <summary>A table of what people say (rows) against what the screener says (columns), where there is anything.</summary>
    public static IEnumerable<Block> Crossed(string corner, IReadOnlyList<Comparison> comparisons)
    {
        if (comparisons.Count == 0) { yield break; }

        var rows = comparisons.Select(c => c.Expected).Distinct().Order(StringComparer.Ordinal);
        var columns = comparisons.Select(c => c.Found).Distinct().Order(StringComparer.Ordinal).ToList();
        yield return new Table(
            [corner, .. columns],
            [.. rows.Select(row => (IReadOnlyList<string>)
                [row, .. columns.Select(column => $"{comparisons.Count(c => c.Expected == row && c.Found == column)}")])]);
    }

    /// <summary>Numbers of the incidents off the diagonal, one list for each kind of confusion.</summary>
    public static IEnumerable<Block> Confused(string what, IEnumerable<Comparison> comparisons) =>
        comparisons.Where(c => c.Expected != c.Found)
            .GroupBy(c => (c.Expected, c.Found)).OrderBy(g => g.Key)
            .Select(g => Numbers.Of($"{what} {g.Key.Expected}, screened {g.Key.Found}", g.Select(c => c.Number)));

    private static string With(Proportion share, Interval interval) => share.Of == 0
        ? "– (0 of 0)"
        : $"{Share(share.Share)} [{Of(interval)}] ({Count(share.Count)} of {Count(share.Of)})";

    private static string Of(Interval interval) => $"{Share(interval.Low)}–{Share(interval.High)}";
}
