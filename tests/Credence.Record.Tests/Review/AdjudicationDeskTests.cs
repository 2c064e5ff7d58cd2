using Credence.Police.Access;
using Credence.Police.Review;
using Credence.Record.Access;
using Credence.Review;

namespace Credence.Record.Tests.Review;

public class AdjudicationDeskTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Somebody_who_has_not_read_it_sees_both_readings_and_decides_once(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 5, doubled: 1);
        var first = await review.Read(Reviews.Ana, VictimAnswer.Yes);
        await review.Read(Reviews.Ben, VictimAnswer.No);
        var dispute = Assert.Single(await review.Adjudication.Disagreements(Reviews.Lead, review.Review, default));

        var opened = await review.Adjudication.Open(Reviews.Lead, review.Review, dispute.Incident, default);
        var decision = Reviews.Says(VictimAnswer.Yes, note: "Papers and debts (invented).");
        var decided = await review.Adjudication.Adjudicate(Reviews.Lead, review.Review, dispute.Incident, decision, default);
        var late = await review.Adjudication.Adjudicate(Second, review.Review, dispute.Incident, Reviews.Says(VictimAnswer.No), default);

        Assert.Equal((first.Incident, first.Number), (dispute.Incident, dispute.Number));
        Assert.Equal([(Reviews.Ana.Account, VictimAnswer.Yes), (Reviews.Ben.Account, VictimAnswer.No)], opened!.Readings.Select(reading => (reading.Reader, reading.Victim)));
        Assert.NotNull(opened.Incident.Incident);
        Assert.IsType<JudgeAnswer.Kept>(decided);
        Assert.Equal(decided, await review.Adjudication.Adjudicate(Reviews.Lead, review.Review, dispute.Incident, decision, default));
        Assert.IsType<JudgeAnswer.NotDisputed>(late);
        Assert.Empty(await review.Adjudication.Disagreements(Reviews.Lead, review.Review, default));
        var status = (await review.Figures()).Status;
        Assert.Equal((1, 2), (status.Decided["yes"], status.ReadingsByReader.Values.Sum()));
        Assert.Equal(0, status.Agreement[0].Agreement);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Nobody_decides_on_what_she_or_he_has_read(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 2, doubled: 1);
        var begun = await review.Desk.Begin(
            Reviews.Lead, new NewReview { Name = "With the lead", Filter = new() { MissedOnly = false }, Readers = [Reviews.Ana.Account, Reviews.Lead.Account], DoubleShare = 1 }, default);
        var other = Assert.IsType<ReviewAnswer.Done>(begun).Review;
        foreach (var (reader, victim) in ((PoliceAccess, VictimAnswer)[])[(Reviews.Ana, VictimAnswer.Yes), (Reviews.Lead, VictimAnswer.No)])
        {
            var next = Assert.IsType<NextAnswer.ToRead>(await review.Reading.Next(reader, other, default));
            Assert.IsType<JudgeAnswer.NotDisputed>(await review.Adjudication.Adjudicate(Second, other, next.Incident, Reviews.Says(VictimAnswer.No), default));
            Assert.IsType<JudgeAnswer.Kept>(await review.Reading.Judge(reader, other, next.Incident, Reviews.Says(victim), default));
        }

        var dispute = Assert.Single(await review.Adjudication.Disagreements(Second, other, default));
        Assert.Empty(await review.Adjudication.Disagreements(Reviews.Lead, other, default));
        Assert.Null(await review.Adjudication.Open(Reviews.Lead, other, dispute.Incident, default));
        Assert.IsType<JudgeAnswer.NeedsAnotherPerson>(await review.Adjudication.Adjudicate(Reviews.Lead, other, dispute.Incident, Reviews.Says(VictimAnswer.No), default));
        Assert.IsType<JudgeAnswer.Kept>(await review.Adjudication.Adjudicate(Second, other, dispute.Incident, Reviews.Says(VictimAnswer.No), default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task One_who_has_it_to_read_is_not_shown_what_others_said_of_it(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 2, doubled: 1);
        await review.Give(Reviews.Lead, 1);
        foreach (var (reader, victim) in ((PoliceAccess, VictimAnswer)[])[(Reviews.Ana, VictimAnswer.Yes), (Reviews.Ben, VictimAnswer.No)])
            await review.Judge(reader, await review.Give(reader, 1), Reviews.Says(victim));
        var incident = Assert.Single(await review.Adjudication.Disagreements(Second, review.Review, default)).Incident;

        Assert.Empty(await review.Adjudication.Disagreements(Reviews.Lead, review.Review, default));
        Assert.Null(await review.Adjudication.Open(Reviews.Lead, review.Review, incident, default));
        Assert.IsType<JudgeAnswer.NeedsAnotherPerson>(await review.Adjudication.Adjudicate(Reviews.Lead, review.Review, incident, Reviews.Says(VictimAnswer.No), default));
    }

    private static PoliceAccess Second { get; } =
        new(new AccountId(new Guid("22222222-0000-0000-0001-000000000099")), Cast.Riverton, PoliceRole.Supervisor, Purpose.Of(PurposeKind.Review));
}
