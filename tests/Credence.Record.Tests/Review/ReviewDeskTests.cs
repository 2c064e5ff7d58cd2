using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Review;
using Credence.Record.Tests.Incidents;
using Credence.Review;
using Credence.Screening;

namespace Credence.Record.Tests.Review;

public class ReviewDeskTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_review_has_the_incidents_of_its_beginning_whatever_comes_in_later(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 5, doubled: 0);
        await review.Record.Import(Reviews.Csv(8));

        Assert.Equal(5, (await review.Figures()).Status.Incidents);
        Assert.Equal(5, Assert.Single(await review.Desk.List(Reviews.Ana, default)).Incidents);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Reading_begins_with_the_strongest_level(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 30, doubled: 0);

        var first = new List<string>();
        for (var i = 0; i < 3; i++) first.Add((await review.Read(Reviews.Ana, VictimAnswer.No)).Number);

        Assert.Equal(["2031-000010", "2031-000020", "2031-000030"], first.Order());
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_review_that_cannot_be_is_refused_in_one_sentence(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 3, doubled: 0);
        var good = new NewReview { Name = "Another", Filter = new QueueFilter { MissedOnly = false }, Readers = [Reviews.Ana.Account] };

        foreach (var (wrong, sentence) in ((NewReview, string)[])
        [
            (good with { Name = "Reports of 2031" }, "open review of this name"),
            (good with { Name = "<b>bold</b>" }, "another form"),
            (good with { Readers = [] }, "found no reader"),
            (good with { Readers = [Reviews.Ana.Account, Reviews.Ana.Account] }, "two readers"),
            (good with { Readers = [Cast.At(Cast.Riverton, PoliceRole.Officer).Account] }, "may read"),
            (good with { Readers = [Cast.At(Cast.Lakeside, PoliceRole.Investigator).Account] }, "may read"),
            (good with { DoubleShare = 0.5 }, "one reader and double readings"),
            (good with { Rule = new StopRule(1, 0.95) }, "outside 0 to 1"),
            (good with { Filter = new QueueFilter { Level = Level.NotScreened } }, "no incident"),
        ]) Assert.Contains(sentence, Assert.IsType<ReviewAnswer.Refused>(await review.Desk.Begin(Reviews.Lead, wrong, default)).Because, StringComparison.OrdinalIgnoreCase);
        Assert.IsType<ReviewAnswer.Done>(await review.Desk.Begin(Reviews.Lead, good, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_audit_is_drawn_given_first_read_and_estimated(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 40, doubled: 0);
        for (var i = 0; i < 12; i++) await review.Read(Reviews.Ana);

        var drawn = Assert.IsType<ReviewAnswer.Done>(await review.Desk.DrawAudit(Reviews.Lead, review.Review, 8, default));
        Assert.IsType<ReviewAnswer.Refused>(await review.Desk.DrawAudit(Reviews.Lead, review.Review, 4, default));
        for (var i = 0; i < 8; i++) await review.Read(Reviews.Ben, VictimAnswer.No);

        var figures = await review.Figures();
        Assert.Equal((8, 20), (drawn.Incidents, figures.Status.Read));
        Assert.Equal((0, 0.0, 4), (figures.Audit!.Unread, figures.Audit.Missed.Value, figures.Audit.FoundBefore));
        Assert.InRange(figures.Audit.Missed.Interval.High, 1, 28);
        Assert.Contains("95 %", figures.Status.Stop.Sentence, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task When_a_review_is_closed_nobody_reads_in_it_and_its_readers_see_what_came_of_it(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 4, doubled: 1);
        var next = await review.Next(Reviews.Ana);
        Assert.Null((await review.Desk.Show(Reviews.Ana, review.Review, default))!.Figures);
        Assert.Contains("a reader", Assert.IsType<ReviewAnswer.Refused>(await review.Desk.DrawAudit(Reviews.Ben, review.Review, 99, default)).Because, StringComparison.Ordinal);

        Assert.IsType<ReviewAnswer.Done>(await review.Desk.Close(Reviews.Lead, review.Review, default));

        Assert.IsType<NextAnswer.Closed>(await review.Reading.Next(Reviews.Ana, review.Review, default));
        Assert.IsType<JudgeAnswer.Closed>(await review.Judge(Reviews.Ana, next.Incident, Reviews.Says(VictimAnswer.No)));
        Assert.NotNull((await review.Desk.Show(Reviews.Ana, review.Review, default))!.Figures);
        Assert.IsType<ReviewAnswer.Refused>(await review.Desk.Close(Reviews.Lead, review.Review, default));
    }

    [Fact]
    public async Task Reviews_that_nobody_has_used_for_longest_make_room_in_memory_and_are_read_on_when_somebody_comes()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        await using var review = await Reviews.Begin(workplace, 3, doubled: 0);
        await using var boards = new ReviewBoards(review.Record, most: 7);
        var reading = new ReadingDesk(review.Record, boards);
        List<ReviewId> ids = [review.Review, (await review.Another("Second", 0, 2)).Review, (await review.Another("Third", 0, 3)).Review];
        var first = Assert.IsType<NextAnswer.ToRead>(await reading.Next(Reviews.Ana, ids[0], default));
        Assert.IsType<JudgeAnswer.Kept>(await reading.Judge(Reviews.Ana, ids[0], first.Incident, Reviews.Says(VictimAnswer.No), default));

        foreach (var id in ids) Assert.IsType<NextAnswer.ToRead>(await reading.Next(Reviews.Ben, id, default));

        Assert.Equal(6, boards.Incidents);
        Assert.NotEqual(first.Incident, Assert.IsType<NextAnswer.ToRead>(await reading.Next(Reviews.Ana, ids[0], default)).Incident);
        Assert.Equal(6, boards.Incidents);
    }
}
