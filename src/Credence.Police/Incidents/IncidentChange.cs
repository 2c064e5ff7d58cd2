using Credence.Incidents;
using Credence.Record.Keys;

namespace Credence.Police.Incidents;

/// <summary>
/// What the rows of an import make of one incident. An incident is the rows of the last import that brought it: the first new row
/// of an import takes the place of those of imports before, which stay as history; further ones are added.
/// </summary>
internal sealed class IncidentChange(KnownIncident? known, IncidentId id, IncidentKey key, ImportFile file, long run)
{
    /// <summary>Rows that an incident may have. More are no incident but a column mistaken for its number.</summary>
    public const int MostRows = 1000;

    private readonly bool _wasMet = known?.LastImport == run;
    private readonly bool _wasChanged = known is not null && known.LastImport == run && known.Rows.Any(row => row.FirstImport == run || row.EndedBy == run);

    public KnownIncident? Known { get; } = known;

    public IncidentId Id { get; } = id;

    public IncidentKey Key { get; } = key;

    /// <summary>New rows.</summary>
    public List<ReadRow> Added { get; } = [];

    /// <summary>Rows of the record whose import or end is another one now.</summary>
    public HashSet<KnownRow> Moved { get; } = [];

    /// <summary>Whether this import brought it.</summary>
    public bool IsMet { get; private set; } = known?.LastImport == run;

    /// <summary>Whether it is another than before, so that it is screened anew.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>The rows of the record that hold now.</summary>
    public IEnumerable<KnownRow> Current => Known?.Rows.Where(row => row.IsCurrent) ?? [];

    public int Rows => Current.Count() + Added.Count;

    /// <summary>1 if the import adds it.</summary>
    public int AddsIncident => Known is null ? 1 : 0;

    /// <summary>1 if the import changes for the first time an incident that was there before.</summary>
    public int ChangesIncident => Known is not null && IsChanged && !_wasChanged ? 1 : 0;

    /// <summary>1 if it is met as it was; -1 if it had been met so and has changed since.</summary>
    public int LeavesIncident => Known is null ? 0 : IsChanged ? (_wasMet && !_wasChanged ? -1 : 0) : IsMet && !_wasMet ? 1 : 0;

    /// <summary>Takes a row; says why if it cannot.</summary>
    public IEnumerable<RowProblem> Take(ReadRow row)
    {
        if (Known is { Content: not ContentState.Kept }) return [Problem(row, "an incident whose content was erased", "incidents that may be kept; it is not imported again")];
        var same = Known?.Rows.FirstOrDefault(one => one.Fingerprint.AsSpan().SequenceEqual(row.Fingerprint));
        if (same is { IsCurrent: true }) return Meet(same);
        if (Added.Exists(one => one.Fingerprint.AsSpan().SequenceEqual(row.Fingerprint))) return [];
        if (row.Kind == RowKind.Damaged && Rows > 0) return [Problem(row, "a damaged row of an incident that is in the record", "a whole row; the incident is kept as it is")];
        if (IsMet && Rows >= MostRows) return [Problem(row, $"more than {MostRows} rows of one incident", "fewer; the row is not imported")];
        return Add(row, same);
    }

    /// <summary>Ends the rows that the import did not bring again.</summary>
    public void PutRight()
    {
        foreach (var row in Current.Where(row => row.LastImport != run).ToList()) End(row);
        IsChanged = true;
    }

    private IEnumerable<RowProblem> Add(ReadRow row, KnownRow? same)
    {
        var isOfThisCommand = Known is not null && !IsMet && file.FirstRun > 0 && Known.LastImport >= file.FirstRun;
        if (!IsMet)
            foreach (var one in Current.ToList()) End(one);
        if (same is null) Added.Add(row);
        else
        {
            same.EndedBy = null;
            Moved.Add(same);
            Meet(same);
        }

        (IsMet, IsChanged) = (true, true);
        return isOfThisCommand
            ? [Problem(row, "an incident that another file of this command brought", "all rows of an incident in one file; those of this file hold, the others are its history")]
            : [];
    }

    private IEnumerable<RowProblem> Meet(KnownRow row)
    {
        if (row.LastImport != run) Moved.Add(row);
        row.LastImport = run;
        IsMet = true;
        return [];
    }

    private void End(KnownRow row)
    {
        row.EndedBy = run;
        Moved.Add(row);
    }

    private static RowProblem Problem(ReadRow row, string found, string expected) => new(row.Number, "", found, expected);
}
