using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;
using OrganizationId = Credence.Record.Access.OrganizationId;

namespace Credence.Record.Retention;

/// <summary>
/// Joins what a record keeps with a retention schedule and the holds that stand, some contents at a time: ids, kinds, rules and
/// dates. It opens nothing and changes nothing.
/// </summary>
internal sealed class RetentionPlanner<TContext>(RecordStore<TContext> record, RecordSide side) where TContext : RecordContext
{
    private const int AtATime = 500;

    private static readonly EventKind Planned = new("retention.planned");

    private readonly TwoPersons<TContext> _two = new(record);

    /// <summary>Says what would be done with everything that the organization of the one who asks keeps.</summary>
    public async Task<RetentionSummary> Plan(RecordAccess access, RetentionSchedule schedule, Action<PlannedContent>? line, CancellationToken cancellation)
    {
        var summary = new RetentionSummary(Today, schedule.Pack.Stamp);
        // Also for one who sees no case: no case is opened.
        await foreach (var content in Read(Scope.Steward, access.Organization, schedule, cancellation))
        {
            summary.Count(content);
            line?.Invoke(content);
        }

        await using var act = await record.Begin(access, cancellation);
        act.Note(new EventDraft(Planned, count: summary.Contents, detail: schedule.Pack.Stamp));
        await act.Save(cancellation);
        return summary;
    }

    /// <summary>Proposes what is due and not proposed yet, as much as one proposal takes.</summary>
    public async Task<RetentionAnswer> Propose(RecordAccess access, RetentionSchedule schedule, CancellationToken cancellation)
    {
        var (steps, left) = (new List<ErasureStep>(), 0L);
        await foreach (var content in Read(Scope.Steward, access.Organization, schedule, cancellation))
        {
            if (!content.IsErasing || content.IsProposed) continue;
            if (steps.Count < Proposal.MostSteps) steps.Add(content.ToStep());
            else left++;
        }

        if (steps.Count == 0) return new RetentionAnswer.Empty();
        return await _two.Propose(access, ProposalKind.EraseContent, steps, cancellation) is RetentionAnswer.Done made
            ? new RetentionAnswer.Proposed(made.Id, steps.Count, left)
            : throw new InvalidOperationException("A proposal was not made.");
    }

    /// <summary>Proposes what is due for a review, and what a person has reviewed: the rule leaves it to a person, and this is how that person decides.</summary>
    public async Task<RetentionAnswer> ProposeReviewed(RecordAccess access, RetentionSchedule schedule, IReadOnlyCollection<Guid> reviewed, CancellationToken cancellation)
    {
        if (reviewed.Count > Proposal.MostSteps) return new RetentionAnswer.TooMany(Proposal.MostSteps);
        var (asked, due) = (reviewed.ToHashSet(), new List<PlannedContent>());
        await foreach (var content in Read(Scope.Steward, access.Organization, schedule, cancellation))
            if (asked.Contains(content.Subject) && content is { IsForReview: true, IsProposed: false }) due.Add(content);
        if (due.Count < asked.Count) return new RetentionAnswer.NotForReview([.. asked.Except(due.Select(content => content.Subject))]);
        return due.Count == 0
            ? new RetentionAnswer.Empty()
            : await _two.Propose(access, ProposalKind.EraseContent, due.ConvertAll(content => content.ToReviewedStep()), cancellation);
    }

    /// <summary>What would be done with everything that one sees in this scope.</summary>
    public async IAsyncEnumerable<PlannedContent> Read(
        Scope scope, OrganizationId organization, RetentionSchedule schedule, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        // Two, because a PostgreSQL connection that still gives rows answers nothing else.
        await using var rows = record.Enter(scope);
        await using var others = record.Enter(scope);
        var some = new List<KeptContent>(AtATime);
        await foreach (var content in record.Content.KeptBy(rows, organization).WithCancellation(cancellation))
        {
            some.Add(content);
            if (some.Count < AtATime) continue;
            foreach (var planned in await Plan(others, some, schedule, cancellation)) yield return planned;
            some.Clear();
        }

        foreach (var planned in await Plan(others, some, schedule, cancellation)) yield return planned;
    }

    private DateOnly Today => DateOnly.FromDateTime(record.Clock.GetUtcNow().UtcDateTime);

    private async Task<List<PlannedContent>> Plan(RecordContext rows, List<KeptContent> some, RetentionSchedule schedule, CancellationToken cancellation)
    {
        var held = await StandingHolds.On(record.Content, rows, some.ConvertAll(content => (content.Subject, content.About)), cancellation);
        var proposed = await Proposed(rows, some.ConvertAll(content => content.Subject), cancellation);
        return some.ConvertAll(content => new PlannedContent(
            content.Subject, content.About,
            RetentionPlan.UnderOneKey(content.Records, schedule, [.. held[content.Subject].Select(hold => Holding(hold, content))], Today),
            proposed.Contains(content.Subject)));
    }

    private async Task<HashSet<Guid>> Proposed(RecordContext rows, List<Guid> subjects, CancellationToken cancellation)
    {
        var now = record.Clock.GetUtcNow();
        return [.. await (from step in rows.Seen<ProposalStep>()
                          join proposal in rows.Seen<Proposal>() on step.Proposal equals proposal.Id
                          where subjects.Contains(step.Subject) && proposal.ExpiresAt > now
                              && (proposal.State == ProposalState.Proposed || proposal.State == ProposalState.Approved)
                          select step.Subject).ToListAsync(cancellation)];
    }

    // A hold is on the incident or person, and so on every record of it.
    private LegalHold Holding(RecordedHold hold, KeptContent content) => new(
        $"{EnumWord.Of(hold.Reason)}/{hold.Id:N}", content.Records.Select(one => one.Id).ToHashSet(), side, new Credence.Classification.Decider("account", hold.PlacedBy.Value.ToString()),
        DateOnly.FromDateTime(hold.PlacedAt.UtcDateTime));
}
