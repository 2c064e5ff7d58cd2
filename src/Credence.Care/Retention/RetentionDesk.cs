using Credence.Care.Access;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Retention;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Retention;

/// <summary>Legal holds, and the erasing of records whose time is over or whose person asks: proposed by one account, approved by another, then done as written.</summary>
public sealed class RetentionDesk(RecordStore<CareContext> record)
{
    private readonly TwoPersons<CareContext> _two = new(record);
    private readonly RetentionPlanner<CareContext> _planner = new(record, RecordSide.Care);

    /// <summary>
    /// Says what retention would do with everything that is kept, content by content, and does nothing; null for those who may not
    /// propose. Ids, kinds, rules and dates only.
    /// </summary>
    [Requires<CareAct>(CareAct.Approve)]
    public async Task<RetentionSummary?> Plan(CareAccess access, RetentionSchedule schedule, Action<PlannedContent>? line, CancellationToken cancellation) =>
        access.May(CareAct.Approve) ? await _planner.Plan(access, schedule, line, cancellation) : null;

    /// <summary>Proposes everything that is due under a schedule, as much as one proposal takes; nothing is erased yet.</summary>
    [Requires<CareAct>(CareAct.Approve)]
    public Task<RetentionAnswer> ProposeDue(CareAccess access, RetentionSchedule schedule, CancellationToken cancellation) =>
        access.May(CareAct.Approve) ? _planner.Propose(access, schedule, cancellation) : NotFound;

    /// <summary>Proposes to erase what is due for a review, and what a person has reviewed.</summary>
    [Requires<CareAct>(CareAct.Approve)]
    public Task<RetentionAnswer> ProposeReviewed(CareAccess access, RetentionSchedule schedule, IReadOnlyCollection<Guid> reviewed, CancellationToken cancellation) =>
        access.May(CareAct.Approve) ? _planner.ProposeReviewed(access, schedule, reviewed, cancellation) : NotFound;

    /// <summary>Proposals that wait, oldest first; empty for those who may not propose.</summary>
    [Requires<CareAct>(CareAct.Approve)]
    public async Task<IReadOnlyList<Proposal>> Open(CareAccess access, CancellationToken cancellation) =>
        access.May(CareAct.Approve) ? await _two.Open(access, cancellation) : [];

    /// <summary>Writes down everything that would be erased; nothing is erased yet.</summary>
    [Requires<CareAct>(CareAct.Approve)]
    public Task<RetentionAnswer> ProposeErasing(CareAccess access, IReadOnlyList<ErasureStep> steps, CancellationToken cancellation) =>
        access.May(CareAct.Approve) ? _two.ProposeErasing(access, steps, cancellation) : NotFound;

    /// <summary>What a proposal would do, step by step; null if there is none.</summary>
    [Requires<CareAct>(CareAct.Approve)]
    public async Task<(Proposal Proposal, IReadOnlyList<ProposalStep> Steps)?> Show(CareAccess access, Guid proposal, CancellationToken cancellation) =>
        access.May(CareAct.Approve) ? await _two.Show(access, proposal, cancellation) : null;

    [Requires<CareAct>(CareAct.Approve)]
    public Task<RetentionAnswer> Approve(CareAccess access, Guid proposal, CancellationToken cancellation) =>
        access.May(CareAct.Approve) ? _two.Approve(access, proposal, cancellation) : NotFound;

    [Requires<CareAct>(CareAct.Approve)]
    public Task<RetentionAnswer> Withdraw(CareAccess access, Guid proposal, CancellationToken cancellation) =>
        access.May(CareAct.Approve) ? _two.Withdraw(access, proposal, cancellation) : NotFound;

    /// <summary>Does what was approved, and nothing else; what a hold stands on is left.</summary>
    /// <param name="access">Who carries it out.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="progress">Hears how many of how many steps are over; null if nobody looks.</param>
    /// <param name="cancellation">Stops it between two batches; the next call goes on.</param>
    [Requires<CareAct>(CareAct.Approve)]
    public Task<RetentionAnswer> Carry(CareAccess access, Guid proposal, Action<int, int>? progress, CancellationToken cancellation) =>
        access.May(CareAct.Approve) ? _two.Carry(access, proposal, progress, cancellation) : NotFound;

    [Requires<CareAct>(CareAct.Hold)]
    public Task<RetentionAnswer> Hold(CareAccess access, PersonId person, HoldReason reason, CancellationToken cancellation) =>
        access.May(CareAct.Hold) ? _two.Hold(access, person.Value, reason, rows => rows.Persons.AnyAsync(row => row.Person == person, cancellation), cancellation) : NotFound;

    [Requires<CareAct>(CareAct.Hold)]
    public Task<RetentionAnswer> ProposeLifting(CareAccess access, Guid hold, CancellationToken cancellation) =>
        access.May(CareAct.Hold) ? _two.ProposeLifting(access, hold, cancellation) : NotFound;

    /// <summary>Holds that stand.</summary>
    [Requires<CareAct>(CareAct.Hold)]
    public async Task<IReadOnlyList<RecordedHold>> Holds(CareAccess access, CancellationToken cancellation)
    {
        if (!access.May(CareAct.Hold)) return [];
        await using var rows = record.Enter(access);
        return await rows.Set<RecordedHold>().AsNoTracking().Where(row => row.LiftedAt == null).OrderBy(row => row.Id).ToListAsync(cancellation);
    }

    /// <summary>Holds that stand on one person's file, or on any of the organization's, oldest first, each with the proposal that would lift it.</summary>
    /// <param name="access">Who asks.</param>
    /// <param name="person">The person, or null for all.</param>
    /// <param name="cancellation">Stops it.</param>
    [Requires<CareAct>(CareAct.Hold)]
    public async Task<IReadOnlyList<StandingHold>> Standing(CareAccess access, PersonId? person, CancellationToken cancellation)
    {
        if (!access.May(CareAct.Hold)) return [];
        var now = record.Clock.GetUtcNow();
        await using var rows = record.Enter(access);
        var holds = await rows.Set<RecordedHold>().AsNoTracking().Where(row => row.LiftedAt == null && (person == null || row.Subject == person.Value.Value)).OrderBy(row => row.Id).ToListAsync(cancellation);
        var lifted = (await (
            from proposal in rows.Set<Proposal>().AsNoTracking()
            join step in rows.Set<ProposalStep>() on proposal.Id equals step.Proposal
            where proposal.Kind == ProposalKind.LiftHold && (proposal.State == ProposalState.Proposed || proposal.State == ProposalState.Approved) && proposal.ExpiresAt > now
            orderby proposal.ProposedAt
            select new { step.Subject, proposal.Id }).ToListAsync(cancellation)).ToLookup(one => one.Subject, one => one.Id);
        return [.. holds.Select(hold => new StandingHold(hold.Id, new PersonId(hold.Subject), hold.Reason, hold.PlacedAt, hold.PlacedBy == access.Account, lifted[hold.Id].Select(id => (Guid?)id).FirstOrDefault()))];
    }

    private static Task<RetentionAnswer> NotFound => Task.FromResult<RetentionAnswer>(new RetentionAnswer.NotFound());
}

/// <summary>A legal hold that stands on a person's file.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Person">Whose file nothing is erased of.</param>
/// <param name="Reason">Why.</param>
/// <param name="PlacedAt">Since when.</param>
/// <param name="IsOwn">Whether the one who asks placed it.</param>
/// <param name="Lifting">What waits for a second person to lift it, or null.</param>
public sealed record StandingHold(Guid Id, PersonId Person, HoldReason Reason, DateTimeOffset PlacedAt, bool IsOwn, Guid? Lifting);
