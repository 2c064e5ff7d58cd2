using System.Globalization;
using Credence.Incidents;

namespace Credence.Evaluation;

/// <summary>Reads a CSV of case summaries with their statutes and the number of victims under 18.</summary>
internal static class CaseGoldReader
{
    public static Gold Read(CsvTable table)
    {
        if (table.Narrative is not { } summary || table.Column("statutes") is not { } statutes)
        {
            return new UnreadableGold("line 1: found no columns 'summary' and 'statutes', expected both");
        }

        var minors = table.Column("n_minors");
        var problems = new List<GoldProblem>();
        var cases = new List<CaseSummary>();
        foreach (var row in table.Rows(problems))
        {
            var incident = new Incident(new IncidentNumber(row.Id), new Narrative(row[summary]));
            var count = minors is { } column ? Count(row, column, problems) : null;
            cases.Add(new CaseSummary(incident, ChargedStatutes.Read(row[statutes]), count));
        }

        return new CaseGold(cases) { Problems = problems };
    }

    private static int? Count(CsvTable.Row row, int column, List<GoldProblem> problems)
    {
        var cell = row[column];
        if (cell.Length == 0) { return null; }

        if (int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) { return count; }

        problems.Add(new GoldProblem(row.Line, "column 'n_minors': found no whole number, expected one or an empty cell"));
        return null;
    }
}
