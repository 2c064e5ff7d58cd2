using System.Buffers;
using System.Globalization;
using Credence.Cli.Screening;
using Credence.Evaluation.Measures;
using Credence.Incidents;
using Credence.Statistics;

namespace Credence.Cli.Studies;

/// <summary>An incident that was drawn to be read, under a name of its own that tells coders nothing.</summary>
/// <param name="Name">Such as C0001.</param>
/// <param name="Site">The place of its site.</param>
/// <param name="Place">Its place among the incidents of the site.</param>
/// <param name="Number">Its number.</param>
/// <param name="Drawn">Stratum and weight.</param>
internal sealed record StudyCase(string Name, int Site, int Place, IncidentNumber Number, Drawing Drawn)
{
    /// <summary>Draws the sample of every site, and names the cases in an order drawn by lot.</summary>
    public static IReadOnlyList<StudyCase> Draw(StudyPlan plan, IReadOnlyList<IReadOnlyList<MeasureRow>> sites)
    {
        var drawn = sites.SelectMany((rows, site) => CodingSample.Draw(rows, plan.Sample, plan.Seed, site).Strata
            .SelectMany(stratum => stratum.Drawn.Order().Select(place => new StudyCase("", site, place, rows[place].Number, new Drawing(stratum.Name, stratum.Weight))))).ToList();
        return [.. Shuffled(drawn, plan.Seed, 900_001).Select((one, i) => one with { Name = string.Create(CultureInfo.InvariantCulture, $"C{i + 1:00000}") })];
    }

    /// <summary>In another order (Fisher and Yates).</summary>
    public static IReadOnlyList<T> Shuffled<T>(IReadOnlyList<T> items, ulong seed, ulong stream)
    {
        var (list, chance) = (items.ToList(), new Pcg32(seed, stream));
        for (var last = list.Count - 1; last > 0; last--)
        {
            var other = chance.Below(last + 1);
            (list[last], list[other]) = (list[other], list[last]);
        }

        return list;
    }

    /// <summary>The key of the study, for whoever keeps it: which case is which incident. Coders must not see it.</summary>
    public static byte[] Key(StudyPlan plan, IReadOnlyList<StudyCase> cases)
    {
        var output = new ArrayBufferWriter<byte>();
        CsvLine.Write(output, "case", "site", "incident_number", "stratum", "weight", "purpose");
        foreach (var one in cases)
            CsvLine.Write(output, one.Name, plan.Sites[one.Site].Name, one.Number.Value, one.Drawn.Stratum, one.Drawn.Weight.ToString("R", CultureInfo.InvariantCulture), plan.Purpose);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The cases as the key names them; ends the command where it does not belong to these incidents.</summary>
    public static IReadOnlyList<StudyCase> Read(string path, StudyPlan plan, IReadOnlyList<IReadOnlyList<MeasureRow>> sites)
    {
        var places = sites.Select(rows => rows.Select((row, place) => (row.Number, place)).ToDictionary(pair => pair.Number, pair => pair.place)).ToList();
        return [.. SheetRows.Read(path, ["case", "site", "incident_number", "stratum", "weight"]).Select(row =>
        {
            var site = plan.Sites.ToList().FindIndex(one => one.Name == row.Cells["site"]);
            var number = new IncidentNumber(row.Cells["incident_number"]);
            return site >= 0 && places[site].TryGetValue(number, out var place) && double.TryParse(row.Cells["weight"], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
                ? new StudyCase(row.Cells["case"], site, place, number, new Drawing(row.Cells["stratum"], weight))
                : throw CommandEnd.Refused(string.Create(CultureInfo.InvariantCulture, $"{path}, row {row.Row}: found no incident of this study, expected the key as credence study wrote it."));
        })];
    }

    /// <summary>Says the name only.</summary>
    public override string ToString() => $"StudyCase({Name})";
}
