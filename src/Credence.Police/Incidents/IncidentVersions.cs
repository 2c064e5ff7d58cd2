using Credence.Incidents;
using Credence.Record.Keys;

namespace Credence.Police.Incidents;

/// <summary>What an incident says and what it said, put together from its rows.</summary>
internal sealed class IncidentVersions
{
    private readonly IReadOnlyList<(RecordedSourceRow Row, Incident Content)> _rows;

    private IncidentVersions(IReadOnlyList<(RecordedSourceRow, Incident)> rows) => _rows = rows;

    /// <summary>The rows, opened; null if one of them does not open: a part must not pass for the whole.</summary>
    public static IncidentVersions? Open(IncidentId incident, IReadOnlyList<RecordedSourceRow> rows, ContentKey key)
    {
        var opened = new List<(RecordedSourceRow, Incident)>(rows.Count);
        foreach (var row in rows.OrderBy(row => row.Id))
        {
            if (key.Open(incident, row) is not { } content) return null;
            opened.Add((row, content.ToIncident()));
        }

        return new IncidentVersions(opened);
    }

    /// <summary>What it says now; null if no row holds.</summary>
    public Incident? Now => Of(row => row.EndedBy is null);

    /// <summary>The imports that ended a version, newest first.</summary>
    public IReadOnlyList<long> Endings => [.. _rows.Select(one => one.Row.EndedBy).OfType<long>().Distinct().OrderDescending()];

    /// <summary>What it said until this import; null if nothing held then.</summary>
    public Incident? Until(long import) => Of(row => row.FirstImport < import && (row.EndedBy is null || row.EndedBy >= import));

    private Incident? Of(Func<RecordedSourceRow, bool> holds) =>
        _rows.Where(one => holds(one.Row)).Select(one => one.Content).ToList() is { Count: > 0 } rows ? IncidentUnion.Of(rows) : null;
}
