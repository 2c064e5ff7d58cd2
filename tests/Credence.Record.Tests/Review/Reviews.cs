using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Review;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Credence.Record.Tests.Incidents;
using Credence.Review;
using Credence.Screening;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Review;

/// <summary>A review of invented incidents with its desks, as one process has them.</summary>
internal sealed class Reviews : IAsyncDisposable
{
    private static readonly QueueFilter All = new() { MissedOnly = false };

    private Reviews(RecordStore<PoliceContext> record, ReviewId review) =>
        (Record, Review, Boards) = (record, review, new ReviewBoards(record));

    public RecordStore<PoliceContext> Record { get; }

    public ReviewId Review { get; }

    public ReviewBoards Boards { get; }

    public ReviewDesk Desk => new(Record, Boards);

    public ReadingDesk Reading => new(Record, Boards);

    public AdjudicationDesk Adjudication => new(Record, Boards);

    public static PoliceAccess Ana => Cast.At(Cast.Riverton, PoliceRole.Investigator, PurposeKind.Review);

    public static PoliceAccess Ben => Cast.At(Cast.Riverton, PoliceRole.Analyst, PurposeKind.Review);

    /// <summary>Runs the review, and reads in none unless a test says so.</summary>
    public static PoliceAccess Lead => Cast.At(Cast.Riverton, PoliceRole.Supervisor, PurposeKind.Review);

    /// <summary>A record with so many imported incidents, every tenth of them telling of a passport, and a review of all.</summary>
    public static async Task<Reviews> Begin(Workplace workplace, int incidents, double doubled, TimeProvider? clock = null, ulong seed = 1)
    {
        var record = await Cast.NewPoliceRecord(workplace, clock);
        await record.Import(Csv(incidents));
        await using var boards = new ReviewBoards(record);
        var begun = await new ReviewDesk(record, boards).Begin(
            Lead, new NewReview { Name = "Reports of 2031", Filter = All, Readers = [Ana.Account, Ben.Account], DoubleShare = doubled, Seed = seed }, default);
        return new Reviews(record, Assert.IsType<ReviewAnswer.Done>(begun).Review);
    }

    public static string Csv(int incidents) => Imports.Header + string.Concat(Enumerable.Range(1, incidents).Select(i => Imports.Row(
        Number(i), i % 10 == 0 ? $"Worker {i} said the foreman keeps the PASSPORT until debts are paid (invented)." : $"Noise complaint at house {i}, quiet on arrival (invented).")));

    public static string Number(int incident) => $"2031-{incident:000000}";

    /// <summary>Another review of the same incidents.</summary>
    public async Task<Reviews> Another(string name, double doubled, ulong seed)
    {
        var begun = await Desk.Begin(
            Lead, new NewReview { Name = name, Filter = All, Readers = [Ana.Account, Ben.Account], DoubleShare = doubled, Seed = seed }, default);
        return new Reviews(Record, Assert.IsType<ReviewAnswer.Done>(begun).Review);
    }

    /// <summary>Waits until everything that was read is learned.</summary>
    public async Task Settle()
    {
        await using var rows = Record.Enter(Lead);
        var review = await rows.Reviews.SingleAsync(row => row.Id == Review);
        using var seat = await Boards.Take(Lead, review, default);
        await seat.Board.CatchUp(rows, review, default);
        await seat.Board.Ranked(Lead, review);
    }

    /// <summary>The same review in a process that has just begun.</summary>
    public Reviews Restarted() => new(Record, Review);

    public async Task<NextAnswer.ToRead> Next(PoliceAccess reader) => Assert.IsType<NextAnswer.ToRead>(await Reading.Next(reader, Review, default));

    public Task<JudgeAnswer> Judge(PoliceAccess reader, IncidentId incident, Judgement judgement) => Reading.Judge(reader, Review, incident, judgement, default);

    /// <summary>Takes the next incident and says what it tells: yes of a passport, else no.</summary>
    public async Task<NextAnswer.ToRead> Read(PoliceAccess reader, VictimAnswer? victim = null)
    {
        var next = await Next(reader);
        var opened = await Reading.Open(reader, Review, next.Incident, default);
        var holds = opened!.Incident!.Narrative.Text.Contains("PASSPORT", StringComparison.Ordinal);
        Assert.IsType<JudgeAnswer.Kept>(await Judge(reader, next.Incident, Says(victim ?? (holds ? VictimAnswer.Yes : VictimAnswer.No))));
        return next;
    }

    public async Task<ReviewFigures> Figures() => (await Desk.Show(Lead, Review, default))!.Figures!;

    /// <summary>Gives a reader an incident whatever the order.</summary>
    public async Task<IncidentId> Give(PoliceAccess reader, int incident)
    {
        await using var act = await Record.Begin(Lead, default);
        var id = (await Record.IncidentOf(Number(incident))).Id;
        var place = await act.Rows.ReviewedIncidents.Where(one => one.Review == Review && act.Rows.Incidents.Any(row => row.Row == one.Incident && row.Id == id)).Select(one => one.Place).SingleAsync();
        if (await act.Rows.ReadingTurns.AnyAsync(row => row.Review == Review && row.Place == place && row.Reader == reader.Account)) return id;
        act.Rows.ReadingTurns.Add(TurnRow(Review, place, reader.Account, Record.Clock.GetUtcNow() + ReadingDesk.Turn));
        act.Note(new EventDraft(new EventKind("reading.begun"), Review.Value));
        await act.Save(default);
        return id;
    }

    public static Judgement Says(VictimAnswer victim, ReadingId? replaces = null, string note = "") =>
        new(new ReadingId(Guid.NewGuid()), victim, victim is VictimAnswer.Yes ? ExploitationType.Labor : ExploitationType.None) { Replaces = replaces, Note = note };

    public static ReadingTurn TurnRow(ReviewId review, int place, AccountId reader, DateTimeOffset until) =>
        new() { Review = review, Place = place, Reader = reader, Organization = Cast.Riverton, EndsAt = until };

    public static RecordedReading ReadingRow(ReviewId review, int place, AccountId reader, VictimAnswer victim) => new()
    {
        Id = new ReadingId(Guid.NewGuid()), Review = review, Organization = Cast.Riverton, Place = place, Reader = reader, At = DateTimeOffset.UnixEpoch, Victim = victim,
        Type = victim is VictimAnswer.Yes ? ExploitationType.Labor : ExploitationType.None, Elements = "", Words = null, IsAdjudication = false, Replaces = null,
    };

    public ValueTask DisposeAsync() => Boards.DisposeAsync();
}
