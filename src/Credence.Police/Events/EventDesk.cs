using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;

namespace Credence.Police.Events;

/// <summary>Where the log of an organization is read: who did what, when and why.</summary>
public sealed class EventDesk(RecordStore<PoliceContext> record)
{
    /// <summary>The events before this place in the chain, last first, and that they were read; empty for those who may not.</summary>
    [Requires<PoliceAct>(PoliceAct.ReadEvents)]
    public async Task<IReadOnlyList<RecordedEvent>> Read(PoliceAccess access, long? before, int most, CancellationToken cancellation) =>
        access.May(PoliceAct.ReadEvents) ? await EventPage.Read(record, access, before, most, cancellation) : [];
}
