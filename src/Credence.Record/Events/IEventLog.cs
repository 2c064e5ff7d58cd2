using Credence.Record.Access;

namespace Credence.Record.Events;

/// <summary>The log of an organization, as the desk of either side reads it: each keeps its own rights.</summary>
public interface IEventLog<in TAccess> where TAccess : RecordAccess
{
    public Task<IReadOnlyList<RecordedEvent>> Read(TAccess access, EventFilter filter, long? before, int most, CancellationToken cancellation);

    public Task<IReadOnlyList<Account>> Accounts(TAccess access, CancellationToken cancellation);

    public Task<ChainCheck?> Check(TAccess access, CancellationToken cancellation);

    public Task<CheckedLog?> LastCheck(TAccess access, CancellationToken cancellation);
}
