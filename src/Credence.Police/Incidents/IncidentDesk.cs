using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Incidents;

/// <summary>Where incidents of the police record are listed, opened and followed back.</summary>
public sealed class IncidentDesk(RecordStore<PoliceContext> record)
{
    private const int MostOnPage = 200;

    private static readonly EventKind Opened = new("incident.opened");

    private readonly QueueTally _tally = new();

    /// <summary>The queue, strongest first; empty for those who may not see it.</summary>
    [Requires<PoliceAct>(PoliceAct.SeeQueue)]
    public async Task<IReadOnlyList<QueueLine>> Queue(
        PoliceAccess access, QueueFilter filter, QueuePlace? after, int most, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.SeeQueue)) return [];
        most = Math.Clamp(most, 1, MostOnPage);
        await using var rows = record.Enter(access);
        var lines = new List<QueueLine>();
        foreach (var half in filter.Halves(rows.Incidents.AsNoTracking())) lines.AddRange(await Page(Behind(after, half.Incidents), most, cancellation));
        return [.. lines.OrderByDescending(line => line.Level).ThenByDescending(line => line.Score).ThenBy(line => line.Place.Row).Take(most)];
    }

    /// <summary>How many stand at each level; empty for those who may not see the queue.</summary>
    [Requires<PoliceAct>(PoliceAct.SeeQueue)]
    public async Task<IReadOnlyList<QueueCount>> Count(PoliceAccess access, QueueFilter filter, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.SeeQueue)) return [];
        await using var rows = record.Enter(access);
        return await _tally.Of(rows, access.Organization, filter, cancellation);
    }

    /// <summary>Opens an incident with its narrative, and writes down that it was opened and why; null if it does not exist for the one who asks.</summary>
    [Requires<PoliceAct>(PoliceAct.OpenIncident)]
    public async Task<OpenedIncident?> Open(PoliceAccess access, IncidentId id, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.OpenIncident)) return null;
        await using var act = await record.Begin(access, cancellation);
        if (await act.Rows.Incidents.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } incident) return null;
        using var key = await record.Vault.Find(id.Value, cancellation);
        var opened = await Open(act.Rows, incident, key, cancellation);
        act.Note(new EventDraft(Opened, id.Value));
        await act.Save(cancellation);
        return opened;
    }

    /// <summary>Who did what with an incident, last first and so many at most; empty if it does not exist for the one who asks.</summary>
    [Requires<PoliceAct>(PoliceAct.OpenIncident)]
    public async Task<IReadOnlyList<RecordedEvent>> History(PoliceAccess access, IncidentId id, int most, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.OpenIncident)) return [];
        await using var rows = record.Enter(access);
        if (!await rows.Incidents.AnyAsync(row => row.Id == id, cancellation)) return [];
        return await rows.Events.AsNoTracking().Where(row => row.Subject == id.Value)
            .OrderByDescending(row => row.Sequence).Take(Math.Clamp(most, 1, MostOnPage)).ToListAsync(cancellation);
    }

    private static async Task<OpenedIncident> Open(PoliceContext rows, RecordedIncident incident, ContentKey? key, CancellationToken cancellation)
    {
        var parts = key is null ? [] : await rows.SourceRows.AsNoTracking().Where(row => row.Incident == incident.Row).ToListAsync(cancellation);
        var versions = key is null ? null : IncidentVersions.Open(incident.Id, parts, key);
        var packs = await rows.PackSets.Where(row => row.Id == incident.PackSet).Select(row => row.Packs).SingleAsync(cancellation);
        return new OpenedIncident
        {
            Id = incident.Id,
            Number = incident.Number,
            Level = incident.Level,
            IsMissed = incident.IsMissed,
            IsRecordedAsTrafficking = incident.IsRecordedAsTrafficking,
            ReceivedAt = incident.ReceivedAt,
            ChangedAt = incident.ChangedAt,
            Content = incident.Content,
            Incident = versions?.Now,
            Screened = key?.Open(incident),
            Packs = packs.Split(' '),
            Earlier = versions is null ? [] : await Earlier(rows, versions, cancellation),
        };
    }

    private static async Task<IReadOnlyList<EarlierVersion>> Earlier(PoliceContext rows, IncidentVersions versions, CancellationToken cancellation)
    {
        if (versions.Endings is not { Count: > 0 } endings) return [];
        var times = await rows.Imports.Where(row => endings.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.BeganAt, cancellation);
        return [.. endings.Where(times.ContainsKey)
            .Select(import => (import, Content: versions.Until(import)))
            .Where(one => one.Content is not null)
            .Select(one => new EarlierVersion(one.import, times[one.import], one.Content!))];
    }

    private static Task<List<QueueLine>> Page(IQueryable<RecordedIncident> incidents, int most, CancellationToken cancellation) =>
        incidents.OrderByDescending(row => row.Level).ThenByDescending(row => row.Score).ThenBy(row => row.Row)
            .Take(most)
            .Select(row => new QueueLine(
                row.Id, row.Number, row.Agency, row.Date, row.Offenses, row.Level, row.Type, row.Minor, row.Score, row.IsMissed)
            {
                Place = new QueuePlace(row.Level, row.Score, row.Row),
            })
            .ToListAsync(cancellation);

    // A page begins behind the last line of the one before: (level, score, row) in the queue's own order.
    private static IQueryable<RecordedIncident> Behind(QueuePlace? after, IQueryable<RecordedIncident> incidents) => after is not { } place
        ? incidents
        : incidents.Where(row => row.Level < place.Level
            || (row.Level == place.Level && (row.Score < place.Score || (row.Score == place.Score && row.Row > place.Row))));
}
