using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Review;
using Credence.Record.Access;
using Credence.Record.Tests.Incidents;
using Credence.Review;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Review;

/// <summary>What somebody tries who may read in one review, or in none.</summary>
public class ReviewAttackTests
{
    private static PoliceAccess Stranger => Cast.At(Cast.Lakeside, PoliceRole.Supervisor);

    private static PoliceAccess NoReader { get; } =
        new(new AccountId(Guid.NewGuid()), Cast.Riverton, PoliceRole.Investigator, Purpose.Of(PurposeKind.Review));

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Another_agency_s_review_does_not_exist_and_neither_do_its_incidents_in_one_s_own(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 3, doubled: 0);
        await Cast.AddIncident(review.Record, Cast.Lakeside, "2031-1");
        var own = Assert.IsType<ReviewAnswer.Done>(await review.Desk.Begin(Stranger, new NewReview { Name = "Ours", Readers = [Stranger.Account] }, default));
        var theirs = (await review.Next(Reviews.Ana)).Incident;
        var events = (await Stories.Kinds(review.Record)).Count;

        Assert.Equal(1, own.Incidents);
        Assert.Equal("Ours", Assert.Single(await review.Desk.List(Stranger, default)).Name);
        Assert.Null(await review.Desk.Show(Stranger, review.Review, default));
        Assert.IsType<NextAnswer.NotFound>(await review.Reading.Next(Stranger, review.Review, default));
        Assert.IsType<ReviewAnswer.NotFound>(await review.Desk.Close(Stranger, review.Review, default));
        Assert.IsType<ReviewAnswer.NotFound>(await review.Desk.DrawAudit(Stranger, review.Review, 2, default));
        Assert.Empty(await review.Adjudication.Disagreements(Stranger, review.Review, default));
        foreach (var (id, incident) in ((ReviewId, IncidentId)[])[(review.Review, theirs), (own.Review, theirs), (new ReviewId(Guid.NewGuid()), theirs)])
        {
            Assert.Null(await review.Reading.Open(Stranger, id, incident, default));
            Assert.IsType<JudgeAnswer.NotFound>(await review.Reading.Judge(Stranger, id, incident, Reviews.Says(VictimAnswer.No), default));
            Assert.IsType<JudgeAnswer.NotFound>(await review.Adjudication.Adjudicate(Stranger, id, incident, Reviews.Says(VictimAnswer.No), default));
            Assert.False(await review.Reading.PutBack(Stranger, id, incident, default));
        }

        Assert.Equal(events, (await Stories.Kinds(review.Record)).Count);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task One_who_may_read_but_not_in_this_review_gets_nothing_of_it(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 3, doubled: 0);
        var given = (await review.Next(Reviews.Ana)).Incident;

        Assert.IsType<NextAnswer.NotFound>(await review.Reading.Next(NoReader, review.Review, default));
        Assert.Null(await review.Desk.Show(NoReader, review.Review, default));
        Assert.Empty(await review.Desk.List(NoReader, default));
        Assert.Null(await review.Reading.Open(NoReader, review.Review, given, default));
        Assert.IsType<JudgeAnswer.NotFound>(await review.Judge(NoReader, given, Reviews.Says(VictimAnswer.No)));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_reader_judges_and_opens_only_what_was_given_to_her_or_him(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 4, doubled: 0);
        var given = (await review.Next(Reviews.Ana)).Incident;
        await review.Next(Reviews.Ben);
        await review.Record.Import(Imports.Header + Imports.Row("2031-9", "A lost bicycle (invented)."));
        var beside = (await review.Record.IncidentOf("2031-9")).Id;

        foreach (var incident in (IncidentId[])[given, beside, new IncidentId(Guid.NewGuid())])
        {
            Assert.Null(await review.Reading.Open(Reviews.Ben, review.Review, incident, default));
            Assert.IsType<JudgeAnswer.NotFound>(await review.Judge(Reviews.Ben, incident, Reviews.Says(VictimAnswer.No)));
        }

        Assert.Equal(0, (await review.Figures()).Status.Read);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_reader_without_that_right_neither_decides_nor_sees_where_readers_differ(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 3, doubled: 1);
        var read = await review.Read(Reviews.Ana, VictimAnswer.Yes);
        await review.Read(Reviews.Ben, VictimAnswer.No);

        foreach (var reader in (PoliceAccess[])[Reviews.Ana, Reviews.Ben, NoReader])
        {
            Assert.Empty(await review.Adjudication.Disagreements(reader, review.Review, default));
            Assert.Null(await review.Adjudication.Open(reader, review.Review, read.Incident, default));
            Assert.IsType<JudgeAnswer.NotFound>(await review.Adjudication.Adjudicate(reader, review.Review, read.Incident, Reviews.Says(VictimAnswer.No), default));
        }
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Words_of_one_reader_put_under_another_s_reading_past_the_program_do_not_open(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 1, doubled: 1);
        foreach (var reader in (PoliceAccess[])[Reviews.Ana, Reviews.Ben])
            await review.Judge(reader, (await review.Next(reader)).Incident, Reviews.Says(VictimAnswer.No, note: "A note (invented)."));
        await using (var rows = review.Record.Enter(Scope.Steward))
        {
            var first = await rows.Everything<RecordedReading>().AsNoTracking().OrderBy(row => row.Row).FirstAsync();
            await rows.Everything<RecordedReading>().Where(row => row.Row != first.Row).ExecuteUpdateAsync(set => set.SetProperty(row => row.Words, first.Words));
        }

        var incident = (await review.Record.IncidentOf(Reviews.Number(1))).Id;
        Assert.Equal("A note (invented).", Assert.Single((await review.Reading.Open(Reviews.Ana, review.Review, incident, default))!.Own).Note);
        Assert.Null(Assert.Single((await review.Reading.Open(Reviews.Ben, review.Review, incident, default))!.Own).Note);
    }
}
