using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.SignIns;
using Credence.Record.Storage;

namespace Credence.Police.Access;

/// <summary>The accounts of an organization: an administrator proposes, and another administrator or a supervisor confirms.</summary>
public sealed class TeamDesk(RecordStore<PoliceContext> record) : ITeam<PoliceAccess, PoliceRole>
{
    private readonly Roster<PoliceContext> _roster = new(record);
    private readonly EntryLinks<PoliceContext> _links = new(record);

    /// <summary>Every account of the own organization, closed ones too.</summary>
    [Requires<PoliceAct>(PoliceAct.ManageAccounts)]
    public async Task<IReadOnlyList<Account>> Accounts(PoliceAccess access, CancellationToken cancellation) =>
        access.May(PoliceAct.ManageAccounts) ? await _roster.Accounts(access, cancellation) : [];

    /// <summary>What waits for a second person.</summary>
    [Requires<PoliceAct>(PoliceAct.ManageAccounts)]
    [Requires<PoliceAct>(PoliceAct.Approve)]
    public async Task<IReadOnlyList<AccountProposal>> Waiting(PoliceAccess access, CancellationToken cancellation) =>
        MayConfirm(access) ? await _roster.Waiting(access, cancellation) : [];

    /// <summary>Proposes a new account.</summary>
    [Requires<PoliceAct>(PoliceAct.ManageAccounts)]
    public async Task<TeamAnswer> Open(PoliceAccess access, string handle, PoliceRole role, CancellationToken cancellation) =>
        access.May(PoliceAct.ManageAccounts) ? await _roster.Open(access, handle, role.ToString(), cancellation) : new TeamAnswer.NotFound();

    /// <summary>Proposes another role for an account, also for one's own.</summary>
    [Requires<PoliceAct>(PoliceAct.ManageAccounts)]
    public async Task<TeamAnswer> ChangeRole(PoliceAccess access, AccountId account, PoliceRole role, CancellationToken cancellation) =>
        access.May(PoliceAct.ManageAccounts) ? await _roster.ChangeRole(access, account, role.ToString(), cancellation) : new TeamAnswer.NotFound();

    /// <summary>Confirms what somebody else proposed about an account that is not one's own.</summary>
    [Requires<PoliceAct>(PoliceAct.ManageAccounts)]
    [Requires<PoliceAct>(PoliceAct.Approve)]
    public async Task<TeamAnswer> Confirm(PoliceAccess access, Guid proposal, CancellationToken cancellation) =>
        MayConfirm(access) ? await _roster.Confirm(access, proposal, cancellation) : new TeamAnswer.NotFound();

    /// <summary>Closes an account at once; never the last administrator's.</summary>
    [Requires<PoliceAct>(PoliceAct.ManageAccounts)]
    public async Task<TeamAnswer> Close(PoliceAccess access, AccountId account, CancellationToken cancellation) =>
        access.May(PoliceAct.ManageAccounts) ? await _roster.Close(access, account, cancellation) : new TeamAnswer.NotFound();

    /// <summary>Writes that the sessions of an account are ended; the host that keeps them ends them.</summary>
    [Requires<PoliceAct>(PoliceAct.ManageAccounts)]
    public async Task<TeamAnswer> EndSessions(PoliceAccess access, AccountId account, CancellationToken cancellation) =>
        access.May(PoliceAct.ManageAccounts) ? await _roster.EndSessions(access, account, cancellation) : new TeamAnswer.NotFound();

    /// <summary>A link by which an account sets up its sign-in. It works together with the code that another administrator or a second person gives.</summary>
    [Requires<PoliceAct>(PoliceAct.ManageAccounts)]
    public async Task<TeamAnswer> GiveLink(PoliceAccess access, AccountId account, CancellationToken cancellation) =>
        access.May(PoliceAct.ManageAccounts) ? await _links.Give(access, account, cancellation) : new TeamAnswer.NotFound();

    /// <summary>Links that wait for their code.</summary>
    [Requires<PoliceAct>(PoliceAct.ManageAccounts)]
    [Requires<PoliceAct>(PoliceAct.Approve)]
    public async Task<IReadOnlyList<WaitingLink>> WaitingLinks(PoliceAccess access, CancellationToken cancellation) =>
        MayConfirm(access) ? await _links.WaitingFor(access, cancellation) : [];

    /// <summary>The code to a link that somebody else gave: whoever gives it has made sure who the person is.</summary>
    [Requires<PoliceAct>(PoliceAct.ManageAccounts)]
    [Requires<PoliceAct>(PoliceAct.Approve)]
    public async Task<TeamAnswer> ConfirmLink(PoliceAccess access, AccountId account, CancellationToken cancellation) =>
        MayConfirm(access) ? await _links.Confirm(access, account, cancellation) : new TeamAnswer.NotFound();

    private static bool MayConfirm(PoliceAccess access) => access.May(PoliceAct.ManageAccounts) || access.May(PoliceAct.Approve);
}
