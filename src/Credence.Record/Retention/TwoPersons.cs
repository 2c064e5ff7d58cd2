using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Retention;

/// <summary>
/// What needs two persons, the same on both sides: one account proposes, and everything that would be done is written down; another
/// account approves; then exactly that is done and nothing else. The desks of the sides decide who may.
/// </summary>
internal sealed class TwoPersons<TContext>(RecordStore<TContext> record) where TContext : RecordContext
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public async Task<RetentionAnswer> ProposeErasing(RecordAccess access, IReadOnlyList<ErasureStep> steps, CancellationToken cancellation)
    {
        if (steps.Count == 0) return new RetentionAnswer.Empty();
        if (steps.Count > Proposal.MostSteps) return new RetentionAnswer.TooMany(Proposal.MostSteps);
        await using (var rows = record.Enter(Scope.Steward))
        {
            var owners = new List<ContentOwner>(steps.Count);
            foreach (var step in steps)
            {
                if (await record.Content.Find(rows, step.Subject, cancellation) is not { } owner || owner.Organization != access.Organization) return new RetentionAnswer.NotFound();
                if (owner.State is not ContentState.Kept) return new RetentionAnswer.TooLate();
                owners.Add(owner);
            }

            var held = await StandingHolds.On(record.Content, rows, owners.ConvertAll(owner => (owner.Subject, owner.About)), cancellation);
            if (held.Count > 0) return new RetentionAnswer.Held([.. held.Select(one => one.Key)]);
        }

        return await Propose(access, ProposalKind.EraseContent, steps, cancellation);
    }

    public async Task<RetentionAnswer> ProposeLifting(RecordAccess access, Guid hold, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (!await act.Rows.Set<RecordedHold>().AnyAsync(row => row.Id == hold && row.LiftedAt == null, cancellation)) return new RetentionAnswer.NotFound();
        var now = record.Clock.GetUtcNow();
        var waiting = await (
            from one in act.Rows.Set<Proposal>().AsNoTracking()
            join step in act.Rows.Set<ProposalStep>() on one.Id equals step.Proposal
            where one.Kind == ProposalKind.LiftHold && (one.State == ProposalState.Proposed || one.State == ProposalState.Approved) && one.ExpiresAt > now && step.Subject == hold
            select (Guid?)one.Id).FirstOrDefaultAsync(cancellation);
        if (waiting is { } before) return new RetentionAnswer.Waits(before);
        var proposal = Add(act, access, ProposalKind.LiftHold, [new ErasureStep(hold, "", "")]);
        await act.Save(cancellation);
        return new RetentionAnswer.Done(proposal.Id);
    }

    /// <summary>Puts a hold on a content that is still kept.</summary>
    /// <param name="access">Who puts it.</param>
    /// <param name="subject">What is held, with everything that is about it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="seen">Whether it exists for the one who asks.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<RetentionAnswer> Hold(RecordAccess access, Guid subject, HoldReason reason, Func<TContext, Task<bool>> seen, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        if (!await seen(act.Rows)) return new RetentionAnswer.NotFound();
        // Takes the row for this transaction, so that no erasure begins beside it.
        if (!await record.Content.Mark(act.Rows, subject, ContentState.Kept, ContentState.Kept, cancellation)) return new RetentionAnswer.TooLate();
        var hold = new RecordedHold
        {
            Id = Guid.CreateVersion7(record.Clock.GetUtcNow()), Organization = access.Organization, Subject = subject, Reason = reason,
            PlacedBy = access.Account, PlacedAt = record.Clock.GetUtcNow(),
        };
        act.Rows.Add(hold);
        act.Note(new EventDraft(new EventKind("hold.placed"), subject, detail: $"{reason}/{hold.Id:N}"));
        await act.Save(cancellation);
        return new RetentionAnswer.Done(hold.Id);
    }

    public async Task<RetentionAnswer> Approve(RecordAccess access, Guid proposal, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        if (await Find(act.Rows, proposal, cancellation) is not { } found) return new RetentionAnswer.NotFound();
        if (found.State is not ProposalState.Proposed) return new RetentionAnswer.NotInThisState(found.State);
        if (found.ProposedBy == access.Account) return new RetentionAnswer.NeedsAnotherPerson();
        if (found.ExpiresAt <= record.Clock.GetUtcNow()) return new RetentionAnswer.Expired();
        if (!await IsAsProposed(act.Rows, found, cancellation)) return new RetentionAnswer.Altered();
        (found.State, found.ApprovedBy, found.ApprovedAt) = (ProposalState.Approved, access.Account, record.Clock.GetUtcNow());
        act.Note(new EventDraft(new EventKind("proposal.approved"), found.Id, detail: found.Fingerprint));
        await act.Save(cancellation);
        return new RetentionAnswer.Done(found.Id);
    }

    public async Task<RetentionAnswer> Withdraw(RecordAccess access, Guid proposal, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        if (await Find(act.Rows, proposal, cancellation) is not { } found) return new RetentionAnswer.NotFound();
        if (!Withdraw(act, found)) return new RetentionAnswer.NotInThisState(found.State);
        await act.Save(cancellation);
        return new RetentionAnswer.Done(found.Id);
    }

    /// <summary>Withdraws it within an act; false if it is over already.</summary>
    public bool Withdraw(Act<TContext> act, Proposal found)
    {
        if (found.State is not (ProposalState.Proposed or ProposalState.Approved)) return false;
        (found.State, found.EndedAt) = (ProposalState.Withdrawn, record.Clock.GetUtcNow());
        act.Note(new EventDraft(new EventKind("proposal.withdrawn"), found.Id));
        return true;
    }

    /// <summary>Does what was approved. Killed in the middle, it goes on where it was at the next call.</summary>
    public async Task<RetentionAnswer> Carry(RecordAccess access, Guid proposal, Action<int, int>? progress, CancellationToken cancellation)
    {
        Proposal found;
        List<ProposalStep> steps;
        await using (var rows = record.Enter(access))
        {
            if (await Find(rows, proposal, cancellation) is not { } there) return new RetentionAnswer.NotFound();
            if (there.State is not ProposalState.Approved) return new RetentionAnswer.NotInThisState(there.State);
            if (there.ExpiresAt <= record.Clock.GetUtcNow()) return new RetentionAnswer.Expired();
            if (!await IsAsProposed(rows, there, cancellation) || !await IsAsApproved(rows, there, cancellation)) return new RetentionAnswer.Altered();
            (found, steps) = (there, await Steps(rows, there.Id, cancellation));
        }

        if (found.Kind is ProposalKind.EraseContent && !await new CarriedErasing<TContext>(record, access, found, steps).Run(progress, cancellation))
            return new RetentionAnswer.NotInThisState(ProposalState.Withdrawn);
        return await End(access, found, steps, cancellation);
    }

    /// <summary>Writes a proposal down within an act.</summary>
    public Proposal Add(Act<TContext> act, RecordAccess access, ProposalKind kind, IReadOnlyList<ErasureStep> steps)
    {
        var now = record.Clock.GetUtcNow();
        var proposal = new Proposal
        {
            Id = Guid.CreateVersion7(now), Organization = access.Organization, Kind = kind, ProposedBy = access.Account, ProposedAt = now,
            ExpiresAt = now + Lifetime, Fingerprint = ErasureStep.FingerprintOf(steps),
        };
        act.Rows.Add(proposal);
        act.Rows.AddRange(steps.Select(step => new ProposalStep
        {
            Proposal = proposal.Id, Organization = access.Organization, Subject = step.Subject, Rule = step.Rule, Why = step.Why,
        }));
        act.Note(new EventDraft(new EventKind("proposal.made"), proposal.Id, steps.Count, proposal.Fingerprint));
        return proposal;
    }

    public async Task<RetentionAnswer> Propose(RecordAccess access, ProposalKind kind, IReadOnlyList<ErasureStep> steps, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        var proposal = Add(act, access, kind, steps);
        await act.Save(cancellation);
        return new RetentionAnswer.Done(proposal.Id);
    }

    /// <summary>Proposals that wait for approval or for being carried out, oldest first.</summary>
    public async Task<IReadOnlyList<Proposal>> Open(RecordAccess access, CancellationToken cancellation)
    {
        var now = record.Clock.GetUtcNow();
        await using var rows = record.Enter(access);
        return await rows.Set<Proposal>().AsNoTracking()
            .Where(row => (row.State == ProposalState.Proposed || row.State == ProposalState.Approved) && row.ExpiresAt > now)
            .OrderBy(row => row.ProposedAt).ThenBy(row => row.Id).ToListAsync(cancellation);
    }

    public async Task<(Proposal Proposal, IReadOnlyList<ProposalStep> Steps)?> Show(RecordAccess access, Guid proposal, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        var found = await rows.Set<Proposal>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == proposal, cancellation);
        return found is null ? null : (found, await Steps(rows, proposal, cancellation));
    }

    private async Task<RetentionAnswer> End(RecordAccess access, Proposal proposal, List<ProposalStep> steps, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        if (await Find(act.Rows, proposal.Id, cancellation) is not { State: ProposalState.Approved } found) return new RetentionAnswer.NotInThisState(ProposalState.Done);
        var now = record.Clock.GetUtcNow();
        if (found.Kind is ProposalKind.LiftHold)
        {
            var hold = steps[0].Subject;
            await act.Rows.Set<RecordedHold>().Where(row => row.Id == hold).ExecuteUpdateAsync(row => row.SetProperty(one => one.LiftedAt, now), cancellation);
            await act.Rows.Set<ProposalStep>().Where(row => row.Proposal == found.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.State, StepState.Done), cancellation);
            act.Note(new EventDraft(new EventKind("hold.lifted"), hold));
        }

        (found.State, found.EndedAt) = (ProposalState.Done, now);
        act.Note(new EventDraft(new EventKind("proposal.done"), found.Id, steps.Count, found.Fingerprint));
        await act.Save(cancellation);
        return new RetentionAnswer.Done(found.Id);
    }

    private static Task<Proposal?> Find(RecordContext rows, Guid id, CancellationToken cancellation) =>
        rows.Set<Proposal>().SingleOrDefaultAsync(row => row.Id == id, cancellation);

    private static Task<List<ProposalStep>> Steps(RecordContext rows, Guid proposal, CancellationToken cancellation) =>
        rows.Set<ProposalStep>().AsNoTracking().Where(row => row.Proposal == proposal).OrderBy(row => row.Id).ToListAsync(cancellation);

    private static async Task<bool> IsAsProposed(RecordContext rows, Proposal proposal, CancellationToken cancellation)
    {
        var steps = await Steps(rows, proposal.Id, cancellation);
        if (ErasureStep.FingerprintOf(steps.Select(step => step.ToStep())) != proposal.Fingerprint) return false;
        // The chain remembers what was proposed, should somebody have changed the proposal and its steps alike.
        return await rows.Set<RecordedEvent>().AnyAsync(
            row => row.Subject == proposal.Id && row.Kind == "proposal.made" && row.Detail == proposal.Fingerprint && row.Account == proposal.ProposedBy, cancellation);
    }

    private static async Task<bool> IsAsApproved(RecordContext rows, Proposal proposal, CancellationToken cancellation) =>
        proposal.ApprovedBy is { } approver && approver != proposal.ProposedBy && await rows.Set<RecordedEvent>().AnyAsync(
            row => row.Subject == proposal.Id && row.Kind == "proposal.approved" && row.Detail == proposal.Fingerprint && row.Account == approver, cancellation);
}
