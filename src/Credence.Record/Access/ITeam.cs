using Credence.Record.SignIns;

namespace Credence.Record.Access;

/// <summary>The accounts of an organization, as the desk of either side has them: each keeps its own rights.</summary>
public interface ITeam<in TAccess, in TRole> where TAccess : RecordAccess where TRole : struct, Enum
{
    public Task<IReadOnlyList<Account>> Accounts(TAccess access, CancellationToken cancellation);

    public Task<IReadOnlyList<AccountProposal>> Waiting(TAccess access, CancellationToken cancellation);

    public Task<TeamAnswer> Open(TAccess access, string handle, TRole role, CancellationToken cancellation);

    public Task<TeamAnswer> ChangeRole(TAccess access, AccountId account, TRole role, CancellationToken cancellation);

    public Task<TeamAnswer> Confirm(TAccess access, Guid proposal, CancellationToken cancellation);

    public Task<TeamAnswer> Close(TAccess access, AccountId account, CancellationToken cancellation);

    public Task<TeamAnswer> EndSessions(TAccess access, AccountId account, CancellationToken cancellation);

    public Task<TeamAnswer> GiveLink(TAccess access, AccountId account, CancellationToken cancellation);

    public Task<IReadOnlyList<WaitingLink>> WaitingLinks(TAccess access, CancellationToken cancellation);

    public Task<TeamAnswer> ConfirmLink(TAccess access, AccountId account, CancellationToken cancellation);
}
