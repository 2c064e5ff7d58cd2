using Credence.Record.Access;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Events;

/// <summary>A page of the log of one organization. To read it is an event itself.</summary>
internal static class EventPage
{
    private const int Longest = 500;

    internal static async Task<IReadOnlyList<RecordedEvent>> Read<TContext>(
        RecordStore<TContext> record, RecordAccess access, EventFilter filter, long? before, int most, CancellationToken cancellation) where TContext : RecordContext
    {
        await using var act = await record.Begin(access, cancellation);
        var page = await filter.Narrow(act.Rows.Events.AsNoTracking())
            .Where(row => before == null || row.Sequence < before)
            .OrderByDescending(row => row.Sequence)
            .Take(Math.Clamp(most, 1, Longest))
            .ToListAsync(cancellation);
        act.Note(new EventDraft(new EventKind("events.read"), count: page.Count));
        await act.Save(cancellation);
        return page;
    }
}
