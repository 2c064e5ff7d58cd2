using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Handovers;
using Credence.Care.Persons;
using Credence.Consents;
using Credence.Record.Handovers;
using Credence.Referrals;

namespace Credence.Record.Tests.Care;

public class HandoverDeskTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_same_handover_twice_makes_one_file(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var bytes = CareCast.Handover(record.Clock.GetUtcNow());

        Assert.IsType<Taking.Taken>(await CareCast.Receive(record, bytes));
        Assert.IsType<Taking.Taken>(await CareCast.Receive(record, bytes));

        var persons = new PersonDesk(record);
        var file = Assert.Single(await persons.Caseload(CareCast.Advocate, false, 0, 10, default));
        Assert.Equal("Rosa (invented)", file.CalledName);
        var sheet = (await persons.Open(CareCast.Advocate, file.Person, default))!.Sheet!;
        Assert.Equal(("es", Need.Shelter), (sheet.Language, sheet.Needs![0].Need));
        Assert.Single(await CareCast.Events(record), row => row.Kind == "handover.received");
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Eight_who_receive_it_at_once_make_one_file(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var bytes = CareCast.Handover(record.Clock.GetUtcNow());

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => CareCast.Receive(record, bytes)))), taking => Assert.IsType<Taking.Taken>(taking));

        Assert.Single(await CareCast.Events(record), row => row.Kind == "handover.received");
        Assert.Single(await new PersonDesk(record).Caseload(CareCast.Advocate, false, 0, 10, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_is_for_somebody_else_or_too_late_or_broken_makes_no_file(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var clock = new MovedClock();
        var record = await CareCast.NewCareRecord(workplace, clock);
        var now = record.Clock.GetUtcNow();
        var late = CareCast.Handover(now);
        clock.Move(TimeSpan.FromDays(40));

        Assert.Equal("consent-ended", Assert.IsType<Taking.Destroyed>(await CareCast.Receive(record, late)).Code);
        now = record.Clock.GetUtcNow();
        Assert.Equal("other-sender", Assert.IsType<Taking.PutAside>(await CareCast.Receive(record, CareCast.Handover(now), "bay-house")).Code);
        foreach (var bytes in (byte[][])[CareCast.Handover(now, to: CareCast.Meadow), "{}"u8.ToArray(), []])
            Assert.Equal("refused", Assert.IsType<Taking.PutAside>(await CareCast.Receive(record, bytes)).Code);

        Assert.Empty(await new PersonDesk(record).Caseload(CareCast.Advocate, false, 0, 10, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Police_learn_how_far_it_is_only_by_a_consent_that_names_it_and_until_it_is_withdrawn(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var desk = new HandoverDesk(record, await CareCast.PostOf(record, workplace));
        var id = new HandoverId(Guid.NewGuid());
        var person = await CareCast.Receive(record, id);

        Assert.IsType<NotePosting.NotPermitted>(await Answer());
        await CareCast.Give(record, CareCast.Signed(record, person, InformationKind.ReferralState));
        Assert.IsType<NotePosting.NotPermitted>(await Answer());
        var consent = await CareCast.Give(record, CareCast.ForPolice(record, person));
        var note = Assert.IsType<NotePosting.Posted>(await Answer()).Note;
        Assert.Equal((id, ReferralState.Accepted, CareCast.Police), (note.Handover, note.State, note.To));
        var withdrawal = await new ConsentDesk(record).Withdraw(CareCast.Own(person), consent, default);
        // The note waited and is taken back: nobody holds anything.
        Assert.Empty(withdrawal!.ToTell);
        Assert.IsType<NotePosting.NotPermitted>(await Answer());
        Assert.Null(await desk.Answer(CareCast.At(CareCast.Meadow, CareRole.Advocate), id, ReferralState.Accepted, default));
        Assert.Null(await desk.Answer(CareCast.Advocate, new HandoverId(Guid.NewGuid()), ReferralState.Accepted, default));

        Task<NotePosting?> Answer() => desk.Answer(CareCast.Advocate, id, ReferralState.Accepted, default);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_consent_from_before_the_organization_had_a_short_name_still_permits(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var person = await CareCast.TakeIn(record);
        var before = await CareCast.Give(record, CareCast.ForPolice(record, person));

        await using (var act = await record.Begin(CareCast.At(CareCast.Harbor, CareRole.Administrator), default))
        {
            Assert.True(await ShortNames.Take(act, HostName.Of("harbor-house"), default));
            Assert.False(await ShortNames.Take(act, HostName.Of("other-house"), default));
            await act.Save(default);
        }

        var consent = Assert.Single(await new ConsentDesk(record).List(CareCast.Advocate, person, default));
        Assert.Equal((before, "harbor-house"), (consent.Id, consent.From.Value));
        Assert.IsType<ConsentAnswer.Refused>(await new ConsentDesk(record).Write(CareCast.Advocate, CareCast.ForPolice(record, person), new SigningAnswer.Person(), default));
        await CareCast.Give(record, CareCast.ForPolice(record, person) with { From = new("harbor-house") });
    }
}
