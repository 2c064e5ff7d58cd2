using Credence.Incidents;

namespace Credence.Evaluation;

/// <summary>Reads a CSV with narratives and, where it has them, numbers.</summary>
internal static class NarrativeGoldReader
{
    public static Gold Read(CsvTable table)
    {
        if (table.Narrative is not { } narrative)
        {
            return new UnreadableGold("line 1: found no column 'narrative' or 'summary', expected one");
        }

        var problems = new List<GoldProblem>();
        return new NarrativeGold(Incidents(table, narrative, problems)) { Problems = problems };
    }

    private static IEnumerable<Incident> Incidents(CsvTable table, int narrative, List<GoldProblem> problems) =>
        table.Rows(problems).Select(row => new Incident(new IncidentNumber(row.Id), new Narrative(row[narrative])));
}
