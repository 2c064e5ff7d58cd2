using Credence.Classification;
using Credence.Incidents;
using Credence.Police.Access;
using Credence.Police.Classification;
using Credence.Police.Storage;
using Credence.Protection;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Protection;

/// <summary>The second person's desk: exceptions to approve or decline, what was done before anybody asked, and how often. Never for one's own.</summary>
public sealed class ArrestApprovalDesk(RecordStore<PoliceContext> record, CasePacks packs)
{
    private const int MostShown = 200;

    private static readonly ArrestState[] Waits = [ArrestState.AwaitsApproval, ArrestState.AwaitsLook, ArrestState.AwaitsRelief];

    private readonly CaseFile _cases = new(record, packs);

    /// <summary>What waits for a supervisor, oldest first: somebody may be in a cell.</summary>
    [Requires<PoliceAct>(PoliceAct.ApproveArrest)]
    public async Task<IReadOnlyList<ArrestReviewLine>> Waiting(PoliceAccess access, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.ApproveArrest)) return [];
        await using var rows = record.Enter(access);
        return await rows.ArrestReviews.AsNoTracking().Where(row => Waits.Contains(row.State))
            .OrderBy(row => row.AskedAt).ThenBy(row => row.Id).Take(MostShown).Lines(rows).ToListAsync(cancellation);
    }

    /// <summary>Approves an exception that somebody else asked for, if the policy still lets a person in this role do so for what is known now.</summary>
    [Requires<PoliceAct>(PoliceAct.ApproveArrest)]
    public async Task<ArrestAnswer> Approve(PoliceAccess access, ArrestReviewId review, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.ApproveArrest)) return new ArrestAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        var (found, refused) = await Take(act, review, ArrestState.AwaitsApproval, row => row.DecidedBy, row => row.Decision is ExceptionDecision.Approved, cancellation);
        if (refused is not null) return refused;
        if (await ReviewAgain(act, found!, cancellation) is not { } now) return new ArrestAnswer.Changed();
        var officer = await Decider(act.Rows, found!.AskedBy, "officer", cancellation);
        var approver = await Decider(act.Rows, access.Account, access.RoleName, cancellation);
        if (now.Approve(found.Reason!, officer, approver, DateOnly.FromDateTime(record.Clock.GetUtcNow().UtcDateTime)) is ExceptionAnswer.Refused no) return new ArrestAnswer.Refused(no.Because);
        Decide(access, found, ArrestState.Approved);
        found.Decision = ExceptionDecision.Approved;
        act.Note(ArrestEvents.OfReason(ArrestEvents.Excepted, found));
        await act.Save(cancellation);
        return new ArrestAnswer.Done(found.State);
    }

    /// <summary>Declines an exception that somebody else asked for.</summary>
    [Requires<PoliceAct>(PoliceAct.ApproveArrest)]
    public async Task<ArrestAnswer> Decline(PoliceAccess access, ArrestReviewId review, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.ApproveArrest)) return new ArrestAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        var (found, refused) = await Take(act, review, ArrestState.AwaitsApproval, row => row.DecidedBy, row => row.Decision is ExceptionDecision.Declined, cancellation);
        if (refused is not null) return refused;
        Decide(access, found!, ArrestState.Declined);
        found!.Decision = ExceptionDecision.Declined;
        act.Note(ArrestEvents.OfReason(ArrestEvents.Declined, found));
        await act.Save(cancellation);
        return new ArrestAnswer.Done(found.State);
    }

    /// <summary>Says what a second person finds of something that was done to protect life, or against what the policy asks.</summary>
    [Requires<PoliceAct>(PoliceAct.ApproveArrest)]
    public async Task<ArrestAnswer> LookAt(PoliceAccess access, ArrestReviewId review, AfterFinding finding, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.ApproveArrest)) return new ArrestAnswer.NotFound();
        if (!Enum.IsDefined(finding)) return new ArrestAnswer.Refused("Found another finding, expected one of the list.");
        await using var act = await record.Begin(access, cancellation);
        var (found, refused) = await Take(act, review, ArrestState.AwaitsLook, row => row.LookedBy, row => row.Finding == finding, cancellation);
        if (refused is not null) return refused;
        (found!.State, found.LookedBy, found.LookedAt, found.Finding) = (ArrestState.LookedAt, access.Account, record.Clock.GetUtcNow(), finding);
        act.Note(new EventDraft(new EventKind("arrest.looked-at"), review.Value, detail: finding.ToString()));
        await act.Save(cancellation);
        return new ArrestAnswer.Done(found.State);
    }

    /// <summary>Says that the person was released, or that counsel has the packet. It needs nobody else: it is urgent, and only helps.</summary>
    [Requires<PoliceAct>(PoliceAct.ApproveArrest)]
    public async Task<ArrestAnswer> Relieve(PoliceAccess access, ArrestReviewId review, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.ApproveArrest)) return new ArrestAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        var (found, refused) = await Take(act, review, ArrestState.AwaitsRelief, row => row.DecidedBy, row => row.RelievedAt is not null, cancellation, alsoOwn: true);
        if (refused is not null) return refused;
        Decide(access, found!, ArrestState.Relieved);
        found!.RelievedAt = found.DecidedAt;
        act.Note(new EventDraft(new EventKind("arrest.relieved"), review.Value, detail: found.Relief.ToString()!));
        await act.Save(cancellation);
        return new ArrestAnswer.Done(found.State);
    }

    /// <summary>Exceptions that were decided in a time: first what was declined and made anyway, then newest first.</summary>
    [Requires<PoliceAct>(PoliceAct.ApproveArrest)]
    public async Task<IReadOnlyList<ArrestReviewLine>> Exceptions(PoliceAccess access, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.ApproveArrest)) return [];
        await using var rows = record.Enter(access);
        return await rows.ArrestReviews.AsNoTracking()
            .Where(row => row.Decision != null && row.DecidedAt >= from && row.DecidedAt < to)
            .OrderByDescending(row => row.Decision == ExceptionDecision.Declined && row.End == ArrestEnd.Made).ThenByDescending(row => row.DecidedAt).ThenBy(row => row.Id).Take(MostShown).Lines(rows).ToListAsync(cancellation);
    }

    /// <summary>For oversight: how often in a time, by policy, reason and who decided, from the log. It opens no case.</summary>
    [Requires<PoliceAct>(PoliceAct.ReadEvents)]
    [Requires<PoliceAct>(PoliceAct.ApproveArrest)]
    public async Task<IReadOnlyList<ArrestCount>> Count(PoliceAccess access, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.ReadEvents) && !access.May(PoliceAct.ApproveArrest)) return [];
        var (first, end) = (Microseconds.Of(from), Microseconds.Of(to));
        await using var rows = record.Enter(access);
        var counts = await rows.Events.AsNoTracking().Where(row => ArrestEvents.Counted.Contains(row.Kind) && row.At >= first && row.At < end)
            .GroupBy(row => new { row.Kind, row.Detail, row.Account }).Select(group => new { group.Key.Kind, group.Key.Detail, group.Key.Account, Reviews = group.LongCount() })
            .ToListAsync(cancellation);
        return [.. from one in counts
                   let reason = ArrestEvents.Of(one.Detail)
                   let isDecided = one.Kind is ArrestEvents.Excepted or ArrestEvents.Declined
                   group one.Reviews by (one.Kind, reason.Policy, reason.Reason, By: isDecided ? one.Account : (AccountId?)null) into same
                   orderby same.Key.Kind, same.Key.Policy, same.Key.Reason, same.Key.By?.Value
                   select new ArrestCount(same.Key.Kind, same.Key.Policy, same.Key.Reason, same.Key.By, same.Sum())];
    }

    // A press that comes twice is answered as the first was; who said it, and whether it is the same, the caller tells.
    private static async Task<(RecordedArrestReview? Found, ArrestAnswer? Refused)> Take(
        Act<PoliceContext> act, ArrestReviewId id, ArrestState state, Func<RecordedArrestReview, AccountId?> by, Func<RecordedArrestReview, bool> isSaid,
        CancellationToken cancellation, bool alsoOwn = false)
    {
        await act.TakeTurn(cancellation);
        var found = await act.Rows.ArrestReviews.SingleOrDefaultAsync(row => row.Id == id && row.IsForSupervisor, cancellation);
        return found is null ? (null, new ArrestAnswer.NotFound())
            : found.State != state && by(found) == act.Access.Account && isSaid(found) ? (null, new ArrestAnswer.Done(found.State))
            : found.State != state ? (null, new ArrestAnswer.NotInThisState(found.State, by(found) == act.Access.Account))
            : !alsoOwn && found.AskedBy == act.Access.Account ? (null, new ArrestAnswer.NeedsAnotherPerson())
            : (found, null);
    }

    // What is approved is what was asked: with a new answer, or a new policy, it is another question.
    private async Task<ArrestReview?> ReviewAgain(Act<PoliceContext> act, RecordedArrestReview found, CancellationToken cancellation)
    {
        using var key = await record.Vault.Find(found.Subject, cancellation);
        if (key is null || ArrestResult.Open(key, found) is not { } result || await _cases.Read(act.Rows, found, cancellation) is not { } known) return null;
        known.NoteTied(act);
        var now = packs.Reviewer.Review(known.Evidence, [.. result.Charges.Select(charge => new OffenseCode(charge.Charge))]);
        return now.Policy.Pack.Stamp == found.Policy && now.IsPossibleVictim == found.IsPossibleVictim && now.Under18 == found.Under18
            && now.Charges.Select(charge => charge.Outcome).SequenceEqual(result.Charges.Select(charge => charge.Outcome)) ? now : null;
    }

    private static async Task<Decider> Decider(PoliceContext rows, AccountId account, string role, CancellationToken cancellation) =>
        new(role, await rows.Accounts.Where(row => row.Id == account).Select(row => row.Handle).SingleOrDefaultAsync(cancellation) ?? account.Value.ToString());

    private void Decide(PoliceAccess access, RecordedArrestReview review, ArrestState state) =>
        (review.State, review.DecidedBy, review.DecidedAt) = (state, access.Account, record.Clock.GetUtcNow());
}
