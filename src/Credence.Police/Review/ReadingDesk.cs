using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Review;

/// <summary>
/// Where a reader of a review is given incidents and says what she or he sees in them. Nothing here, and no event that a reader can
/// see, tells whether somebody else has read an incident or what was said.
/// </summary>
public sealed class ReadingDesk(RecordStore<PoliceContext> record, ReviewBoards boards)
{
    /// <summary>How long an incident waits for its reader, counted from when it was given or last opened.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromHours(1);

    private static readonly EventKind Given = new("reading.begun");
    private static readonly EventKind PutAway = new("reading.put-back");
    private static readonly EventKind Kept = new("reading.kept");

    /// <summary>The incident to read next: the one given before while its turn lasts, else an audit sample, second readings that are due, and then the ranking.</summary>
    [Requires<PoliceAct>(PoliceAct.Read)]
    public async Task<NextAnswer> Next(PoliceAccess access, ReviewId review, CancellationToken cancellation)
    {
        if (await Find(access, review, cancellation) is not { } found) return new NextAnswer.NotFound();
        using var seat = await boards.Take(access, found, cancellation);
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await IsClosed(act.Rows, review, cancellation)) return new NextAnswer.Closed();
        await seat.Board.CatchUp(act.Rows, found, cancellation);
        seat.Board.Learn(access, found);
        // As the record keeps times, so that the same turn has the same end whenever it is asked for.
        var now = Microseconds.Time(Microseconds.Of(record.Clock.GetUtcNow()));
        var queue = await ReadingQueue.Of(act.Rows, seat.Board, review, access.Account, now, cancellation);
        if (await queue.First(act.Rows, cancellation) is not { } next) return queue.IsSomethingWithOthers ? new NextAnswer.WithOthers() : new NextAnswer.NothingLeft();
        if (queue.Own is { } own && own.EndsAt - now > Turn / 2) return new NextAnswer.ToRead(next.Id, next.Number, own.EndsAt);
        await Give(act, review, next.Place, now, cancellation);
        act.Note(ReviewEvents.Of(Given, review, next.Id));
        await act.Save(cancellation);
        return new NextAnswer.ToRead(next.Id, next.Number, now + Turn);
    }

    /// <summary>Opens an incident that was given to this reader, and writes down that it was opened; null if it was not, or does not exist.</summary>
    [Requires<PoliceAct>(PoliceAct.Read)]
    public async Task<IncidentToRead?> Open(PoliceAccess access, ReviewId review, IncidentId incident, CancellationToken cancellation)
    {
        if (await Find(access, review, cancellation) is null) return null;
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await TurnOf(act.Rows, access, review, incident, cancellation) is not { } turn) return null;
        var opened = await ReadIncident.Open(record, act.Rows, review, incident, row => row.Reader == access.Account && !row.IsAdjudication, cancellation);
        // An incident that somebody else was given meanwhile is not taken back by looking at it once more.
        if (turn.EndsAt > record.Clock.GetUtcNow()) turn.EndsAt = record.Clock.GetUtcNow() + Turn;
        act.Note(ReviewEvents.Of(ReviewEvents.Opened, review, incident));
        await act.Save(cancellation);
        return opened;
    }

    /// <summary>Gives an incident back unread, such as where the reader knows somebody in it; it is not given to this reader again.</summary>
    [Requires<PoliceAct>(PoliceAct.Read)]
    public async Task<bool> PutBack(PoliceAccess access, ReviewId review, IncidentId incident, CancellationToken cancellation)
    {
        if (await Find(access, review, cancellation) is null) return false;
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await TurnOf(act.Rows, access, review, incident, cancellation) is not { } turn) return false;
        if (await act.Rows.Readings.AnyAsync(row => row.Review == review && row.Place == turn.Place && row.Reader == access.Account, cancellation)) return false;
        (turn.IsPutBack, turn.EndsAt) = (true, record.Clock.GetUtcNow());
        act.Note(ReviewEvents.Of(PutAway, review, incident));
        await act.Save(cancellation);
        return true;
    }

    /// <summary>
    /// Keeps what a reader says of an incident that was given to her or him. Nothing is overwritten: one who thinks again gives a
    /// reading that says which own one it takes the place of.
    /// </summary>
    [Requires<PoliceAct>(PoliceAct.Read)]
    public async Task<JudgeAnswer> Judge(PoliceAccess access, ReviewId review, IncidentId incident, Judgement judgement, CancellationToken cancellation)
    {
        if (await Find(access, review, cancellation) is not { } found) return new JudgeAnswer.NotFound();
        if (judgement.Problem is { } problem) return new JudgeAnswer.Refused(problem);
        using var seat = await boards.Take(access, found, cancellation);
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        if (await TurnOf(act.Rows, access, review, incident, cancellation) is not { } turn) return new JudgeAnswer.NotFound();
        await seat.Board.CatchUp(act.Rows, found, cancellation);
        var state = seat.Board.State;
        var isReadByAnother = state.Independent(turn.Place).Count(one => one.Reader != ReviewNames.Of(access.Account)) >= state.Plan.ReadersNeeded(turn.Place);
        var keeping = new ReadingToKeep(act, review, turn.Place, incident, judgement);
        if (await keeping.KeptBefore(isReadByAnother, cancellation) is { } before) return before;
        if (await IsClosed(act.Rows, review, cancellation)) return new JudgeAnswer.Closed();
        using var key = await record.Vault.Find(incident.Value, cancellation);
        if (!await ReadIncident.IsKept(act.Rows, incident, cancellation) || key is null) return new JudgeAnswer.TooLate();
        if (await keeping.Conflict(key, cancellation) is { } conflict) return conflict;
        keeping.Add(isAdjudication: false, key, record.Clock.GetUtcNow());
        turn.EndsAt = record.Clock.GetUtcNow();
        act.Note(ReviewEvents.Of(Kept, review, incident));
        await act.Save(cancellation);
        await seat.Board.CatchUp(act.Rows, found, cancellation);
        seat.Board.Learn(access, found);
        return new JudgeAnswer.Kept(judgement.Id, isReadByAnother);
    }

    /// <summary>What this reader said last, by its codes, so that she or he may think again; null before the first reading, or if it does not exist.</summary>
    [Requires<PoliceAct>(PoliceAct.Read)]
    public async Task<LastReading?> Last(PoliceAccess access, ReviewId review, CancellationToken cancellation)
    {
        if (await Find(access, review, cancellation) is null) return null;
        await using var rows = record.Enter(access);
        return await (
            from reading in rows.Readings
            join one in rows.ReviewedIncidents on new { reading.Review, reading.Place } equals new { one.Review, one.Place }
            join incident in rows.Incidents on one.Incident equals incident.Row
            where reading.Review == review && reading.Reader == access.Account && !reading.IsAdjudication
            orderby reading.Row descending
            select new LastReading(incident.Id, incident.Number, reading.Victim, reading.Type)).FirstOrDefaultAsync(cancellation);
    }

    // The review, if this account reads in it.
    private async Task<RecordedReview?> Find(PoliceAccess access, ReviewId review, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.Read)) return null;
        await using var rows = record.Enter(access);
        return await rows.ReviewReaders.AnyAsync(row => row.Review == review && row.Reader == access.Account, cancellation)
            ? await rows.Reviews.AsNoTracking().SingleOrDefaultAsync(row => row.Id == review, cancellation)
            : null;
    }

    private static Task<bool> IsClosed(PoliceContext rows, ReviewId review, CancellationToken cancellation) =>
        rows.Reviews.AnyAsync(row => row.Id == review && row.ClosedAt != null, cancellation);

    private static Task<ReadingTurn?> TurnOf(PoliceContext rows, PoliceAccess access, ReviewId review, IncidentId incident, CancellationToken cancellation) => (
        from turn in rows.ReadingTurns
        join one in rows.ReviewedIncidents on new { turn.Review, turn.Place } equals new { one.Review, one.Place }
        join row in rows.Incidents on one.Incident equals row.Row
        where turn.Review == review && turn.Reader == access.Account && !turn.IsPutBack && row.Id == incident
        select turn).SingleOrDefaultAsync(cancellation);

    private static async Task Give(Act<PoliceContext> act, ReviewId review, int place, DateTimeOffset now, CancellationToken cancellation)
    {
        var reader = act.Access.Account;
        if (await act.Rows.ReadingTurns.SingleOrDefaultAsync(row => row.Review == review && row.Place == place && row.Reader == reader, cancellation) is { } turn)
            turn.EndsAt = now + Turn;
        else
            act.Rows.ReadingTurns.Add(new ReadingTurn { Review = review, Place = place, Reader = reader, Organization = act.Access.Organization, EndsAt = now + Turn });
    }
}
