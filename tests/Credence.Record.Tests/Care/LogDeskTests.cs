using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Erasure;
using Credence.Care.Events;
using Credence.Care.Feedback;
using Credence.Care.Persons;
using Credence.Care.Releases;
using Credence.Care.Statements;
using Credence.Care.Storage;
using Credence.Classification;
using Credence.Consents;
using Credence.Feedback;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Credence.Referrals;
using PersonId = Credence.Record.Access.PersonId;
using Purpose = Credence.Consents.Purpose;

namespace Credence.Record.Tests.Care;

public class LogDeskTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_person_sees_who_read_what_in_which_role_and_for_whom(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        await CareCast.Give(record, CareCast.Signed(record, person, InformationKind.Language));
        await new PersonDesk(record).Open(CareCast.Lead, person, default);
        await new ReleaseDesk(record).Read(CareCast.Worker, CareCast.Harbor, person, Purpose.Referral, [InformationKind.Language], default);
        await CareCast.TakeIn(record);

        var log = await new LogDesk(record).Read(CareCast.Own(person), null, null, 50, default);

        Assert.Equal(
            [
                ("person.released", "ProviderWorker", "Meadow Legal", "language"), ("person.opened", "ProviderLead", "Harbor House", ""),
                ("consent.given", "Advocate", "Harbor House", ""), ("person.taken-in", "Advocate", "Harbor House", ""),
            ],
            log.Select(line => (line.What, line.Role, line.Organization, string.Join(',', line.Kinds.Select(EnumWord.Of)))));
        Assert.All(log, line => Assert.Equal(PurposeKind.Help, line.Why));
        Assert.Equal(log.Skip(1).Take(2).Select(line => line.Place), (await new LogDesk(record).Read(CareCast.Own(person), null, log[0].Place, 2, default)).Select(line => line.Place));
        Assert.Empty(await new LogDesk(record).Read(CareCast.Own(new PersonId(Guid.NewGuid())), null, null, 50, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_it_would_be_dangerous_to_tell_shows_once_the_person_was_told(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var notice = new Notice.Dangerous(NoticeDanger.SomebodyListens, new Decider("provider lead", "7"), record.Clock.GetUtcNow());
        var answer = await new ReleaseDesk(record).ReleaseUnderLaw(
            CareCast.Lead, person, new Demand(DemandKind.CourtOrder, "us-ma", "Example Superior Court 2031-14", new HashSet<InformationKind> { InformationKind.Age }),
            [InformationKind.Age], Walk.DeskWorld.Massachusetts, null, notice, default);
        var id = Assert.IsType<LegalAnswer.Released>(answer).Id;

        Assert.Single(await new ReleaseDesk(record).UnderLaw(CareCast.Lead, person, default));
        Assert.DoesNotContain("person.released-untold", await Kinds(record, person));
        Assert.DoesNotContain("releases.opened", await Kinds(record, person));
        Assert.Equal([RecordKind.CareFile], await Planned(record, person));
        Assert.False(await new ReleaseDesk(record).Tell(CareCast.At(CareCast.Meadow, CareRole.ProviderLead), id, default));
        Assert.DoesNotContain("person.released-untold", await Kinds(record, person));
        Assert.True(await new ReleaseDesk(record).Tell(CareCast.Lead, id, default));
        Assert.Contains("person.released-untold", await Kinds(record, person));
        Assert.Contains("releases.opened", await Kinds(record, person));
        Assert.Equal([RecordKind.Decision, RecordKind.CareFile], await Planned(record, person));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Staff_see_of_what_a_person_does_what_is_meant_for_them_and_nothing_of_what_is_the_persons_alone(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var own = CareCast.Own(person);
        var consent = await CareCast.Give(record, CareCast.Signed(record, person, InformationKind.Language));
        var statements = new StatementDesk(record);
        var kept = Assert.IsType<StatementAnswer.Kept>(await statements.Keep(own, "Mine alone (invented).", default)).Id;
        await statements.List(own, default);
        await new FeedbackDesk(record).Give(own, new FeedbackAnswer("riverton-pd/patrol", [new FeedbackMark(FeedbackItem.Listened, Answering.Answered, 4)]), default);
        await statements.Share(own, kept, default);
        await new ConsentDesk(record).Withdraw(own, consent, default);

        Assert.Equal(["consent.withdrawn", "statement.shared"], await Seen(CareRole.Advocate));
        Assert.Equal(["consent.withdrawn", "statement.shared"], await Seen(CareRole.ProviderLead));
        Assert.Equal(["consent.withdrawn"], await Seen(CareRole.ProviderWorker));
        var log = await new EventDesk(record).Read(CareCast.Lead, new EventFilter(), null, 100, default);
        Assert.Equal(["consent.withdrawn", "statement.shared"], log.Where(row => row.Role == own.RoleName).Select(row => row.Kind));
        Assert.Equal(
            ["consent.withdrawn", "statement.shared", "feedback.given", "statements.opened", "statement.kept"],
            (await new LogDesk(record).Read(own, true, null, 50, default)).Select(line => line.What));

        async Task<IEnumerable<string>> Seen(CareRole role) =>
            (await new LogDesk(record).Timeline(CareCast.At(CareCast.Harbor, role), person, null, 50, default)).Where(line => line.Role == own.RoleName).Select(line => line.What);
    }

    private static async Task<List<RecordKind>> Planned(RecordStore<CareContext> record, PersonId person) =>
        [.. (await new ErasureDesk(record).Ask(CareCast.Own(person), Walk.CareWorld.Retention, default)).Kept.SelectMany(content => content.Lines).Select(line => line.Record.Kind).Order()];

    private static async Task<List<string>> Kinds(RecordStore<CareContext> record, PersonId person) =>
        [.. (await new LogDesk(record).Read(CareCast.Own(person), null, null, 50, default)).Select(line => line.What)];
}
