using Credence.Police.Access;
using Credence.Police.Encounters;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Retention;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Retention;

/// <summary>Legal holds, and the erasing of narratives whose time is over: proposed by one account, approved by another, then done as written.</summary>
public sealed class RetentionDesk(RecordStore<PoliceContext> record)
{
    private readonly TwoPersons<PoliceContext> _two = new(record);
    private readonly RetentionPlanner<PoliceContext> _planner = new(record, RecordSide.Police);

    /// <summary>
    /// Says what retention would do with everything that is kept, content by content, and does nothing; null for those who may not
    /// propose. Ids, kinds, rules and dates only.
    /// </summary>
    [Requires<PoliceAct>(PoliceAct.Propose)]
    public async Task<RetentionSummary?> Plan(PoliceAccess access, RetentionSchedule schedule, Action<PlannedContent>? line, CancellationToken cancellation) =>
        access.May(PoliceAct.Propose) ? await _planner.Plan(access, schedule, line, cancellation) : null;

    /// <summary>Proposes everything that is due under a schedule, as much as one proposal takes; nothing is erased yet.</summary>
    [Requires<PoliceAct>(PoliceAct.Propose)]
    public Task<RetentionAnswer> ProposeDue(PoliceAccess access, RetentionSchedule schedule, CancellationToken cancellation) =>
        access.May(PoliceAct.Propose) ? _planner.Propose(access, schedule, cancellation) : NotFound;

    /// <summary>Proposes to erase what is due for a review, and what a person has reviewed.</summary>
    [Requires<PoliceAct>(PoliceAct.Propose)]
    public Task<RetentionAnswer> ProposeReviewed(PoliceAccess access, RetentionSchedule schedule, IReadOnlyCollection<Guid> reviewed, CancellationToken cancellation) =>
        access.May(PoliceAct.Propose) ? _planner.ProposeReviewed(access, schedule, reviewed, cancellation) : NotFound;

    /// <summary>Proposals that wait, oldest first; empty for those who may not propose.</summary>
    [Requires<PoliceAct>(PoliceAct.Propose)]
    public async Task<IReadOnlyList<Proposal>> Open(PoliceAccess access, CancellationToken cancellation) =>
        access.May(PoliceAct.Propose) ? await _two.Open(access, cancellation) : [];

    /// <summary>Writes down everything that would be erased; nothing is erased yet.</summary>
    [Requires<PoliceAct>(PoliceAct.Propose)]
    public Task<RetentionAnswer> ProposeErasing(PoliceAccess access, IReadOnlyList<ErasureStep> steps, CancellationToken cancellation) =>
        access.May(PoliceAct.Propose) ? _two.ProposeErasing(access, steps, cancellation) : NotFound;

    /// <summary>What a proposal would do, step by step; null if there is none.</summary>
    [Requires<PoliceAct>(PoliceAct.Propose)]
    public async Task<(Proposal Proposal, IReadOnlyList<ProposalStep> Steps)?> Show(PoliceAccess access, Guid proposal, CancellationToken cancellation) =>
        access.May(PoliceAct.Propose) ? await _two.Show(access, proposal, cancellation) : null;

    [Requires<PoliceAct>(PoliceAct.Approve)]
    public Task<RetentionAnswer> Approve(PoliceAccess access, Guid proposal, CancellationToken cancellation) =>
        access.May(PoliceAct.Approve) ? _two.Approve(access, proposal, cancellation) : NotFound;

    [Requires<PoliceAct>(PoliceAct.Propose)]
    public Task<RetentionAnswer> Withdraw(PoliceAccess access, Guid proposal, CancellationToken cancellation) =>
        access.May(PoliceAct.Propose) ? _two.Withdraw(access, proposal, cancellation) : NotFound;

    /// <summary>Does what was approved, and nothing else; what a hold stands on is left.</summary>
    /// <param name="access">Who carries it out.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="progress">Hears how many of how many steps are over; null if nobody looks.</param>
    /// <param name="cancellation">Stops it between two batches; the next call goes on.</param>
    [Requires<PoliceAct>(PoliceAct.Propose)]
    public Task<RetentionAnswer> Carry(PoliceAccess access, Guid proposal, Action<int, int>? progress, CancellationToken cancellation) =>
        access.May(PoliceAct.Propose) ? _two.Carry(access, proposal, progress, cancellation) : NotFound;

    /// <summary>Puts a hold on an incident, and so on every encounter that belongs to it.</summary>
    [Requires<PoliceAct>(PoliceAct.HoldIncident)]
    public Task<RetentionAnswer> Hold(PoliceAccess access, IncidentId incident, HoldReason reason, CancellationToken cancellation) =>
        access.May(PoliceAct.HoldIncident)
            ? _two.Hold(access, incident.Value, reason, rows => rows.Incidents.AnyAsync(row => row.Id == incident, cancellation), cancellation)
            : NotFound;

    /// <summary>Puts a hold on one encounter: an own one, one of an incident, and any for those who may propose to erase it.</summary>
    [Requires<PoliceAct>(PoliceAct.HoldIncident)]
    public Task<RetentionAnswer> HoldEncounter(PoliceAccess access, EncounterId encounter, HoldReason reason, CancellationToken cancellation) =>
        access.May(PoliceAct.HoldIncident)
            ? _two.Hold(access, encounter.Value, reason, rows => Seen(rows, access).AnyAsync(row => row.Id == encounter, cancellation), cancellation)
            : NotFound;

    /// <summary>Puts a hold on all practice of an officer, by the account's id, or on one practice.</summary>
    [Requires<PoliceAct>(PoliceAct.HoldIncident)]
    public Task<RetentionAnswer> HoldPractice(PoliceAccess access, Guid subject, HoldReason reason, CancellationToken cancellation) =>
        access.May(PoliceAct.HoldIncident)
            ? _two.Hold(access, subject, reason, rows => rows.Practices.AnyAsync(row => row.Id == subject || row.Officer == new AccountId(subject), cancellation), cancellation)
            : NotFound;

    [Requires<PoliceAct>(PoliceAct.HoldIncident)]
    public Task<RetentionAnswer> ProposeLifting(PoliceAccess access, Guid hold, CancellationToken cancellation) =>
        access.May(PoliceAct.HoldIncident) ? _two.ProposeLifting(access, hold, cancellation) : NotFound;

    /// <summary>Holds that stand.</summary>
    [Requires<PoliceAct>(PoliceAct.HoldIncident)]
    public async Task<IReadOnlyList<RecordedHold>> Holds(PoliceAccess access, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.HoldIncident)) return [];
        await using var rows = record.Enter(access);
        return await rows.Set<RecordedHold>().AsNoTracking().Where(row => row.LiftedAt == null).OrderBy(row => row.Id).ToListAsync(cancellation);
    }

    private static IQueryable<RecordedEncounter> Seen(PoliceContext rows, PoliceAccess access) => access.May(PoliceAct.Propose)
        ? rows.Encounters
        : rows.Encounters.Where(row => row.Officer == access.Account || rows.Incidents.Any(incident => incident.Number == row.Incident));

    private static Task<RetentionAnswer> NotFound => Task.FromResult<RetentionAnswer>(new RetentionAnswer.NotFound());
}
