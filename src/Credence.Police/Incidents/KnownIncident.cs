using Credence.Police.Storage;
using Credence.Record.Keys;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Incidents;

/// <summary>A row of an incident that the record has, without its content.</summary>
internal sealed class KnownRow(long id, byte[] fingerprint, long firstImport, long lastImport, long? endedBy)
{
    public long Id { get; } = id;

    public byte[] Fingerprint { get; } = fingerprint;

    public long FirstImport { get; } = firstImport;

    public long LastImport { get; set; } = lastImport;

    public long? EndedBy { get; set; } = endedBy;

    /// <summary>True if it holds now.</summary>
    public bool IsCurrent => EndedBy is null;
}

/// <summary>An incident that the record has, with its rows and their history.</summary>
internal sealed record KnownIncident(long Row, IncidentId Id, IncidentKey Key, long LastImport, ContentState Content, IReadOnlyList<KnownRow> Rows)
{
    public override string ToString() => $"KnownIncident({Row})";

    /// <summary>Those of these that the record has.</summary>
    public static async Task<Dictionary<IncidentKey, KnownIncident>> Find(PoliceContext record, IReadOnlyCollection<IncidentKey> keys, CancellationToken cancellation)
    {
        var known = new Dictionary<IncidentKey, KnownIncident>();
        foreach (var agency in keys.GroupBy(key => key.Agency))
        {
            var numbers = agency.Select(key => key.Number).Distinct().ToArray();
            var found = record.Incidents.Where(row => row.Agency == agency.Key && EF.Parameter(numbers).Contains(row.Number));
            foreach (var incident in await Load(record, found, cancellation)) known[incident.Key] = incident;
        }

        return known;
    }

    /// <summary>Incidents after a place that an import met without meeting each of their rows, in the order of their places.</summary>
    public static Task<List<KnownIncident>> HalfMet(PoliceContext record, long run, long after, int most, CancellationToken cancellation) => Load(
        record,
        record.Incidents.Where(row => row.LastImport == run && row.SourceRows > 1 && row.Row > after && row.Content == ContentState.Kept
            && record.SourceRows.Any(part => part.Incident == row.Row && part.EndedBy == null && part.LastImport != run)).OrderBy(row => row.Row).Take(most),
        cancellation);

    private static async Task<List<KnownIncident>> Load(PoliceContext record, IQueryable<RecordedIncident> which, CancellationToken cancellation)
    {
        var incidents = await which.Select(row => new { row.Row, row.Id, row.Agency, row.Number, row.LastImport, row.Content }).ToListAsync(cancellation);
        if (incidents.Count == 0) return [];
        var places = incidents.Select(row => row.Row).ToArray();
        var rows = (await record.SourceRows.Where(row => EF.Parameter(places).Contains(row.Incident)).OrderBy(row => row.Id)
            .Select(row => new { row.Id, row.Incident, row.Fingerprint, row.FirstImport, row.LastImport, row.EndedBy }).ToListAsync(cancellation))
            .ToLookup(row => row.Incident, row => new KnownRow(row.Id, row.Fingerprint, row.FirstImport, row.LastImport, row.EndedBy));
        return incidents.ConvertAll(row => new KnownIncident(row.Row, row.Id, new IncidentKey(row.Agency, row.Number), row.LastImport, row.Content, [.. rows[row.Row]]));
    }
}
