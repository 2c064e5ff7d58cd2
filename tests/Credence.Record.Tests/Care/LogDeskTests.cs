using Credence.Care.Access;
using Credence.Care.Erasure;
using Credence.Care.Events;
using Credence.Care.Persons;
using Credence.Care.Releases;
using Credence.Care.Storage;
using Credence.Classification;
using Credence.Consents;
using Credence.Record.Access;
using Credence.Record.Storage;
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

        var log = await new LogDesk(record).Read(CareCast.Own(person), null, 50, default);

        Assert.Equal(
            [
                ("person.released", "ProviderWorker", "Meadow Legal", "language"), ("person.opened", "ProviderLead", "Harbor House", ""),
                ("consent.given", "Advocate", "Harbor House", ""), ("person.taken-in", "Advocate", "Harbor House", ""),
            ],
            log.Select(line => (line.What, line.Role, line.Organization, string.Join(',', line.Kinds.Select(EnumWord.Of)))));
        Assert.All(log, line => Assert.Equal(PurposeKind.Help, line.Why));
        Assert.Equal(log.Skip(1).Take(2).Select(line => line.Place), (await new LogDesk(record).Read(CareCast.Own(person), log[0].Place, 2, default)).Select(line => line.Place));
        Assert.Empty(await new LogDesk(record).Read(CareCast.Own(new PersonId(Guid.NewGuid())), null, 50, default));
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

        Assert.DoesNotContain("person.released-untold", await Kinds(record, person));
        Assert.False(await new ReleaseDesk(record).Tell(CareCast.At(CareCast.Meadow, CareRole.ProviderLead), id, default));
        Assert.DoesNotContain("person.released-untold", await Kinds(record, person));
        Assert.True(await new ReleaseDesk(record).Tell(CareCast.Lead, id, default));
        Assert.Contains("person.released-untold", await Kinds(record, person));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Who_asks_to_be_forgotten_hears_what_a_hold_keeps(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var desk = new ErasureDesk(record);
        var hold = new LegalHold("2031-CV-14", new HashSet<Guid> { person.Value }, RecordSide.Care, new Decider("counsel", "1"), new DateOnly(2020, 1, 1));
        var retention = RetentionPack.From(Credence.Testing.Cast.Packs, []).Single(one => one.Find(RecordSide.Care, RecordKind.CareFile) is not null);

        var free = await desk.Ask(CareCast.Own(person), retention, [], default);
        var held = await desk.Ask(CareCast.Own(person), retention, [hold], default);

        Assert.Equal(RetentionEnd.EraseKey, Assert.IsType<RetentionAct.Due>(Assert.Single(free.Plan.Lines).Act).What);
        Assert.Equal("2031-CV-14", Assert.IsType<RetentionAct.Held>(Assert.Single(held.Plan.Lines).Act).Matter);
        Assert.Equal(person, Assert.Single(await desk.Waiting(CareCast.Lead, default)).Person);
        Assert.Empty(await desk.Waiting(CareCast.At(CareCast.Meadow, CareRole.ProviderLead), default));
        Assert.Single(await CareCast.Events(record), row => row.Kind == "erasure.asked");
        Assert.True(await desk.TakeBack(CareCast.Own(person), default));
        Assert.False(await desk.TakeBack(CareCast.Own(person), default));
        Assert.Empty(await desk.Waiting(CareCast.Lead, default));
    }

    private static async Task<List<string>> Kinds(RecordStore<CareContext> record, PersonId person) =>
        [.. (await new LogDesk(record).Read(CareCast.Own(person), null, 50, default)).Select(line => line.What)];
}
