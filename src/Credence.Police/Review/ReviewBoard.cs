using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Review;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Review;

/// <summary>
/// What a process knows of one review: its state, kept up from the record, and the last ranking. Everything in it can be made
/// again from the record, so nothing is lost with the process.
/// </summary>
internal sealed class ReviewBoard(ReviewDocuments documents, int size, TimeProvider clock, CancellationToken ending)
{
    // A training may take this share of the time; reading goes on in the order before.
    private const int PauseOfTraining = 10;

    private readonly Dictionary<AccountId, string> _names = [];
    private ReviewState? _state;
    private volatile IReadOnlyList<int> _order = [];
    private DocumentRows? _rows;
    private Task _learning = Task.CompletedTask;
    private TimeSpan _pause;
    private long _learnedAt;
    private long _learned;
    private long _last;
    private (long Of, ReviewStatus Status)? _status;

    /// <summary>One at a time uses a board. Whoever takes the record's turn too takes the board first.</summary>
    public SemaphoreSlim Seat { get; } = new(1, 1);

    public long UsedAt { get; set; }

    /// <summary>Incidents of the review, which it holds in memory.</summary>
    public int Size => size;

    public bool IsLoaded => _state is not null;

    /// <summary>The state as of the last reading in the record.</summary>
    public ReviewState State => _state!;

    /// <summary>The order of the ranking, read incidents too: as good as what was learned so far.</summary>
    public IReadOnlyList<int> Order => _order;

    /// <summary>Places found erased: what is erased stays so.</summary>
    public HashSet<int> Erased { get; } = [];

    /// <summary>The training that is going on, for one who has to wait for it.</summary>
    public Task Learning => _learning;

    /// <summary>The figures; counted again only when something was read.</summary>
    public ReviewStatus Status => (_status is { } known && known.Of == _last ? known : (_status = (_last, ReviewStatus.Of(State))).Value).Status;

    /// <summary>Takes in what was read since the last time, by whichever process; the first time everything.</summary>
    public async Task CatchUp(PoliceContext rows, RecordedReview review, CancellationToken cancellation)
    {
        if (_state is null) await Load(rows, review, cancellation);
        var fresh = await rows.Readings.AsNoTracking().Where(row => row.Review == review.Id && row.Row > _last).OrderBy(row => row.Row)
            .Select(row => new { row.Row, row.Place, row.Reader, row.Victim, row.Type, row.IsAdjudication }).ToListAsync(cancellation);
        foreach (var one in fresh)
        {
            if (!_names.TryGetValue(one.Reader, out var name)) _names[one.Reader] = name = ReviewNames.Of(one.Reader);
            State.Add(new Reading(State.Incidents[one.Place], name, one.Victim, one.Type) { IsAdjudication = one.IsAdjudication });
            _last = one.Row;
        }
    }

    /// <summary>Begins to learn from what was read since the last training, unless one is going on or was a moment ago.</summary>
    public void Learn(PoliceAccess access, RecordedReview review)
    {
        if (_learning.IsFaulted)
        {
            // A fault of the program is told once to whoever comes next; then it is tried again.
            var fault = _learning;
            (_learning, _learned) = (Task.CompletedTask, -1);
            fault.GetAwaiter().GetResult();
        }

        if (!_learning.IsCompleted || _learned == _last || clock.GetElapsedTime(_learnedAt) < _pause) return;
        if (State.Lessons() is not { Count: > 0 } lessons) return;
        _learned = _last;
        _learning = Task.Run(() => Train(access, review, lessons), CancellationToken.None);
    }

    /// <summary>The order after everything that was read, waited for.</summary>
    public async Task<IReadOnlyList<int>> Ranked(PoliceAccess access, RecordedReview review)
    {
        await _learning;
        if (State.Lessons() is { Count: > 0 } lessons) await Task.Run(() => Train(access, review, lessons), CancellationToken.None);
        return Order;
    }

    private async Task Load(PoliceContext rows, RecordedReview review, CancellationToken cancellation)
    {
        var readers = await rows.ReviewReaders.Where(row => row.Review == review.Id).OrderBy(row => row.Place).Select(row => row.Reader).ToListAsync(cancellation);
        var incidents = await (
            from one in rows.ReviewedIncidents
            join incident in rows.Incidents on one.Incident equals incident.Row
            where one.Review == review.Id
            orderby one.Place
            select new { incident.Id, one.FirstRank }).ToListAsync(cancellation);
        var first = new int[incidents.Count];
        for (var place = 0; place < first.Length; place++) first[incidents[place].FirstRank] = place;
        _state = ReviewState.Of(review.ToPlan(readers), [.. incidents.Select(incident => ReviewNames.Of(incident.Id))], []);
        _order = first;
    }

    private async Task Train(PoliceAccess access, RecordedReview review, IReadOnlyList<(int Place, bool IsRelevant)> lessons)
    {
        try
        {
            _rows ??= await documents.Read(access, review.Id, review.Incidents, ending);
            var began = clock.GetTimestamp();
            var queue = ReviewState.Rank(_rows, lessons);
            _order = queue;
            (_learnedAt, _pause) = (clock.GetTimestamp(), clock.GetElapsedTime(began) * PauseOfTraining);
        }
        catch (Exception e) when (e is Record.Storage.RecordFault or OperationCanceledException)
        {
            // The order before still serves; the next reading tries again.
            _learned = -1;
        }
    }
}
