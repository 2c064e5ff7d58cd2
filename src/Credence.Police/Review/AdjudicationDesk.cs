using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Review;

/// <summary>Where somebody who has not read an incident decides between readers who differ. Their readings stay as they are.</summary>
public sealed class AdjudicationDesk(RecordStore<PoliceContext> record, ReviewBoards boards)
{
    private const int MostShown = 100;

    private static readonly EventKind Compared = new("readings.compared");
    private static readonly EventKind Decided = new("reading.adjudicated");

    /// <summary>Incidents on which readers differ and that were never given to the one who asks, in the order in which they were read; a hundred of them at most, others when these are decided.</summary>
    [Requires<PoliceAct>(PoliceAct.Adjudicate)]
    public async Task<IReadOnlyList<Disagreement>> Disagreements(PoliceAccess access, ReviewId review, CancellationToken cancellation)
    {
        if (await Find(access, review, cancellation) is not { } found) return [];
        using var seat = await boards.Take(access, found, cancellation);
        await using var rows = record.Enter(access);
        await seat.Board.CatchUp(rows, found, cancellation);
        var state = seat.Board.State;
        var given = await rows.ReadingTurns.Where(row => row.Review == review && row.Reader == access.Account && !row.IsPutBack).Select(row => row.Place).ToHashSetAsync(cancellation);
        var ids = state.Order.Where(place => state.IsDisputed(place) && !given.Contains(place))
            .Take(MostShown).Select(place => ReviewNames.Incident(state.Incidents[place])).ToList();
        var numbers = await rows.Incidents.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Number, cancellation);
        return ids.ConvertAll(id => new Disagreement(id, numbers[id]));
    }

    /// <summary>Opens one of them with what each reader said, and writes it down; null if readers do not differ on it, or one has it to read oneself.</summary>
    [Requires<PoliceAct>(PoliceAct.Adjudicate)]
    public async Task<OpenedDisagreement?> Open(PoliceAccess access, ReviewId review, IncidentId incident, CancellationToken cancellation)
    {
        if (await Find(access, review, cancellation) is not { } found) return null;
        using var seat = await boards.Take(access, found, cancellation);
        await using var act = await record.Begin(access, cancellation);
        await seat.Board.CatchUp(act.Rows, found, cancellation);
        var place = seat.Board.State.PlaceOf(ReviewNames.Of(incident));
        if (place < 0 || !seat.Board.State.IsDisputed(place) || await WasGiven(act.Rows, access, review, place, cancellation)) return null;
        var opened = await ReadIncident.Open(record, act.Rows, review, incident, row => !row.IsAdjudication, cancellation);
        act.Note(ReviewEvents.Of(ReviewEvents.Opened, review, incident));
        act.Note(ReviewEvents.Of(Compared, review, incident));
        await act.Save(cancellation);
        return new OpenedDisagreement(opened with { Own = [] }, opened.Own);
    }

    /// <summary>Decides between readers who differ.</summary>
    [Requires<PoliceAct>(PoliceAct.Adjudicate)]
    public async Task<JudgeAnswer> Adjudicate(PoliceAccess access, ReviewId review, IncidentId incident, Judgement judgement, CancellationToken cancellation)
    {
        if (await Find(access, review, cancellation) is not { } found) return new JudgeAnswer.NotFound();
        if (judgement.Problem is { } problem) return new JudgeAnswer.Refused(problem);
        using var seat = await boards.Take(access, found, cancellation);
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        await seat.Board.CatchUp(act.Rows, found, cancellation);
        var place = seat.Board.State.PlaceOf(ReviewNames.Of(incident));
        if (place < 0) return new JudgeAnswer.NotFound();
        var keeping = new ReadingToKeep(act, review, place, incident, judgement);
        if (await keeping.KeptBefore(isReadByAnother: false, cancellation) is { } before) return before;
        // Also where readers do not differ: otherwise the answer would tell a reader whether they do.
        if (await WasGiven(act.Rows, access, review, place, cancellation)) return new JudgeAnswer.NeedsAnotherPerson();
        if (!seat.Board.State.IsDisputed(place)) return new JudgeAnswer.NotDisputed();
        if (await act.Rows.Reviews.AnyAsync(row => row.Id == review && row.ClosedAt != null, cancellation)) return new JudgeAnswer.Closed();
        using var key = await record.Vault.Find(incident.Value, cancellation);
        if (!await ReadIncident.IsKept(act.Rows, incident, cancellation) || key is null) return new JudgeAnswer.TooLate();
        keeping.Add(isAdjudication: true, key, record.Clock.GetUtcNow());
        act.Note(ReviewEvents.Of(Decided, review, incident));
        await act.Save(cancellation);
        return new JudgeAnswer.Kept(judgement.Id, IsReadByAnother: false);
    }

    // Whoever has it to read may still read it, blind.
    private static Task<bool> WasGiven(PoliceContext rows, PoliceAccess access, ReviewId review, int place, CancellationToken cancellation) =>
        rows.ReadingTurns.AnyAsync(row => row.Review == review && row.Place == place && row.Reader == access.Account && !row.IsPutBack, cancellation);

    private async Task<RecordedReview?> Find(PoliceAccess access, ReviewId review, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.Adjudicate)) return null;
        await using var rows = record.Enter(access);
        return await rows.Reviews.AsNoTracking().SingleOrDefaultAsync(row => row.Id == review, cancellation);
    }
}
