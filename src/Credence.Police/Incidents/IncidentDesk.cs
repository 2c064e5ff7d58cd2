using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Incidents;

/// <summary>Where incidents of the police record are listed, opened and followed back.</summary>
public sealed class IncidentDesk(RecordStore<PoliceContext> record)
{
    private const int MostOnPage = 200;

    /// <summary>The queue, strongest first; empty for those who may not see it.</summary>
    [Requires<PoliceAct>(PoliceAct.SeeQueue)]
    public async Task<IReadOnlyList<QueueLine>> Queue(
        PoliceAccess access, QueueFilter filter, QueuePlace? after, int most, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.SeeQueue)) return [];
        await using var rows = record.Enter(access);
        return await Behind(after, filter.Narrow(rows.Incidents.AsNoTracking()))
            .OrderByDescending(row => row.Level).ThenByDescending(row => row.Score).ThenBy(row => row.Row)
            .Take(Math.Clamp(most, 1, MostOnPage))
            .Select(row => new QueueLine(
                row.Id, row.Number, row.Agency, row.Date, row.Offenses, row.Level, row.Type, row.Minor, row.Score, row.IsMissed)
            {
                Place = new QueuePlace(row.Level, row.Score, row.Row),
            })
            .ToListAsync(cancellation);
    }

    /// <summary>How many stand at each level; empty for those who may not see the queue.</summary>
    [Requires<PoliceAct>(PoliceAct.SeeQueue)]
    public async Task<IReadOnlyList<QueueCount>> Count(PoliceAccess access, QueueFilter filter, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.SeeQueue)) return [];
        await using var rows = record.Enter(access);
        var counts = await filter.Narrow(rows.Incidents.AsNoTracking())
            .GroupBy(row => new { row.Level, row.IsMissed })
            .Select(group => new { group.Key.Level, group.Key.IsMissed, Incidents = group.LongCount() })
            .ToListAsync(cancellation);
        return [.. counts.Select(count => new QueueCount(count.Level, count.IsMissed, count.Incidents))
            .OrderByDescending(count => count.Level).ThenByDescending(count => count.IsMissed)];
    }

    /// <summary>Who did what with an incident, last first; empty if it does not exist for the one who asks.</summary>
    [Requires<PoliceAct>(PoliceAct.OpenIncident)]
    public async Task<IReadOnlyList<RecordedEvent>> History(PoliceAccess access, IncidentId id, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.OpenIncident)) return [];
        await using var rows = record.Enter(access);
        if (!await rows.Incidents.AnyAsync(row => row.Id == id, cancellation)) return [];
        return await rows.Events.AsNoTracking().Where(row => row.Subject == id.Value)
            .OrderByDescending(row => row.Sequence).ToListAsync(cancellation);
    }

    // A page begins behind the last line of the one before: (level, score, row) in the queue's own order.
    private static IQueryable<RecordedIncident> Behind(QueuePlace? after, IQueryable<RecordedIncident> incidents) => after is not { } place
        ? incidents
        : incidents.Where(row => row.Level < place.Level
            || (row.Level == place.Level && (row.Score < place.Score || (row.Score == place.Score && row.Row > place.Row))));
}
