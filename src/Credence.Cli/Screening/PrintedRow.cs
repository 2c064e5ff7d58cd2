using Credence.Incidents;

namespace Credence.Cli.Screening;

/// <summary>Makes of a row what may be printed of it: screened as recorded, its offenses are printed as <see cref="PrintedOffense"/> says.</summary>
/// <param name="Offenses">The tables that know codes and words.</param>
/// <param name="Redact">True for outputs without anybody's words.</param>
internal sealed record PrintedRow(OffenseLookup Offenses, bool Redact)
{
    /// <summary>The row as it may be printed, with a problem more for words that are no offense, or none that the tables know.</summary>
    public IncidentRow Of(IncidentRow row, string header)
    {
        if (row.Incident.Offenses is not { Count: > 0 } recorded) return row;
        var printed = recorded.Select(offense => PrintedOffense.Of(offense, Offenses, Redact)).Distinct().ToList();
        var problems = ProblemsOf(row, header, recorded).ToList();
        if (printed.SequenceEqual(recorded) && problems.Count == 0) return row;
        return row with { Incident = row.Incident with { Offenses = printed }, Problems = [.. row.Problems, .. problems] };
    }

    private IEnumerable<RowProblem> ProblemsOf(IncidentRow row, string header, IReadOnlyList<OffenseCode> recorded)
    {
        var (stories, unknown) = (0, 0);
        foreach (var offense in recorded)
        {
            if (PrintedOffense.IsStory(offense, Offenses)) stories += offense.Value.Length;
            else if (!Offenses.Read(offense).IsKnown) unknown += offense.Value.Length;
        }

        if (stories > 0) yield return new RowProblem(
            row.Row, header, $"{stories} characters of words that are no offense", "the code or name of an offense; they are read and not printed");
        if (unknown > 0) yield return new RowProblem(
            row.Row, header, $"{unknown} characters that no table of offenses knows",
            "a NIBRS code or words of the tables, which a pack of the agency's own may add; nothing is concluded from them");
    }
}
