using Credence.Care.Consents;
using Credence.Care.Handovers;
using Credence.Care.Persons;
using Credence.Referrals;

namespace Credence.Record.Tests.Care;

public class InboxDeskTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_waits_longest_stands_first_and_waits_until_somebody_takes_it(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var clock = new MovedClock();
        var record = await CareCast.NewCareRecord(workplace, clock);
        var first = await Receive(record);
        clock.Move(TimeSpan.FromHours(1));
        var second = await Receive(record);
        var desk = new InboxDesk(record);

        var waiting = await desk.Waiting(CareCast.Advocate, 10, default);
        Assert.Equal([first, second], waiting.Select(line => line.Id));
        Assert.All(waiting, line => Assert.Equal((Urgency.Now, "es"), (line.Urgency!.Value, line.Language)));
        Assert.All(waiting, line => Assert.DoesNotContain("Rosa", line.ToString(), StringComparison.Ordinal));

        var taken = Assert.IsType<TakingAnswer.Taken>(await desk.Take(CareCast.Advocate, first, default));
        Assert.Equal(waiting[0].Person, taken.Person);
        Assert.IsType<TakingAnswer.Refused>(await desk.Take(CareCast.Lead, first, default));
        Assert.Equal([second], (await desk.Waiting(CareCast.Advocate, 10, default)).Select(line => line.Id));
        Assert.NotNull((await desk.Open(CareCast.Advocate, first, default))!.Line.TakenAt);
        Assert.Contains(await CareCast.Events(record), one => one.Kind == "handover.taken" && one.Subject == taken.Person.Value);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task One_for_a_person_who_has_a_file_moves_into_it_and_the_begun_file_is_closed(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var (known, handover, desk, persons) = (await CareCast.TakeIn(record), await Receive(record), new InboxDesk(record), new PersonDesk(record));
        var begun = (await desk.Open(CareCast.Advocate, handover, default))!.Line.Person;

        Assert.IsType<TakingAnswer.Refused>(await desk.Tie(CareCast.Advocate, handover, begun, default));
        Assert.IsType<TakingAnswer.NotFound>(await desk.Tie(CareCast.Advocate, handover, new(Guid.NewGuid()), default));
        Assert.Equal(known, Assert.IsType<TakingAnswer.Taken>(await desk.Tie(CareCast.Advocate, handover, known, default)).Person);

        var opened = (await desk.Open(CareCast.Advocate, handover, default))!;
        Assert.Equal((known, "Rosa (invented)"), (opened.Line.Person, opened.Content!.CalledName));
        Assert.NotNull((await persons.Open(CareCast.Advocate, begun, default))!.ClosedAt);
        Assert.Equal(CareCast.Sheet.Safety, (await persons.Open(CareCast.Advocate, known, default))!.Sheet!.Safety);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Police_may_hear_only_where_a_consent_of_the_person_names_it_at_that_moment(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var (handover, desk) = (await Receive(record), new InboxDesk(record));
        var opened = (await desk.Open(CareCast.Advocate, handover, default))!;
        Assert.False(opened.MayTell);

        var consent = await CareCast.Give(record, CareCast.ForPolice(record, opened.Line.Person));
        Assert.True((await desk.Open(CareCast.Advocate, handover, default))!.MayTell);

        await new ConsentDesk(record).Withdraw(CareCast.Advocate, opened.Line.Person, consent, default);
        Assert.False((await desk.Open(CareCast.Advocate, handover, default))!.MayTell);
    }

    private static async Task<HandoverId> Receive(Credence.Record.Storage.RecordStore<Credence.Care.Storage.CareContext> record)
    {
        var id = new HandoverId(Guid.NewGuid());
        await CareCast.Receive(record, id);
        return id;
    }
}
