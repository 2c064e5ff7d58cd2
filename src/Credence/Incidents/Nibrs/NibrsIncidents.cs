namespace Credence.Incidents.Nibrs;

/// <summary>The incidents of a flat file: those of group A, and each arrest report of group B. A row is a report.</summary>
/// <remarks>The row's number is the line at which the report begins. A zero report is no incident.</remarks>
internal sealed class NibrsIncidents : IDisposable
{
    private readonly Stream _stream;
    private readonly NibrsReports _reports;
    private readonly NibrsInput _input;

    public NibrsIncidents(Stream stream, ReadOnlySpan<byte> first, NibrsInput input)
    {
        (_stream, _input) = (stream, input);
        _reports = new NibrsReports(new NibrsReader(stream, input.Edition, first));
    }

    /// <summary>What of an incident the flat file holds, named as the headers of a table would be.</summary>
    public static IncidentColumns Columns { get; } = IncidentColumns.TryFind(
        ["incident_number", "narrative", "offense", "incident_date", "ori", "location_type", "victim_age", "victim_sex", "arrestee_age", "arrestee_sex", "suspect_age"],
        ColumnMap.Empty, out var columns, out var problem) ? columns : throw new InvalidOperationException(problem.ToString());

    public bool TryRead(out IncidentRow row)
    {
        while (_reports.TryRead(out var report))
        {
            var problems = ProblemsOf(report);
            if (report.Kind is NibrsReportKind.None or NibrsReportKind.Zero && problems.Count == 0) continue;
            row = new IncidentRow(report.Lines[0].Number, IncidentOf(report), problems) { Kind = KindOf(report) };
            return true;
        }

        row = default;
        return false;
    }

    public void Dispose() => _stream.Dispose();

    private static RowKind KindOf(NibrsReport report) =>
        report.Segments is [{ Action: 'D' }, ..] ? RowKind.Deletion
        : report.Kind is NibrsReportKind.None or NibrsReportKind.Zero ? RowKind.Damaged
        : RowKind.Report;

    private Incident IncidentOf(NibrsReport report)
    {
        var incident = NibrsIncident.Of(report);
        return _input.NarrativeOf?.Invoke(incident) is { } narrative ? incident with { Narrative = narrative } : incident;
    }

    private static List<RowProblem> ProblemsOf(NibrsReport report)
    {
        var problems = report.Lines
            .SelectMany(line => line.Problems.Select(problem => new RowProblem(line.Number, $"position {problem.Column}", problem.Found, problem.Expected)))
            .ToList();
        if (report.Segments is [{ Action: 'D' } deletion, ..])
            problems.Add(new RowProblem(deletion.Line, "position 6", "the deletion of a report sent before", "an incident; only its number is read"));
        return problems;
    }
}
