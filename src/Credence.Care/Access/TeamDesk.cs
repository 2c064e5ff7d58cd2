using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.SignIns;
using Credence.Record.Storage;

namespace Credence.Care.Access;

/// <summary>The accounts of an organization: an administrator proposes, and another administrator or a lead confirms.</summary>
public sealed class TeamDesk(RecordStore<CareContext> record) : ITeam<CareAccess, CareRole>
{
    private readonly Roster<CareContext> _roster = new(record);
    private readonly EntryLinks<CareContext> _links = new(record);

    /// <summary>Every account of the own organization, closed ones too.</summary>
    [Requires<CareAct>(CareAct.ManageAccounts)]
    public async Task<IReadOnlyList<Account>> Accounts(CareAccess access, CancellationToken cancellation) =>
        access.May(CareAct.ManageAccounts) ? await _roster.Accounts(access, cancellation) : [];

    /// <summary>What waits for a second person.</summary>
    [Requires<CareAct>(CareAct.ManageAccounts)]
    [Requires<CareAct>(CareAct.Approve)]
    public async Task<IReadOnlyList<AccountProposal>> Waiting(CareAccess access, CancellationToken cancellation) =>
        MayConfirm(access) ? await _roster.Waiting(access, cancellation) : [];

    /// <summary>Proposes a new account.</summary>
    [Requires<CareAct>(CareAct.ManageAccounts)]
    public async Task<TeamAnswer> Open(CareAccess access, string handle, CareRole role, CancellationToken cancellation) =>
        access.May(CareAct.ManageAccounts) ? await _roster.Open(access, handle, role.ToString(), cancellation) : new TeamAnswer.NotFound();

    /// <summary>Proposes another role for an account, also for one's own.</summary>
    [Requires<CareAct>(CareAct.ManageAccounts)]
    public async Task<TeamAnswer> ChangeRole(CareAccess access, AccountId account, CareRole role, CancellationToken cancellation) =>
        access.May(CareAct.ManageAccounts) ? await _roster.ChangeRole(access, account, role.ToString(), cancellation) : new TeamAnswer.NotFound();

    /// <summary>Confirms what somebody else proposed about an account that is not one's own.</summary>
    [Requires<CareAct>(CareAct.ManageAccounts)]
    [Requires<CareAct>(CareAct.Approve)]
    public async Task<TeamAnswer> Confirm(CareAccess access, Guid proposal, CancellationToken cancellation) =>
        MayConfirm(access) ? await _roster.Confirm(access, proposal, cancellation) : new TeamAnswer.NotFound();

    /// <summary>Closes an account at once; never the last administrator's.</summary>
    [Requires<CareAct>(CareAct.ManageAccounts)]
    public async Task<TeamAnswer> Close(CareAccess access, AccountId account, CancellationToken cancellation) =>
        access.May(CareAct.ManageAccounts) ? await _roster.Close(access, account, cancellation) : new TeamAnswer.NotFound();

    /// <summary>Writes that the sessions of an account are ended; the host that keeps them ends them.</summary>
    [Requires<CareAct>(CareAct.ManageAccounts)]
    public async Task<TeamAnswer> EndSessions(CareAccess access, AccountId account, CancellationToken cancellation) =>
        access.May(CareAct.ManageAccounts) ? await _roster.EndSessions(access, account, cancellation) : new TeamAnswer.NotFound();

    /// <summary>A link by which an account sets up its sign-in. It works together with the code that another administrator or a second person gives.</summary>
    [Requires<CareAct>(CareAct.ManageAccounts)]
    public async Task<TeamAnswer> GiveLink(CareAccess access, AccountId account, CancellationToken cancellation) =>
        access.May(CareAct.ManageAccounts) ? await _links.Give(access, account, cancellation) : new TeamAnswer.NotFound();

    /// <summary>Links that wait for their code.</summary>
    [Requires<CareAct>(CareAct.ManageAccounts)]
    [Requires<CareAct>(CareAct.Approve)]
    public async Task<IReadOnlyList<WaitingLink>> WaitingLinks(CareAccess access, CancellationToken cancellation) =>
        MayConfirm(access) ? await _links.WaitingFor(access, cancellation) : [];

    /// <summary>The code to a link that somebody else gave: whoever gives it has made sure who the person is.</summary>
    [Requires<CareAct>(CareAct.ManageAccounts)]
    [Requires<CareAct>(CareAct.Approve)]
    public async Task<TeamAnswer> ConfirmLink(CareAccess access, AccountId account, CancellationToken cancellation) =>
        MayConfirm(access) ? await _links.Confirm(access, account, cancellation) : new TeamAnswer.NotFound();

    private static bool MayConfirm(CareAccess access) => access.May(CareAct.ManageAccounts) || access.May(CareAct.Approve);
}
