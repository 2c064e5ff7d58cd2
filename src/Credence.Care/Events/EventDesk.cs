using Credence.Care.Access;
using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;

namespace Credence.Care.Events;

/// <summary>Where the log of an organization is read: who did what, when and why.</summary>
public sealed class EventDesk(RecordStore<CareContext> record)
{
    /// <summary>The events before this place in the chain, last first, and that they were read; empty for those who may not.</summary>
    [Requires<CareAct>(CareAct.ReadEvents)]
    public async Task<IReadOnlyList<RecordedEvent>> Read(CareAccess access, long? before, int most, CancellationToken cancellation) =>
        access.May(CareAct.ReadEvents) ? await EventPage.Read(record, access, new EventFilter(), before, most, cancellation) : [];
}
