using Credence.Evaluation.Measures;
using Credence.Evaluation.Release;

namespace Credence.Disclosure;

/// <summary>
/// How many incidents each stratum of a sample has, as one table with what the measures say of the same incidents: what is coded as trafficking or sold and what
/// the screener says are totals of it.
/// </summary>
internal static class StratumTable
{
    public const string Name = "strata";

    private static readonly MeasureAxis Code = new("stratum-code", CodingSample.Codes, one => CodingSample.CodeOf(one.Row));

    // The codes of a stratum decide the two before; they go along so that the same counts are the same cells.
    private static readonly IReadOnlyList<MeasureAxis> Axes = [MeasureAxis.Coded, MeasureAxis.Sold, Code, MeasureAxis.OfItsOwn(MeasureCatalog.Find("indicated")!)];

    public static FrequencyTable Of(IReadOnlyList<MeasureRow> rows)
    {
        List<SpanningVariable> variables = [.. Axes.Select(axis => new SpanningVariable(axis.Id, axis.Categories))];
        var counts = new long[variables.Aggregate(1, (cells, variable) => cells * variable.Categories.Count)];
        foreach (var row in rows) { counts[Finest(variables, Values(row))]++; }

        return FrequencyTable.Of(variables, counts, Impossible(variables));
    }

    /// <summary>The strata whose size may be told.</summary>
    public static IReadOnlySet<string> Told(FrequencyTable published, IReadOnlyList<MeasureRow> rows) => rows.DistinctBy(CodingSample.StratumOf)
        .Where(row => published.Counts[published.CellOf([published.Variables[0].Total, published.Variables[1].Total, .. Values(row)[2..].Select((value, v) => published.Variables[v + 2].PlaceOf(value)!.Value)])] is not null)
        .Select(CodingSample.StratumOf).ToHashSet();

    private static string[] Values(MeasureRow row) => MeasurePopulation.Incidents.In(row).Single() is var one ? [.. Axes.Select(axis => axis.ValueOf(one))] : [];

    private static int Finest(List<SpanningVariable> variables, string[] values) =>
        variables.Select((variable, v) => variable.PlaceOf(values[v])!.Value).Zip(variables).Aggregate(0, (cell, place) => (cell * place.Second.Categories.Count) + place.First);

    // Everybody knows what a code means, and that each incident has a level.
    private static HashSet<int> Impossible(List<SpanningVariable> variables)
    {
        var possible = from level in variables[3].Categories
                       where level is not (MeasureAxis.NotKnown or MeasureAxis.Outside)
                       from kind in Kinds
                       select Finest(variables, [kind.Coded, kind.Sold, kind.Code, level]);
        return [.. Enumerable.Range(0, variables.Aggregate(1, (all, variable) => all * variable.Categories.Count)).Except(possible)];
    }

    private static readonly IReadOnlyList<(string Coded, string Sold, string Code)> Kinds =
    [
        (MeasureAxis.NotKnown, MeasureWords.No, CodingSample.Codes[0]), (MeasureWords.Yes, MeasureWords.No, CodingSample.Codes[1]), (MeasureWords.Yes, MeasureWords.Yes, CodingSample.Codes[1]),
        (MeasureWords.No, MeasureWords.Yes, CodingSample.Codes[2]), (MeasureWords.No, MeasureWords.No, CodingSample.Codes[2]), (MeasureWords.No, MeasureWords.No, CodingSample.Codes[3]),
    ];
}
