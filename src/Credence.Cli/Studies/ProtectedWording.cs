using Credence.Disclosure;
using Credence.Evaluation.Release;
using Credence.Wording;

namespace Credence.Cli.Studies;

/// <summary>
/// Wording by unit at one site, with small counts withheld by the solver that protects every other table: the reports of a unit by whether
/// they suggest trafficking, and by whether they have a flag; all kinds of flags are of the same reports. No total over units is printed.
/// </summary>
internal static class ProtectedWording
{
    private const string Group = "group";

    private static readonly string[] Groups = ["suggest trafficking", "others"];
    private static readonly string[] Flagged = ["with a flag", "without"];

    /// <summary>The units that can be compared, those with enough reports in both groups, with the figures that may be told.</summary>
    /// <param name="units">Everything counted of the site.</param>
    /// <param name="k">The smallest count that may be told.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IReadOnlyList<WordingRates> Of(IReadOnlyList<WordingRates> units, int k, CancellationToken cancellation) =>
        [.. units.Where(unit => unit.Indicated >= k && unit.Others >= k).Select(unit => Of(unit, k, cancellation))];

    private static WordingRates Of(WordingRates unit, int k, CancellationToken cancellation)
    {
        var decided = new DecidedTables();
        // Any flag first: it is what a unit is told by.
        foreach (var rate in unit.Rates) decided.Decide(NameOf(rate.Kind), TableOf(rate), new SuppressionRule(k), cancellation);
        return unit with { Rates = [.. unit.Rates.Select(rate => IsTold(decided.Find(NameOf(rate.Kind))) ? rate : rate with { Figures = null })] };
    }

    private static FrequencyTable TableOf(WordingRate rate)
    {
        var (first, second) = (rate.Figures!.Reports.First, rate.Figures.Reports.Second);
        return FrequencyTable.Of(
            [new SpanningVariable(Group, Groups), new SpanningVariable(NameOf(rate.Kind), Flagged)], [first.Count, first.Of - first.Count, second.Count, second.Of - second.Count]);
    }

    // A share tells how many have a flag and how many there are.
    private static bool IsTold(FrequencyTable? table) => table is not null && Enumerable.Range(0, Groups.Length).All(group =>
        table.Counts[table.CellOf([group, 0])] is not null && table.Counts[table.CellOf([group, Flagged.Length])] is not null);

    private static string NameOf(WordingKind? kind) => kind is { } one ? $"{one}" : "any";
}
