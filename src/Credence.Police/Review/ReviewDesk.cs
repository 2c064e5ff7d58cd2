using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Review;
using Credence.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Review;

/// <summary>Where reviews are begun, followed, audited and closed.</summary>
public sealed partial class ReviewDesk(RecordStore<PoliceContext> record, ReviewBoards boards)
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
        if (!Form().IsMatch(review.Name)) return new ReviewAnswer.Refused("Found a name of another form, expected 1 to 60 letters, digits, spaces, dots or hyphens, and no name of a person.");
        if (review.Rule is not { Recall: > 0 and < 1, Confidence: > 0 and < 1 }) return new ReviewAnswer.Refused("Found a recall or a confidence outside 0 to 1, expected shares between.");
        var begun = Recorded(access, review);
        if (begun.ToPlan(review.Readers).Problem is { } problem) return new ReviewAnswer.Refused($"{char.ToUpperInvariant(problem[0])}{problem[1..]}.");
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await act.Rows.Reviews.AnyAsync(row => row.Name == review.Name && row.ClosedAt == null, cancellation))
            return new ReviewAnswer.Refused("Found an open review of this name, expected another name.");
        if (!await MayAllRead(act.Rows, review.Readers, cancellation)) return new ReviewAnswer.Refused("Found a reader without an open account that may read, expected one for each.");
        var chosen = await review.Filter.Narrow(act.Rows.Incidents.AsNoTracking()).Where(row => row.Content == ContentState.Kept).OrderBy(row => row.Row)
            .Select(row => new Chosen(row.Row, row.Level, row.Score)).Take(MostIncidents + 1).ToListAsync(cancellation);
        if (chosen.Count is 0 or > MostIncidents) return new ReviewAnswer.Refused(
            $"Found {(chosen.Count == 0 ? "no incident" : $"more than {MostIncidents:N0} incidents")}, expected from 1 to {MostIncidents:N0}: choose others, such as a level or a year.");
        await Add(act, Recorded(access, review, begun, chosen.Count), review.Readers, chosen, cancellation);
        act.Note(new EventDraft(Begun, begun.Id.Value, chosen.Count));
        await act.Save(cancellation);
        return new ReviewAnswer.Done(begun.Id, chosen.Count);
    }

    /// <summary>The reviews that one reads in, or runs; newest first.</summary>
    [Requires<PoliceAct>(PoliceAct.Read)]
    [Requires<PoliceAct>(PoliceAct.BeginReview)]
    [Requires<PoliceAct>(PoliceAct.Adjudicate)]
    public async Task<IReadOnlyList<ReviewLine>> List(PoliceAccess access, CancellationToken cancellation)
    {
        if (!MaySee(access)) return [];
        await using var rows = record.Enter(access);
        var lines = await rows.Reviews.AsNoTracking().OrderByDescending(row => row.BegunAt).ThenBy(row => row.Id)
            .Select(row => new ReviewLine(
                row.Id, row.Name, row.Incidents, rows.ReviewReaders.Any(reader => reader.Review == row.Id && reader.Reader == access.Account), row.BegunAt, row.ClosedAt))
            .ToListAsync(cancellation);
        return Runs(access) ? lines : lines.FindAll(line => line.IsReader);
    }

    /// <summary>A review, and what came of reading so far, as far as the one who asks may know it; null if it does not exist for her or him.</summary>
    [Requires<PoliceAct>(PoliceAct.Read)]
    [Requires<PoliceAct>(PoliceAct.BeginReview)]
    [Requires<PoliceAct>(PoliceAct.Adjudicate)]
    public async Task<ShownReview?> Show(PoliceAccess access, ReviewId review, CancellationToken cancellation)
    {
        if (!MaySee(access)) return null;
        await using var rows = record.Enter(access);
        if (await rows.Reviews.AsNoTracking().SingleOrDefaultAsync(row => row.Id == review, cancellation) is not { } found) return null;
        var readers = await rows.ReviewReaders.AsNoTracking().Where(row => row.Review == review).OrderBy(row => row.Place).Select(row => row.Reader).ToListAsync(cancellation);
        var isReader = readers.Contains(access.Account);
        if (!isReader && !Runs(access)) return null;
        var isBlind = isReader && found is { DoubleShare: > 0, ClosedAt: null };
        var own = await rows.Readings.Where(row => row.Review == review && row.Reader == access.Account && !row.IsAdjudication)
            .Select(row => row.Place).Distinct().CountAsync(cancellation);
        return new ShownReview
        {
            Review = new ReviewLine(found.Id, found.Name, found.Incidents, isReader, found.BegunAt, found.ClosedAt),
            Filter = JsonSerializer.Deserialize<QueueFilter>(found.Filter)!,
            Readers = readers,
            DoubleShare = found.DoubleShare,
            Rule = new StopRule(found.Recall, found.Confidence),
            OwnRead = own,
            Figures = isBlind ? null : await Figures(rows, found, cancellation),
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
        using var seat = await boards.Take(review, cancellation);
        var board = seat.Board;
        // Before the turn of the record is taken: a ranking may have to read every narrative.
        await using (var rows = record.Enter(access)) await board.CatchUp(rows, found, cancellation);
        var order = await board.Ranked(access, found);
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await act.Rows.Reviews.AsNoTracking().SingleAsync(row => row.Id == review, cancellation) is { ClosedAt: not null }) return new ReviewAnswer.Refused("Found a closed review, expected one that goes on.");
        await board.CatchUp(act.Rows, found, cancellation);
        var erased = await Erased(act.Rows, review, cancellation);
        var last = await ReviewAudit.Last(act.Rows, review, cancellation);
        if (last?.Unread(board.State).Except(erased).Count() is > 0 and var left)
            return new ReviewAnswer.Refused($"Found an audit sample of which {left} incidents are unread, expected it to be read before another is drawn.");
        var unread = order.Where(place => board.State.ReadingsOf(place).Count == 0 && !erased.Contains(place)).ToList();
        var wanted = size ?? found.AuditSize;
        if (wanted < Math.Min(2, unread.Count) || wanted > unread.Count || unread.Count == 0)
            return new ReviewAnswer.Refused($"Found a sample of {wanted}, expected {(unread.Count == 0 ? "something that nobody has read" : $"from {Math.Min(2, unread.Count)} to {unread.Count}, the incidents that nobody has read")}.");
        var entries = (ulong)await act.Rows.Readings.LongCountAsync(row => row.Review == review, cancellation) + (ulong)(last?.Number ?? 0);
        var sample = AuditSample.Draw([.. unread.Select(place => board.State.Incidents[place])], wanted, unchecked((ulong)found.Seed) + entries);
        act.Rows.AddRange(ReviewAudit.Strata(access.Organization, review, (last?.Number ?? 0) + 1, record.Clock.GetUtcNow(), sample, board.State));
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

    // Who runs a review sees all of the agency's; who reads sees those she or he reads in.
    private static bool Runs(PoliceAccess access) => access.May(PoliceAct.BeginReview) || access.May(PoliceAct.Adjudicate);

    private static bool MaySee(PoliceAccess access) => access.May(PoliceAct.Read) || Runs(access);

    private async Task<RecordedReview?> Find(PoliceAccess access, ReviewId review, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        return await rows.Reviews.AsNoTracking().SingleOrDefaultAsync(row => row.Id == review, cancellation);
    }

    private RecordedReview Recorded(PoliceAccess access, NewReview review, RecordedReview? like = null, int incidents = 0) => new()
    {
        Id = like?.Id ?? new ReviewId(Guid.CreateVersion7(record.Clock.GetUtcNow())),
        Organization = access.Organization,
        Name = review.Name,
        Filter = JsonSerializer.Serialize(review.Filter),
        Incidents = incidents,
        Seed = like?.Seed ?? unchecked((long)(review.Seed ?? BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))))),
        DoubleShare = review.DoubleShare ?? (review.Readers.Count > 1 ? 0.2 : 0),
        Recall = review.Rule.Recall,
        Confidence = review.Rule.Confidence,
        AuditSize = Math.Max(0, review.AuditSize),
        BegunBy = access.Account,
        BegunAt = record.Clock.GetUtcNow(),
    };

    private static async Task<bool> MayAllRead(PoliceContext rows, IReadOnlyList<AccountId> readers, CancellationToken cancellation)
    {
        var open = await rows.Accounts.AsNoTracking().Where(row => readers.Contains(row.Id) && row.ClosedAt == null).Select(row => row.Role).ToListAsync(cancellation);
        return open.Count == readers.Count && open.TrueForAll(role => Enum.TryParse<PoliceRole>(role, out var known) && known.May(PoliceAct.Read));
    }

    private static async Task Add(
        Act<PoliceContext> act, RecordedReview review, IReadOnlyList<AccountId> readers, List<Chosen> chosen, CancellationToken cancellation)
    {
        act.Rows.Reviews.Add(review);
        act.Rows.ReviewReaders.AddRange(readers.Select((reader, place) => new RecordedReader { Review = review.Id, Reader = reader, Organization = review.Organization, Place = place }));
        await act.Rows.SaveRows(cancellation);
        var rank = FirstRanks(chosen, unchecked((ulong)review.Seed));
        await ReviewTables.Incidents.Insert(
            act.Transaction, [.. chosen.Select((one, place) => new object?[] { review.Id.Value, place, review.Organization.Value, one.Row, rank[place] })], cancellation);
    }

    // As credence review orders before anything is learned: by level and score, equals by lot.
    private static int[] FirstRanks(List<Chosen> chosen, ulong seed)
    {
        var chance = new Pcg32(seed, 1);
        var lots = chosen.ConvertAll(_ => chance.Next());
        var ranks = new int[chosen.Count];
        foreach (var (place, rank) in Enumerable.Range(0, chosen.Count)
            .OrderByDescending(place => (chosen[place].Level, chosen[place].Score)).ThenBy(place => lots[place]).Select((place, rank) => (place, rank))) ranks[place] = rank;
        return ranks;
    }

    private async Task<ReviewFigures> Figures(PoliceContext rows, RecordedReview review, CancellationToken cancellation)
    {
        using var seat = await boards.Take(review.Id, cancellation);
        await seat.Board.CatchUp(rows, review, cancellation);
        var state = seat.Board.State;
        var audit = await ReviewAudit.Last(rows, review.Id, cancellation);
        return new ReviewFigures
        {
            Status = seat.Board.Status,
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

    private sealed record Chosen(long Row, Credence.Screening.Level Level, double Score);

    [GeneratedRegex(@"\A[\p{L}\p{N}][\p{L}\p{N} .-]{0,59}\z")]
    private static partial Regex Form();
}
