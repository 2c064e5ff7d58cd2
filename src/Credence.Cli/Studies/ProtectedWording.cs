using Credence.Disclosure;
using Credence.Evaluation.Release;
using Credence.Wording;

namespace Credence.Cli.Studies;

/// <summary>
/// Wording by unit at one site, with small counts withheld by the solver that protects every other table: reports by unit, by whether they
/// suggest trafficking, and by whether they have a flag; all kinds of flags are of the same reports.
/// </summary>
internal static class ProtectedWording
{
    private const string Unit = "unit";
    private const string Group = "group";

    private static readonly string[] Groups = ["suggest trafficking", "others"];
    private static readonly string[] Flagged = ["with a flag", "without"];

    /// <summary>The units that can be compared, those with enough reports in both groups, with the figures that may be told.</summary>
    /// <param name="units">Everything counted of the site.</param>
    /// <param name="k">The smallest count that may be told.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IReadOnlyList<WordingRates> Of(IReadOnlyList<WordingRates> units, int k, CancellationToken cancellation)
    {
        var compared = units.Where(unit => unit.Indicated >= k && unit.Others >= k).ToList();
        if (compared.Count == 0) return [];
        var decided = new DecidedTables();
        // Any flag first: it is what a unit is told by.
        foreach (var kind in compared[0].Rates.Select(rate => rate.Kind))
            decided.Decide(NameOf(kind), TableOf(compared, kind), new SuppressionRule(k), cancellation);
        return [.. compared.Select((unit, place) => unit with
        {
            Rates = [.. unit.Rates.Select(rate => IsTold(decided.Find(NameOf(rate.Kind)), place) ? rate : rate with { Figures = null })],
        })];
    }

    private static FrequencyTable TableOf(IReadOnlyList<WordingRates> units, WordingKind? kind) => FrequencyTable.Of(
        [new SpanningVariable(Unit, [.. units.Select((_, place) => $"{place}")]), new SpanningVariable(Group, Groups), new SpanningVariable(NameOf(kind), Flagged)],
        [.. units.SelectMany(unit => unit.Rates.Single(rate => rate.Kind == kind).Figures!.Reports is var reports
            ? (long[])[reports.First.Count, reports.First.Of - reports.First.Count, reports.Second.Count, reports.Second.Of - reports.Second.Count] : [])]);

    // A share tells how many have a flag and how many there are.
    private static bool IsTold(FrequencyTable? table, int unit) => table is not null && Enumerable.Range(0, Groups.Length).All(group =>
        table.Counts[table.CellOf([unit, group, 0])] is not null && table.Counts[table.CellOf([unit, group, Flagged.Length])] is not null);

    private static string NameOf(WordingKind? kind) => kind is { } one ? $"{one}" : "any";
}
