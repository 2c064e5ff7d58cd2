using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Keys;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Review;

/// <summary>What one reader may be given now, best first.</summary>
internal sealed class ReadingQueue
{
    private readonly ReviewId _review;
    private readonly ReviewBoard _board;
    private readonly AccountId _reader;
    private readonly ILookup<int, ReadingTurn> _others;
    private readonly HashSet<int> _putBack;
    private readonly List<int> _audited;

    private ReadingQueue(ReviewId review, ReviewBoard board, AccountId reader, IReadOnlyList<ReadingTurn> turns, ReviewAudit? audit, DateTimeOffset now)
    {
        (_review, _board, _reader) = (review, board, reader);
        _others = turns.Where(turn => turn.Reader != reader && turn.EndsAt > now && !IsReadBy(turn.Place, turn.Reader)).ToLookup(turn => turn.Place);
        _putBack = [.. turns.Where(turn => turn.IsPutBack && turn.Reader == reader).Select(turn => turn.Place)];
        Own = turns.FirstOrDefault(turn => turn.Reader == reader && turn.EndsAt > now && !IsReadBy(turn.Place, reader) && !board.Erased.Contains(turn.Place));
        _audited = audit?.Unread(board.State).ToList() ?? [];
    }

    /// <summary>The turn that the reader has.</summary>
    public ReadingTurn? Own { get; private set; }

    /// <summary>True if the queue came upon an incident that waits for another reader.</summary>
    public bool IsSomethingWithOthers { get; private set; }

    public static async Task<ReadingQueue> Of(
        PoliceContext rows, ReviewBoard board, ReviewId review, AccountId reader, DateTimeOffset now, CancellationToken cancellation)
    {
        var turns = await rows.ReadingTurns.AsNoTracking()
            .Where(row => row.Review == review && (row.EndsAt > now || (row.IsPutBack && row.Reader == reader))).ToListAsync(cancellation);
        return new ReadingQueue(review, board, reader, turns, await ReviewAudit.Last(rows, review, cancellation), now);
    }

    /// <summary>The first that can still be opened; null if there is none.</summary>
    public async Task<(int Place, IncidentId Id, string Number)?> First(PoliceContext rows, CancellationToken cancellation)
    {
        foreach (var place in Places())
        {
            var found = await (
                from one in rows.ReviewedIncidents
                join incident in rows.Incidents on one.Incident equals incident.Row
                where one.Review == _review && one.Place == place
                select new { incident.Id, incident.Number, incident.Content }).SingleAsync(cancellation);
            if (found.Content is ContentState.Kept) return (place, found.Id, found.Number);
            _board.Erased.Add(place);
            if (place == Own?.Place) Own = null;
        }

        return null;
    }

    private IEnumerable<int> Places()
    {
        if (Own is { } own) yield return own.Place;
        var audited = _audited.FindAll(place => !_board.Erased.Contains(place));
        foreach (var place in audited.Concat(_board.State.QueueFor(ReviewNames.Of(_reader), audited.Count > 0 ? [] : _board.Order)))
        {
            if (_putBack.Contains(place) || _board.Erased.Contains(place)) continue;
            if (IsFree(place)) yield return place;
            else IsSomethingWithOthers = true;
        }
    }

    // As many may have it at once as are to read it.
    private bool IsFree(int place) => _board.State.Independent(place).Count + _others[place].Count() < _board.State.Plan.ReadersNeeded(place);

    private bool IsReadBy(int place, AccountId reader) => _board.State.ReadingsOf(place).Any(reading => reading.Reader == ReviewNames.Of(reader));
}
