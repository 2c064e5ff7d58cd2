using System.Text.Json;
using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Review;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Review;

/// <summary>Where reviews are begun, followed, audited and closed.</summary>
public sealed class ReviewDesk(RecordStore<PoliceContext> record, ReviewBoards boards)
{
    /// <summary>Incidents that one review may have: what its ranking holds in memory is bounded by it.</summary>
    public const int MostIncidents = 100_000;

    private static readonly EventKind Begun = new("review.begun");
    private static readonly EventKind Ended = new("review.closed");
    private static readonly EventKind Audited = new("review.audit-drawn");

    /// <summary>Begins a review of the incidents that its filter chooses now; later ones are for another.</summary>
    [Requires<PoliceAct>(PoliceAct.BeginReview)]
    public async Task<ReviewAnswer> Begin(PoliceAccess access, NewReview review, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.BeginReview)) return new ReviewAnswer.NotFound();
        var beginning = new ReviewBeginning(review, access, record.Clock.GetUtcNow());
        if (beginning.Problem is { } problem) return new ReviewAnswer.Refused(problem);
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await beginning.Conflict(act.Rows, cancellation) is { } conflict) return new ReviewAnswer.Refused(conflict);
        var chosen = await beginning.Choose(act.Rows, cancellation);
        if (chosen.Count is 0 or > MostIncidents) return new ReviewAnswer.Refused(
            $"Found {(chosen.Count == 0 ? "no incident" : $"more than {MostIncidents:N0} incidents")}, expected from 1 to {MostIncidents:N0}: choose others, such as a level or a year.");
        var begun = await beginning.Add(act, chosen, cancellation);
        act.Note(new EventDraft(Begun, begun.Value, chosen.Count));
        await act.Save(cancellation);
        return new ReviewAnswer.Done(begun, chosen.Count);
    }

    /// <summary>Accounts that may be readers of a new review, by handle.</summary>
    [Requires<PoliceAct>(PoliceAct.BeginReview)]
    public async Task<IReadOnlyList<ReviewReader>> PossibleReaders(PoliceAccess access, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.BeginReview)) return [];
        var roles = Enum.GetValues<PoliceRole>().Where(role => role.May(PoliceAct.Read)).Select(role => role.ToString()).ToList();
        await using var rows = record.Enter(access);
        return await rows.Accounts.AsNoTracking().Where(row => row.ClosedAt == null && roles.Contains(row.Role)).OrderBy(row => row.Handle)
            .Select(row => new ReviewReader(row.Id, row.Handle)).ToListAsync(cancellation);
    }

    /// <summary>The reviews that one reads in, or runs; newest first.</summary>
    [Requires<PoliceAct>(PoliceAct.Read)]
    [Requires<PoliceAct>(PoliceAct.BeginReview)]
    [Requires<PoliceAct>(PoliceAct.Adjudicate)]
    public async Task<IReadOnlyList<ReviewLine>> List(PoliceAccess access, CancellationToken cancellation)
    {
        if (!access.SeesReviews) return [];
        await using var rows = record.Enter(access);
        var lines = await rows.Reviews.AsNoTracking().OrderByDescending(row => row.BegunAt).ThenBy(row => row.Id)
            .Select(row => new ReviewLine(
                row.Id, row.Name, row.Incidents, rows.ReviewReaders.Any(reader => reader.Review == row.Id && reader.Reader == access.Account), row.BegunAt, row.ClosedAt))
            .ToListAsync(cancellation);
        return access.RunsReviews ? lines : lines.FindAll(line => line.IsReader);
    }

    /// <summary>A review, and what came of reading so far, as far as the one who asks may know it; null if it does not exist for her or him.</summary>
    [Requires<PoliceAct>(PoliceAct.Read)]
    [Requires<PoliceAct>(PoliceAct.BeginReview)]
    [Requires<PoliceAct>(PoliceAct.Adjudicate)]
    public async Task<ShownReview?> Show(PoliceAccess access, ReviewId review, CancellationToken cancellation)
    {
        if (!access.SeesReviews) return null;
        await using var rows = record.Enter(access);
        if (await rows.Reviews.AsNoTracking().SingleOrDefaultAsync(row => row.Id == review, cancellation) is not { } found) return null;
        var readers = await Readers(rows, review, cancellation);
        var isReader = readers.Contains(access.Account);
        if (!isReader && !access.RunsReviews) return null;
        var own = await rows.Readings.Where(row => row.Review == review && row.Reader == access.Account && !row.IsAdjudication)
            .Select(row => row.Place).Distinct().CountAsync(cancellation);
        return new ShownReview
        {
            Review = new ReviewLine(found.Id, found.Name, found.Incidents, isReader, found.BegunAt, found.ClosedAt),
            Filter = JsonSerializer.Deserialize<QueueFilter>(found.Filter)!,
            Readers = await Named(rows, readers, cancellation),
            DoubleShare = found.DoubleShare,
            Rule = new StopRule(found.Recall, found.Confidence),
            OwnRead = own,
            Figures = IsBlind(found, readers, access) ? null : await Figures(rows, access, found, cancellation),
        };
    }

    /// <summary>Draws an audit sample from what nobody has read; readers are given it first from then on.</summary>
    /// <param name="access">Who draws.</param>
    /// <param name="review">The review.</param>
    /// <param name="size">Incidents to draw; null for as many as the plan says.</param>
    /// <param name="cancellation">Ends the wait for the ranking and the database.</param>
    [Requires<PoliceAct>(PoliceAct.BeginReview)]
    public async Task<ReviewAnswer> DrawAudit(PoliceAccess access, ReviewId review, int? size, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.BeginReview) || await Find(access, review, cancellation) is not { } found) return new ReviewAnswer.NotFound();
        using var seat = await boards.Take(access, found, cancellation);
        await using (var rows = record.Enter(access))
        {
            // How many are unread is a figure too.
            if (IsBlind(found, await Readers(rows, review, cancellation), access)) return new ReviewAnswer.Refused("Found a reader of this review, expected somebody who does not read in it while two read blind.");
            await seat.Board.CatchUp(rows, found, cancellation);
        }

        // Before the turn of the record is taken: it may have to read every narrative.
        var order = await seat.Board.Ranked(access, found);
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await act.Rows.Reviews.AnyAsync(row => row.Id == review && row.ClosedAt != null, cancellation)) return new ReviewAnswer.Refused("Found a closed review, expected one that goes on.");
        await seat.Board.CatchUp(act.Rows, found, cancellation);
        var last = await ReviewAudit.Last(act.Rows, review, cancellation);
        var (sample, because) = ReviewAudit.Draw(found, seat.Board.State, order, await Erased(act.Rows, review, cancellation), last, size ?? found.AuditSize);
        if (sample is null) return new ReviewAnswer.Refused(because);
        act.Rows.AddRange(ReviewAudit.Strata(found, (last?.Number ?? 0) + 1, record.Clock.GetUtcNow(), sample, seat.Board.State));
        act.Note(new EventDraft(Audited, review.Value, sample.Drawn));
        await act.Save(cancellation);
        return new ReviewAnswer.Done(review, sample.Drawn);
    }

    /// <summary>Closes a review: nobody reads in it any more, and its readers see what came of it.</summary>
    [Requires<PoliceAct>(PoliceAct.BeginReview)]
    public async Task<ReviewAnswer> Close(PoliceAccess access, ReviewId review, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.BeginReview)) return new ReviewAnswer.NotFound();
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await act.Rows.Reviews.SingleOrDefaultAsync(row => row.Id == review, cancellation) is not { } found) return new ReviewAnswer.NotFound();
        if (found.ClosedAt is not null) return new ReviewAnswer.Refused("Found a closed review, expected one that goes on.");
        found.ClosedAt = record.Clock.GetUtcNow();
        act.Note(new EventDraft(Ended, review.Value));
        await act.Save(cancellation);
        return new ReviewAnswer.Done(review, found.Incidents);
    }

    // While two read blind, any figure of a review may tell one of them what the other did.
    private static bool IsBlind(RecordedReview review, List<AccountId> readers, PoliceAccess access) =>
        review is { DoubleShare: > 0, ClosedAt: null } && readers.Contains(access.Account);

    private static Task<List<AccountId>> Readers(PoliceContext rows, ReviewId review, CancellationToken cancellation) =>
        rows.ReviewReaders.Where(row => row.Review == review).OrderBy(row => row.Place).Select(row => row.Reader).ToListAsync(cancellation);

    private static async Task<IReadOnlyList<ReviewReader>> Named(PoliceContext rows, List<AccountId> readers, CancellationToken cancellation)
    {
        var handles = await rows.Accounts.Where(row => readers.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Handle, cancellation);
        return readers.ConvertAll(reader => new ReviewReader(reader, handles[reader]));
    }

    private async Task<RecordedReview?> Find(PoliceAccess access, ReviewId review, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        return await rows.Reviews.AsNoTracking().SingleOrDefaultAsync(row => row.Id == review, cancellation);
    }

    private async Task<ReviewFigures> Figures(PoliceContext rows, PoliceAccess access, RecordedReview review, CancellationToken cancellation)
    {
        using var seat = await boards.Take(access, review, cancellation);
        await seat.Board.CatchUp(rows, review, cancellation);
        var state = seat.Board.State;
        var audit = await ReviewAudit.Last(rows, review.Id, cancellation);
        return new ReviewFigures
        {
            Status = seat.Board.Status,
            Readings = seat.Board.Status.ReadingsByReader.ToDictionary(own => ReviewNames.Reader(own.Key), own => own.Value),
            Left = state.Incidents.Count - state.Order.Count,
            Erased = (await Erased(rows, review.Id, cancellation)).Count(place => state.ReadingsOf(place).Count == 0),
            Audit = audit is null ? null : AuditEstimate.Of(audit.ToSample(state), state, audit.FoundBefore),
        };
    }

    private static async Task<HashSet<int>> Erased(PoliceContext rows, ReviewId review, CancellationToken cancellation) => [.. await (
        from one in rows.ReviewedIncidents
        join incident in rows.Incidents on one.Incident equals incident.Row
        where one.Review == review && incident.Content != ContentState.Kept
        select one.Place).ToListAsync(cancellation)];
}
