using Credence.Care.Access;
using Credence.Care.Declarations;
using Credence.Care.Feedback;
using Credence.Care.Files;
using Credence.Care.Wishes;
using Credence.Declarations;
using Credence.Feedback;
using Credence.Record.Handovers;
using Credence.Referrals;
using Credence.Wishes;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Record.Tests.Care;

public class FileDeskTests
{
    private static readonly FeedbackAnswer Said = new("riverton-pd/patrol", [new FeedbackMark(FeedbackItem.Listened, Answering.Answered, 2)]);

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_meeting_waits_for_its_gates_and_the_person_stops_it_alone(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var (desk, person, process) = (new RestorativeDesk(record), await CareCast.TakeIn(record), Guid.NewGuid());
        async Task<FileAnswer> Meet(Gate gate) => await desk.Meet(CareCast.Advocate, person, process, gate, "the facilitator", default);
        foreach (var gate in Enum.GetValues<Gate>().Except([Gate.SafetyAssessed])) Assert.IsType<FileAnswer.Kept>(await Meet(gate));

        var refused = Assert.IsType<FileAnswer.Refused>(await desk.Take(CareCast.Advocate, person, process, RestorativeStep.Meeting, null, default));
        Assert.Equal("Found an open gate before meeting, expected it met: safety assessed.", refused.Because);
        Assert.IsType<FileAnswer.Refused>(await desk.Take(CareCast.Advocate, person, Guid.NewGuid(), RestorativeStep.Preparation, null, default));
        await Meet(Gate.SafetyAssessed);
        Assert.IsType<FileAnswer.Kept>(await desk.Take(CareCast.Advocate, person, process, RestorativeStep.Meeting, "An apology (invented).", default));
        Assert.IsType<FileAnswer.Kept>(await desk.Stop(CareCast.Own(person), process, default));
        Assert.IsType<FileAnswer.Refused>(await desk.Take(CareCast.Advocate, person, process, RestorativeStep.FollowUp, null, default));
        Assert.IsType<FileAnswer.Refused>(await desk.Stop(CareCast.Own(person), Guid.NewGuid(), default));
        Assert.Equal(10, (await desk.History(CareCast.Own(person), default)).Count);
        Assert.Empty(await desk.History(CareCast.Worker, person, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_declaration_and_the_papers_of_a_vacatur_are_kept_with_their_dates(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var (desk, person) = (new DeclarationDesk(record), await CareCast.TakeIn(record));
        var considered = new DeclarationStep(default, Guid.NewGuid(), DeclarationKind.TDeclaration, DeclarationState.Considered, new DateOnly(2021, 5, 1));
        var asked = considered with { State = DeclarationState.Asked, Authority = "Example Police" };

        Assert.IsType<FileAnswer.Refused>(await desk.Write(CareCast.Advocate, person, asked, default));
        Assert.IsType<FileAnswer.Kept>(await desk.Write(CareCast.Advocate, person, considered, default));
        foreach (var on in (DateOnly[])[considered.On.AddDays(-1), DateOnly.FromDateTime(record.Clock.GetUtcNow().UtcDateTime).AddDays(1)])
            Assert.IsType<FileAnswer.Refused>(await desk.Write(CareCast.Advocate, person, asked with { On = on }, default));
        Assert.IsType<FileAnswer.Kept>(await desk.Write(CareCast.Advocate, person, asked, default));
        Assert.IsType<FileAnswer.Refused>(await desk.Write(CareCast.Advocate, person, asked with { Declaration = Guid.NewGuid() }, default));
        Assert.Equal([DeclarationState.Considered, DeclarationState.Asked], (await desk.List(CareCast.Advocate, person, default)).Select(step => step.State));

        foreach (var state in (PaperState[])[PaperState.Needed, PaperState.Here])
            Assert.IsType<FileAnswer.Kept>(await desk.Note(CareCast.Advocate, person, Relief.Vacatur, "a certified disposition", state, default));
        Assert.Equal(PaperState.Here, Assert.Single(await desk.Papers(CareCast.Advocate, person, default)).State);
        Assert.Empty(await desk.Papers(CareCast.Worker, person, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Feedback_is_told_in_numbers_of_ten_and_more_one_a_person_and_what_changed_is_told_back(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var desk = new FeedbackDesk(record);
        var persons = Enumerable.Range(0, 10).Select(_ => CareCast.Own(new PersonId(Guid.NewGuid()))).ToList();
        for (var again = 0; again < 2; again++)
        {
            foreach (var person in persons.Take(9)) Assert.IsType<FeedbackReply.Kept>(await desk.Give(person, Said, default));
        }

        FeedbackLine Listened(FeedbackSummary? summary) => summary!.Lines.Single(line => line.Item == FeedbackItem.Listened);
        Assert.Null(Listened(await desk.Summary(CareCast.Lead, Said.Unit, default)).Persons);
        Assert.IsType<FeedbackReply.Kept>(await desk.Give(persons[9], Said with { Marks = [new FeedbackMark(FeedbackItem.Listened, Answering.Answered, 4)] }, default));
        Assert.Equal((10, 2.2), (Listened(await desk.Summary(CareCast.Lead, Said.Unit, default)).Persons!.Value, Listened(await desk.Summary(CareCast.Lead, Said.Unit, default)).Mean!.Value));
        Assert.Null(await desk.Summary(CareCast.Advocate, Said.Unit, default));
        Assert.Null(Listened(await desk.Summary(CareCast.At(CareCast.Meadow, Credence.Care.Access.CareRole.ProviderLead), Said.Unit, default)).Mean);

        // Of whom persons said something is not told by the list of units.
        Assert.Equal(["harbor-house"], (await desk.Units(CareCast.Lead, default)).Select(unit => unit.Code));
        Assert.Empty(await desk.Units(CareCast.Advocate, default));
        Assert.True(await desk.TellChange(CareCast.Lead, Said.Unit, "Interpreters come by video now.", default));
        Assert.Equal(["harbor-house", Said.Unit], (await desk.Units(CareCast.Lead, default)).Select(unit => unit.Code));
        Assert.Equal("Interpreters come by video now.", Assert.Single(await desk.Changes(persons[0], default)).What);
        Assert.IsType<FeedbackReply.Refused>(await desk.Give(persons[0], Said with { Unit = "Officer Jones" }, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_person_may_say_how_the_police_that_the_organization_knows_treated_her_or_him_and_small_groups_stay_withheld(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var post = await CareCast.PostOf(record, workplace);
        var administrator = CareCast.At(CareCast.Harbor, CareRole.Administrator);
        await new AgencyDesk(record).Call(administrator, CareCast.Police.Value, "Example Police Department", default);
        var (desk, persons) = (new FeedbackDesk(record), Enumerable.Range(0, 10).Select(_ => CareCast.Own(new PersonId(Guid.NewGuid()))).ToList());

        var units = await desk.Units(persons[0], default);
        Assert.Equal([("harbor-house", "Harbor House"), ("example-police", "Example Police Department")], units.Select(unit => (unit.Code, unit.Name)));
        Assert.Equal(units, await desk.Units(CareCast.Lead, default));
        Assert.DoesNotContain(await desk.Units(CareCast.At(CareCast.Meadow, CareRole.ProviderLead), default), unit => unit.Code == "example-police");

        for (var given = 0; given < 10; given++)
        {
            Assert.All((await desk.Summary(CareCast.Lead, "example-police", default))!.Lines, line => Assert.Null(line.Persons));
            Assert.IsType<FeedbackReply.Kept>(await desk.Give(persons[given], new("example-police", [new FeedbackMark(FeedbackItem.Respect, Answering.Answered, given < 5 ? 1 : 2)]), default));
        }

        Assert.Equal(1.5, (await desk.Summary(CareCast.Lead, "example-police", default))!.Lines.Single(line => line.Item == FeedbackItem.Respect).Mean);
        await post.Partners.Remove(administrator, HostName.Of(CareCast.Police.Value), default);
        Assert.Equal(["harbor-house"], (await desk.Units(persons[0], default)).Select(unit => unit.Code));
    }
}
