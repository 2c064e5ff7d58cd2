using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Events;

/// <summary>Where the log of an organization is read: who did what, when and why, and whether it is whole.</summary>
public sealed class EventDesk(RecordStore<PoliceContext> record)
{
    private static readonly EventKind Verified = new("events.verified");

    /// <summary>The events before this place in the chain, last first, and that they were read; empty for those who may not.</summary>
    [Requires<PoliceAct>(PoliceAct.ReadEvents)]
    public async Task<IReadOnlyList<RecordedEvent>> Read(PoliceAccess access, EventFilter filter, long? before, int most, CancellationToken cancellation) =>
        access.May(PoliceAct.ReadEvents) ? await EventPage.Read(record, access, filter, before, most, cancellation) : [];

    /// <summary>Whose handles the log's numbers are: every account of the own organization, closed ones too.</summary>
    [Requires<PoliceAct>(PoliceAct.ReadEvents)]
    public async Task<IReadOnlyList<Account>> Accounts(PoliceAccess access, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.ReadEvents)) return [];
        await using var rows = record.Enter(access);
        return await rows.Accounts.AsNoTracking().OrderBy(row => row.Handle).ToListAsync(cancellation);
    }

    /// <summary>Walks the whole chain and writes down whether it held; null for those who may not.</summary>
    [Requires<PoliceAct>(PoliceAct.ReadEvents)]
    public async Task<ChainCheck?> Check(PoliceAccess access, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.ReadEvents)) return null;
        var check = await record.CheckChain(cancellation);
        await using var act = await record.Begin(access, cancellation);
        act.Note(new EventDraft(Verified, count: check.Events, detail: check.Holds ? CheckedLog.Held : "broken"));
        await act.Save(cancellation);
        return check;
    }

    /// <summary>When somebody of the organization last had the chain checked here, and what came of it; null if nobody has.</summary>
    [Requires<PoliceAct>(PoliceAct.ReadEvents)]
    public async Task<CheckedLog?> LastCheck(PoliceAccess access, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.ReadEvents)) return null;
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
