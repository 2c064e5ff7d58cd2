using Credence.Record.Access;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Events;

/// <summary>The log of an organization for a desk that has asked for the right: its pages, whose handles stand in it, and whether it is whole.</summary>
internal sealed class EventBook<TContext>(RecordStore<TContext> record) where TContext : RecordContext
{
    private static readonly EventKind Verified = new("events.verified");

    internal Task<IReadOnlyList<RecordedEvent>> Read(RecordAccess access, EventFilter filter, long? before, int most, CancellationToken cancellation) =>
        EventPage.Read(record, access, filter, before, most, cancellation);

    internal async Task<IReadOnlyList<Account>> Accounts(RecordAccess access, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        return await rows.Accounts.AsNoTracking().OrderBy(row => row.Handle).ToListAsync(cancellation);
    }

    /// <summary>Walks the whole chain and writes down whether it held.</summary>
    internal async Task<ChainCheck> Check(RecordAccess access, CancellationToken cancellation)
    {
        var check = await record.CheckChain(cancellation);
        await using var act = await record.Begin(access, cancellation);
        act.Note(new EventDraft(Verified, count: check.Events, detail: check.Holds ? CheckedLog.Held : "broken"));
        await act.Save(cancellation);
        return check;
    }

    internal async Task<CheckedLog?> LastCheck(RecordAccess access, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        return await rows.Events.AsNoTracking().Where(row => row.Kind == Verified.Word).OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancellation) is { } last
            ? new CheckedLog(last.Time, last.Detail == CheckedLog.Held, last.Count)
            : null;
    }
}

/// <summary>A check of the chain that was written down.</summary>
/// <param name="At">When.</param>
/// <param name="Holds">Whether it held.</param>
/// <param name="Events">How many events it walked.</param>
public sealed record CheckedLog(DateTimeOffset At, bool Holds, long Events)
{
    internal const string Held = "holds";
}
