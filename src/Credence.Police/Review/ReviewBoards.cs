using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Record.Storage;

namespace Credence.Police.Review;

/// <summary>
/// The reviews that a process has in memory: one for all its desks. Those that nobody has used for longest make room for others.
/// </summary>
public sealed class ReviewBoards : IAsyncDisposable
{
    /// <summary>Incidents of all reviews in memory together, twice the largest review.</summary>
    public const int MostIncidents = 2 * ReviewDesk.MostIncidents;

    private readonly RecordStore<PoliceContext> _record;
    private readonly int _most;
    private readonly Dictionary<ReviewId, ReviewBoard> _boards = [];
    private readonly Lock _making = new();
    private readonly CancellationTokenSource _ending = new();

    public ReviewBoards(RecordStore<PoliceContext> record)
        : this(record, MostIncidents)
    {
    }

    internal ReviewBoards(RecordStore<PoliceContext> record, int most) => (_record, _most) = (record, most);

    /// <summary>Incidents of the reviews in memory.</summary>
    internal int Incidents
    {
        get { lock (_making) return _boards.Values.Sum(board => board.Size); }
    }

    /// <summary>Ends what is being learned, and waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        ReviewBoard[] boards;
        lock (_making) boards = [.. _boards.Values];
        foreach (var board in boards) await board.Learning;
        _ending.Dispose();
    }

    /// <summary>
    /// Takes a board for oneself until the seat is given back. Only for a review that one has seen to exist, and before the turn of
    /// the record: what is not in memory yet is read while others write.
    /// </summary>
    internal async Task<Seat> Take(PoliceAccess access, RecordedReview review, CancellationToken cancellation)
    {
        var board = Find(review);
        await board.Seat.WaitAsync(cancellation);
        try
        {
            if (board.IsLoaded) return new Seat(board);
            await using var rows = _record.Enter(access);
            await board.CatchUp(rows, review, cancellation);
            return new Seat(board);
        }
        catch
        {
            board.Seat.Release();
            throw;
        }
    }

    private ReviewBoard Find(RecordedReview review)
    {
        lock (_making)
        {
            if (!_boards.TryGetValue(review.Id, out var board))
                _boards[review.Id] = board = new ReviewBoard(new ReviewDocuments(_record), review.Incidents, _record.Clock, _ending.Token);
            board.UsedAt = _record.Clock.GetTimestamp();
            MakeRoom(board);
            return board;
        }
    }

    private void MakeRoom(ReviewBoard used)
    {
        var size = _boards.Values.Sum(board => board.Size);
        foreach (var (id, board) in _boards.OrderBy(pair => pair.Value.UsedAt).ToList())
        {
            if (size <= _most) return;
            if (board == used || board.Seat.CurrentCount == 0 || !board.Learning.IsCompleted) continue;
            size -= board.Size;
            _boards.Remove(id);
        }
    }

    /// <summary>A board that is in use.</summary>
    internal readonly struct Seat(ReviewBoard board) : IDisposable
    {
        public ReviewBoard Board => board;

        public void Dispose() => board.Seat.Release();
    }
}
