namespace Credence.Cli.Reports.Plots;

/// <summary>Counts by month put together into months, quarters or years: as many as a plot can show.</summary>
/// <param name="Unit">Months in a period: 1, 3 or 12.</param>
/// <param name="All">Periods in order, those without rows among them.</param>
/// <param name="LeftOut">Years before the first that is shown and so not in <paramref name="All"/>.</param>
internal sealed record Periods(int Unit, IReadOnlyList<Period> All, int LeftOut)
{
    private const int Most = 36;

    private static readonly int[] Units = [1, 3, 12];

    public string UnitWord => Unit switch { 1 => "month", 3 => "quarter", _ => "year" };

    public static Periods Of(IReadOnlyDictionary<int, long[]> months)
    {
        if (months.Count == 0) return new Periods(1, [], 0);
        var (first, last) = (months.Keys.Min(), months.Keys.Max());
        var unit = Units.FirstOrDefault(unit => (last / unit) - (first / unit) < Most, Units[^1]);
        var counted = months.GroupBy(month => month.Key / unit)
            .ToDictionary(group => group.Key, group => group.Select(month => month.Value).Aggregate(Sum));
        // A date such as 1900-01-01 stands for none: years without rows are then not drawn, and the latest are.
        var isGapless = (last / unit) - (first / unit) < Most;
        var chosen = isGapless ? Enumerable.Range(first / unit, (last / unit) - (first / unit) + 1) : counted.Keys.Order().TakeLast(Most);
        var empty = new long[months.First().Value.Length];
        return new Periods(
            unit,
            [.. chosen.Select(period => new Period(LabelOf(period, unit), counted.GetValueOrDefault(period, empty)))],
            isGapless ? 0 : Math.Max(0, counted.Count - Most));
    }

    private static long[] Sum(long[] one, long[] other) => [.. one.Zip(other, (a, b) => a + b)];

    private static string LabelOf(int period, int unit) => unit switch
    {
        1 => FormattableString.Invariant($"{period / 12:0000}-{(period % 12) + 1:00}"),
        3 => FormattableString.Invariant($"{period / 4:0000} Q{(period % 4) + 1}"),
        _ => FormattableString.Invariant($"{period:0000}"),
    };
}

/// <summary>Rows of a period by level.</summary>
internal sealed record Period(string Label, long[] Levels);
