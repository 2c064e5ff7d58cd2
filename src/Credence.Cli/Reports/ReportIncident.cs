using System.Globalization;
using Credence.Cli.Screening;
using Credence.Incidents;
using Credence.Screening;

namespace Credence.Cli.Reports;

/// <summary>One indicated row as the report shows it; its JSON is what the report's script reads.</summary>
public sealed record ReportIncident
{
    public required string Number { get; init; }

    public required string File { get; init; }

    public required long Row { get; init; }

    public required string Level { get; init; }

    public required string Type { get; init; }

    public required string Minor { get; init; }

    /// <summary>yyyy-MM-dd, or null.</summary>
    public string? Date { get; init; }

    /// <summary>As recorded; null if the source has no offense column.</summary>
    public IReadOnlyList<string>? Offenses { get; init; }

    public required string Reason { get; init; }

    /// <summary>Id of the clause of the level rule, or null.</summary>
    public string? Clause { get; init; }

    public required IReadOnlyList<ReportFinding> Findings { get; init; }

    /// <summary>Ids of what the codes say.</summary>
    public required IReadOnlyList<string> Signals { get; init; }

    /// <summary>The narrative cut at its findings; null if it was left out.</summary>
    public IReadOnlyList<ReportPiece>? Narrative { get; init; }

    internal static ReportIncident Of(IncidentRow row, ScreeningResult result, string file, bool redact)
    {
        var findings = ReportFinding.Numbered(result);
        return new ReportIncident
        {
            Number = ShownText.Of(row.Incident.Number.Value),
            File = ShownText.Of(file),
            Row = row.Row,
            Level = Spelling.Of(result.Level),
            Type = Spelling.Of(result.Type),
            Minor = Spelling.Of(result.Minor),
            Date = row.Incident.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Offenses = row.Incident.Offenses?.Select(offense => ShownText.Of(offense.Value)).ToList(),
            Reason = result.Reason,
            Clause = result.Clause,
            Findings = findings,
            Signals = [.. result.Signals.Select(signal => signal.Id)],
            Narrative = redact ? null : ReportPiece.Cut(row.Incident.Narrative.Text, result.Findings, findings),
        };
    }

    /// <summary>Says where it stands only.</summary>
    public override string ToString() => $"ReportIncident({File}, row {Row})";
}

/// <summary>
/// A sign and what the sentence says of it: however often it stands in the narrative, it has one number. Those that decide
/// the level have the first numbers.
/// </summary>
/// <param name="Indicator">Key of <see cref="ReportTally.Indicators"/>.</param>
/// <param name="Assertion">As files spell it.</param>
/// <param name="Decides">True if the clause of the level stands on it.</param>
public sealed record ReportFinding(string Indicator, string Assertion, bool Decides)
{
    internal static IReadOnlyList<ReportFinding> Numbered(ScreeningResult result)
    {
        var deciding = result.Deciding.Select(finding => (ReportSign.KeyOf(finding.Indicator), finding.Assertion)).ToHashSet();
        return
        [
            .. result.Findings.Select(finding => (Key: ReportSign.KeyOf(finding.Indicator), finding.Assertion)).Distinct()
                .Select(sign => new ReportFinding(sign.Key, Spelling.Of(sign.Assertion), deciding.Contains(sign)))
                .OrderByDescending(sign => sign.Decides),
        ];
    }

    internal bool Is(Finding finding) => Indicator == ReportSign.KeyOf(finding.Indicator) && Assertion == Spelling.Of(finding.Assertion);
}
