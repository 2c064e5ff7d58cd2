using Credence.Incidents;

namespace Credence.Cli.Screening;

/// <summary>Makes of a row what may be printed of it: screened as recorded, its offenses are printed as <see cref="PrintedOffense"/> says.</summary>
/// <param name="Offenses">The tables that know codes and words.</param>
/// <param name="Redact">True for outputs without anybody's words.</param>
internal sealed record PrintedRow(OffenseLookup Offenses, bool Redact)
{
    /// <summary>The row as it may be printed, with one problem more if its offense reads like a story.</summary>
    public IncidentRow Of(IncidentRow row, string header)
    {
        if (row.Incident.Offenses is not { Count: > 0 } recorded) return row;
        var printed = recorded.Select(offense => PrintedOffense.Of(offense, Offenses, Redact)).Distinct().ToList();
        if (printed.SequenceEqual(recorded)) return row;
        var stories = recorded.Where(offense => PrintedOffense.IsStory(offense, Offenses)).ToList();
        return row with
        {
            Incident = row.Incident with { Offenses = printed },
            Problems = stories.Count == 0 ? row.Problems : [.. row.Problems, Problem(row, header, stories.Sum(story => story.Value.Length))],
        };
    }

    private static RowProblem Problem(IncidentRow row, string header, int characters) => new(
        row.Row, header, $"{characters} characters of words that are no offense", "the code or name of an offense; they are read and not printed");
}
