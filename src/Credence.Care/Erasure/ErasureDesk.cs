using Credence.Care.Access;
using Credence.Care.Releases;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Retention;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Erasure;

/// <summary>
/// Where a person asks to be forgotten, and hears at once what will be erased and what a law or a hold keeps. By asking the person
/// proposes it; somebody of the organization approves, as the second.
/// </summary>
public sealed class ErasureDesk(RecordStore<CareContext> record)
{
    private readonly TwoPersons<CareContext> _two = new(record);
    private readonly RetentionPlanner<CareContext> _planner = new(record, RecordSide.Care);

    /// <summary>Asks for it, and says what would become of everything that is kept. Asked twice is asked once; what could not be erased then is proposed when it can.</summary>
    /// <param name="access">The person.</param>
    /// <param name="schedule">How long each kind is kept.</param>
    /// <param name="cancellation">Stops it.</param>
    [OwnOnly]
    public async Task<ErasureAnswer> Ask(SurvivorAccess access, RetentionSchedule schedule, CancellationToken cancellation)
    {
        var asked = await Request(access, cancellation);
        var kept = await Kept(access, schedule, cancellation);
        var proposal = await Propose(access, [.. kept.Where(content => content is { IsErasing: true, IsProposed: false })], cancellation);
        return new ErasureAnswer(asked, kept, proposal, [.. schedule.Rules.Where(rule => rule.Side == RecordSide.Police)]);
    }

    /// <summary>What would become of everything that is kept, as it stands now; nothing is asked by looking.</summary>
    [OwnOnly]
    public Task<IReadOnlyList<PlannedContent>> Look(SurvivorAccess access, RetentionSchedule schedule, CancellationToken cancellation) => Kept(access, schedule, cancellation);

    /// <summary>Takes the request back, and what it proposed; what was erased by then stays erased. False if none stands.</summary>
    [OwnOnly]
    public async Task<bool> TakeBack(SurvivorAccess access, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await Standing(act.Rows).SingleOrDefaultAsync(cancellation) is not { } request) return false;
        request.TakenBackAt = record.Clock.GetUtcNow();
        if (await Proposed(act.Rows, request, cancellation) is { } proposal) _two.Withdraw(act, proposal);
        act.Note(new EventDraft(new EventKind("erasure.taken-back"), access.Person.Value));
        await act.Save(cancellation);
        return true;
    }

    /// <summary>Since when the person asks, and it is not done yet; null if nothing is asked.</summary>
    [OwnOnly]
    public async Task<DateTimeOffset?> Asked(SurvivorAccess access, RetentionSchedule schedule, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        return await Standing(rows).AsNoTracking().SingleOrDefaultAsync(cancellation) is { } request && !await IsDone(rows, request, schedule, cancellation) ? request.AskedAt : null;
    }

    /// <summary>How it stands with what the person asked: since when it waits, and when something was erased last.</summary>
    [OwnOnly]
    public async Task<ErasureStanding> Stands(SurvivorAccess access, RetentionSchedule schedule, CancellationToken cancellation)
    {
        var asked = await Asked(access, schedule, cancellation);
        await using var rows = record.Enter(access);
        var last = await rows.Events.AsNoTracking().Where(row => row.Subject == access.Person.Value && row.Kind == Erasures.Erased).MaxAsync(row => (long?)row.At, cancellation);
        return new ErasureStanding(asked, last is { } at ? DateTimeOffset.UnixEpoch.AddMicroseconds(at) : null);
    }

    /// <summary>Requests that wait for a second person or for a hold to end, oldest first.</summary>
    [Requires<CareAct>(CareAct.Approve)]
    public async Task<IReadOnlyList<WaitingErasure>> Waiting(CareAccess access, RetentionSchedule schedule, CancellationToken cancellation)
    {
        if (!access.May(CareAct.Approve)) return [];
        await using var rows = record.Enter(access);
        var waiting = new List<WaitingErasure>();
        foreach (var request in await Standing(rows).AsNoTracking().OrderBy(row => row.AskedAt).ThenBy(row => row.Id).ToListAsync(cancellation))
        {
            if (await IsDone(rows, request, schedule, cancellation)) continue;
            var isOpen = await Proposed(rows, request, cancellation) is { State: ProposalState.Proposed or ProposalState.Approved };
            waiting.Add(new WaitingErasure(request.Person, request.AskedAt, isOpen ? request.Proposal : null));
        }

        return waiting;
    }

    private static IQueryable<ErasureRequest> Standing(CareContext rows) => rows.ErasureRequests.Where(row => row.TakenBackAt == null);

    // Not by the proposal that came of it: a hold may have kept what that named, and another one may have erased it.
    private async Task<bool> IsDone(CareContext rows, ErasureRequest request, RetentionSchedule schedule, CancellationToken cancellation)
    {
        var kept = await Kept(new SurvivorAccess(request.Person, request.Organization), schedule, cancellation);
        if (kept.SelectMany(content => content.Lines).Any(line => line.Act is RetentionAct.Due or RetentionAct.Held)) return false;
        // Of what a law keeps nothing can be done; who has asked for that alone can take it back.
        var (subject, since) = (request.Person.Value, Microseconds.Of(request.AskedAt));
        return kept.Count == 0 || await rows.Events.AnyAsync(row => row.Kind == "content.erased" && row.Subject == subject && row.At >= since, cancellation);
    }

    private static Task<Proposal?> Proposed(CareContext rows, ErasureRequest request, CancellationToken cancellation) =>
        rows.Set<Proposal>().SingleOrDefaultAsync(row => row.Id == request.Proposal, cancellation);

    // That a law made the organization tell something is kept for years: to list it would tell the person, where telling is dangerous.
    private async Task<IReadOnlyList<PlannedContent>> Kept(SurvivorAccess access, RetentionSchedule schedule, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        var (kept, untold) = (new List<PlannedContent>(), await ReleaseDesk.UntoldReleases(rows, access.Person, cancellation));
        await foreach (var content in _planner.Read(access.Scope, access.Organization, schedule, cancellation))
            if (!untold.Contains(content.Subject)) kept.Add(content);
        return kept;
    }

    private async Task<DateTimeOffset> Request(SurvivorAccess access, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await Standing(act.Rows).AsNoTracking().SingleOrDefaultAsync(cancellation) is { } there) return there.AskedAt;
        var request = new ErasureRequest { Id = Guid.NewGuid(), Person = access.Person, Organization = access.Organization, AskedAt = record.Clock.GetUtcNow() };
        act.Rows.ErasureRequests.Add(request);
        act.Note(new EventDraft(new EventKind("erasure.asked"), access.Person.Value));
        await act.Save(cancellation);
        return request.AskedAt;
    }

    // One proposal at a time: who asks again before it is carried out adds nothing, and after it what has come since.
    private async Task<Guid?> Propose(SurvivorAccess access, IReadOnlyList<PlannedContent> due, CancellationToken cancellation)
    {
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await Standing(act.Rows).SingleOrDefaultAsync(cancellation) is not { } request) return null;
        if (await Proposed(act.Rows, request, cancellation) is { State: ProposalState.Proposed or ProposalState.Approved } open && open.ExpiresAt > record.Clock.GetUtcNow())
            return open.Id;
        if (due.Count == 0) return null;
        request.Proposal = _two.Add(act, access, ProposalKind.EraseContent, [.. due.Select(content => content.ToStep())]).Id;
        act.Note(new EventDraft(new EventKind("erasure.proposed"), access.Person.Value, due.Count, request.Proposal.Value.ToString("N")));
        await act.Save(cancellation);
        return request.Proposal;
    }
}
