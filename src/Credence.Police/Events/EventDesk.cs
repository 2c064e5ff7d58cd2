using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;

namespace Credence.Police.Events;

/// <summary>Where the log of an organization is read: who did what, when and why, and whether it is whole.</summary>
public sealed class EventDesk(RecordStore<PoliceContext> record) : IEventLog<PoliceAccess>
{
    private readonly EventBook<PoliceContext> _book = new(record);

    /// <summary>The events before this place in the chain, last first, and that they were read; empty for those who may not.</summary>
    [Requires<PoliceAct>(PoliceAct.ReadEvents)]
    public async Task<IReadOnlyList<RecordedEvent>> Read(PoliceAccess access, EventFilter filter, long? before, int most, CancellationToken cancellation) =>
        access.May(PoliceAct.ReadEvents) ? await _book.Read(access, filter, before, most, cancellation) : [];

    /// <summary>Whose handles the log's numbers are: every account of the own organization, closed ones too.</summary>
    [Requires<PoliceAct>(PoliceAct.ReadEvents)]
    public async Task<IReadOnlyList<Account>> Accounts(PoliceAccess access, CancellationToken cancellation) =>
        access.May(PoliceAct.ReadEvents) ? await _book.Accounts(access, cancellation) : [];

    /// <summary>Walks the whole chain and writes down whether it held; null for those who may not.</summary>
    [Requires<PoliceAct>(PoliceAct.ReadEvents)]
    public async Task<ChainCheck?> Check(PoliceAccess access, CancellationToken cancellation) =>
        access.May(PoliceAct.ReadEvents) ? await _book.Check(access, cancellation) : null;

    /// <summary>When somebody of the organization last had the chain checked here, and what came of it; null if nobody has.</summary>
    [Requires<PoliceAct>(PoliceAct.ReadEvents)]
    public async Task<CheckedLog?> LastCheck(PoliceAccess access, CancellationToken cancellation) =>
        access.May(PoliceAct.ReadEvents) ? await _book.LastCheck(access, cancellation) : null;
}
