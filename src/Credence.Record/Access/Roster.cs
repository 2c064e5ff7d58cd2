using System.Text.RegularExpressions;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Access;

/// <summary>
/// The accounts of an organization. Nobody alone gives anybody a role, also not to a new account: an administrator who could
/// would open one that sees cases, or a second administrator who agrees. To close an account needs nobody else, because it is urgent.
/// </summary>
internal sealed partial class Roster<TContext>(RecordStore<TContext> record) where TContext : RecordContext
{
    // Both sides call it so.
    internal const string Administrator = "Administrator";

    internal async Task<IReadOnlyList<Account>> Accounts(RecordAccess access, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        return await rows.Accounts.AsNoTracking().OrderBy(row => row.Handle).ToListAsync(cancellation);
    }

    internal async Task<IReadOnlyList<AccountProposal>> Waiting(RecordAccess access, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        return await rows.AccountProposals.AsNoTracking().Where(row => row.ConfirmedAt == null)
            .OrderBy(row => row.ProposedAt).ThenBy(row => row.Id).ToListAsync(cancellation);
    }

    internal async Task<TeamAnswer> Open(RecordAccess access, string handle, string role, CancellationToken cancellation)
    {
        if (!Form().IsMatch(handle)) return new TeamAnswer.Refused("Found a handle of another form, expected 1 to 40 letters, digits, dots, hyphens or underscores, such as a badge number.");
        await using var act = await record.Begin(access, cancellation);
        if (await act.Rows.Accounts.AnyAsync(row => row.Handle == handle, cancellation)) return HandleTaken;
        return await Propose(act, access, new AccountId(Guid.CreateVersion7(record.Clock.GetUtcNow())), handle, role, cancellation);
    }

    internal async Task<TeamAnswer> ChangeRole(RecordAccess access, AccountId account, string role, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        return await act.Rows.Accounts.SingleOrDefaultAsync(row => row.Id == account && row.ClosedAt == null, cancellation) is not { } found ? new TeamAnswer.NotFound()
            : await IsLastAdministrator(act.Rows, found, cancellation) ? Last
            : await Propose(act, access, account, found.Handle, role, cancellation);
    }

    internal async Task<TeamAnswer> Confirm(RecordAccess access, Guid proposal, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await act.Rows.AccountProposals.SingleOrDefaultAsync(row => row.Id == proposal && row.ConfirmedAt == null, cancellation) is not { } found)
            return new TeamAnswer.NotFound();
        if (found.ProposedBy == access.Account || found.Account == access.Account)
            return new TeamAnswer.Refused("Found the account that proposed it or that it is about, expected a second person.");
        // An account is closed because it is urgent: what it had proposed by then must not wait for somebody who agrees.
        if (await act.Rows.Accounts.AnyAsync(row => row.Id == found.ProposedBy && row.ClosedAt != null, cancellation))
            return new TeamAnswer.Refused("Found a proposal of an account that was closed since, expected one of an open account: propose it anew.");
        if (await Carry(act, found, cancellation) is { } refused) return refused;
        found.ConfirmedAt = record.Clock.GetUtcNow();
        await act.Save(cancellation);
        return new TeamAnswer.Done(found.Account);
    }

    internal async Task<TeamAnswer> Close(RecordAccess access, AccountId account, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await act.Rows.Accounts.SingleOrDefaultAsync(row => row.Id == account && row.ClosedAt == null, cancellation) is not { } found) return new TeamAnswer.NotFound();
        if (await IsLastAdministrator(act.Rows, found, cancellation)) return Last;
        found.ClosedAt = record.Clock.GetUtcNow();
        act.Note(new EventDraft(new EventKind("account.closed"), account.Value));
        await act.Save(cancellation);
        return new TeamAnswer.Done(account);
    }

    internal async Task<TeamAnswer> EndSessions(RecordAccess access, AccountId account, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        if (!await act.Rows.Accounts.AnyAsync(row => row.Id == account, cancellation)) return new TeamAnswer.NotFound();
        act.Note(new EventDraft(new EventKind("account.sessions-ended"), account.Value));
        await act.Save(cancellation);
        return new TeamAnswer.Done(account);
    }

    private static TeamAnswer.Refused HandleTaken => new("Found another account with this handle, expected one that nobody has.");

    private static TeamAnswer.Refused Last => new("Found the last administrator, expected that one remains: open another first.");

    private async Task<TeamAnswer> Propose(
        Act<TContext> act, RecordAccess access, AccountId account, string handle, string role, CancellationToken cancellation)
    {
        var proposal = new AccountProposal
        {
            Id = Guid.CreateVersion7(record.Clock.GetUtcNow()), Organization = access.Organization, Account = account, Handle = handle, Role = role,
            ProposedBy = access.Account, ProposedAt = record.Clock.GetUtcNow(),
        };
        act.Rows.AccountProposals.Add(proposal);
        act.Note(new EventDraft(new EventKind("account.proposed"), account.Value, detail: role));
        await act.Save(cancellation);
        return new TeamAnswer.Waits(proposal.Id);
    }

    private static async Task<TeamAnswer?> Carry(Act<TContext> act, AccountProposal proposal, CancellationToken cancellation)
    {
        var found = await act.Rows.Accounts.SingleOrDefaultAsync(row => row.Id == proposal.Account || row.Handle == proposal.Handle, cancellation);
        if (found is null)
        {
            act.Rows.Accounts.Add(new Account { Id = proposal.Account, Organization = proposal.Organization, Handle = proposal.Handle, Role = proposal.Role });
            act.Note(new EventDraft(new EventKind("account.opened"), proposal.Account.Value, detail: proposal.Role));
            return null;
        }

        if (found.Id != proposal.Account) return HandleTaken;
        if (found.ClosedAt is not null) return new TeamAnswer.NotFound();
        if (await IsLastAdministrator(act.Rows, found, cancellation)) return Last;
        found.Role = proposal.Role;
        act.Note(new EventDraft(new EventKind("account.role-changed"), found.Id.Value, detail: proposal.Role));
        return null;
    }

    private static async Task<bool> IsLastAdministrator(TContext rows, Account account, CancellationToken cancellation) =>
        account.Role == Administrator
        && !await rows.Accounts.AnyAsync(row => row.Id != account.Id && row.Role == Administrator && row.ClosedAt == null, cancellation);

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,40}\z")]
    private static partial Regex Form();
}
