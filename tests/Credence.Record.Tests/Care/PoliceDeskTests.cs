using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Events;
using Credence.Care.FollowUps;
using Credence.Care.Storage;
using Credence.Care.Wishes;
using Credence.Consents;
using Credence.Record.Storage;
using Credence.Referrals;
using Credence.Wishes;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Record.Tests.Care;

public class PoliceDeskTests
{
    private static readonly WishAnswer Believed = new(Answering.Answered, "To be believed (invented).", [], null);
    private static readonly InformationKind[] Wishes = [InformationKind.Wishes];

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Police_may_be_told_what_the_person_released_by_a_consent_for_it_and_nothing_else(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var (desk, person) = (new WishDesk(record, Credence.Testing.Cast.Packs), await CareCast.TakeIn(record));
        var (told, kept) = (await Say(desk, person, Believed), await Say(desk, person, new WishAnswer(Answering.Answered, "To move away (invented).", [], null)));
        async Task<IReadOnlyList<string?>> MayBeTold() => [.. (await new PoliceDesk(record).List(CareCast.Advocate, person, default)).SelectMany(one => one.Wishes).Select(wish => wish.Answer!.OwnWords)];

        Assert.True(await desk.Release(CareCast.Own(person), told, default));
        Assert.Empty(await MayBeTold());
        await CareCast.Give(record, CareCast.ForPolice(record, person));
        Assert.Empty(await MayBeTold());
        var consent = await Give(record, person);
        Assert.Equal(["To be believed (invented)."], await MayBeTold());
        Assert.Empty(await new PoliceDesk(record).List(CareCast.At(CareCast.Harbor, CareRole.ProviderWorker), person, default));

        Assert.True(await desk.Unrelease(CareCast.Own(person), told, default));
        Assert.Empty(await MayBeTold());
        Assert.True(await desk.Release(CareCast.Own(person), kept, default));
        Assert.Equal(["To move away (invented)."], await MayBeTold());
        await desk.Say(CareCast.Own(person), new WishAnswer(Answering.Answered, "Nothing now (invented).", [], null), kept, default);
        Assert.Empty(await MayBeTold());
        Assert.True(await desk.Release(CareCast.Own(person), told, default));
        await new ConsentDesk(record).Withdraw(CareCast.Own(person), consent, default);
        Assert.Empty(await MayBeTold());
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_person_sees_who_was_told_what_and_when_and_the_inbox_waits_until_then(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var (desk, wishes, person) = (new PoliceDesk(record), new WishDesk(record, Credence.Testing.Cast.Packs), await CareCast.TakeIn(record));
        var today = DateOnly.FromDateTime(record.Clock.GetUtcNow().UtcDateTime);
        var consent = await Give(record, person);
        Assert.Empty(await new FollowUpDesk(record).Tellings(CareCast.Advocate, default));
        var both = await Give(record, person, InformationKind.Needs, InformationKind.Wishes);
        var wish = await Say(wishes, person, Believed);
        Assert.True(await wishes.Release(CareCast.Own(person), wish, default));
        Assert.IsType<TellingAnswer.Written>(await desk.Tell(CareCast.Advocate, person, both, [InformationKind.Needs], today, default));
        Assert.Equal(2, (await new FollowUpDesk(record).Tellings(CareCast.Advocate, default)).Count);
        await new ConsentDesk(record).Withdraw(CareCast.Own(person), both, default);
        var waits = Assert.Single(await new FollowUpDesk(record).Tellings(CareCast.Advocate, default));
        Assert.False(await new FollowUpDesk(record).Settle(CareCast.Advocate, FollowUpKind.Tell, person, consent.Value, default));

        foreach (var (kinds, on) in ((InformationKind[], DateOnly)[])[([], today), ([InformationKind.Location], today), (Wishes, today.AddDays(1)), (Wishes, new DateOnly(1800, 1, 1))])
            Assert.IsType<TellingAnswer.Refused>(await desk.Tell(CareCast.Advocate, person, consent, kinds, on, default));
        Assert.IsType<TellingAnswer.NotFound>(await desk.Tell(CareCast.At(CareCast.Harbor, CareRole.ProviderWorker), person, consent, Wishes, today, default));
        Assert.IsType<TellingAnswer.Written>(await desk.Tell(CareCast.Advocate, person, consent, Wishes, today, default));

        Assert.Empty(await new FollowUpDesk(record).Tellings(CareCast.Advocate, default));
        Assert.Equal([new WishTold(today, waits.Name)], Assert.Single(await wishes.List(CareCast.Own(person), default)).Told);
        var line = Assert.Single(await new LogDesk(record).Read(CareCast.Own(person), false, null, 50, default), one => one.What == "wishes.told-police");
        Assert.Equal((waits.Name, InformationKind.Wishes), (line.To, Assert.Single(line.Kinds)));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_withdrawal_ends_it_at_once_and_whoever_was_told_is_to_be_called(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var (desk, person) = (new PoliceDesk(record), await CareCast.TakeIn(record));
        var today = DateOnly.FromDateTime(record.Clock.GetUtcNow().UtcDateTime);
        var consent = await Give(record, person, InformationKind.Needs);
        Assert.Single(await new FollowUpDesk(record).Tellings(CareCast.Advocate, default));
        Assert.IsType<TellingAnswer.Written>(await desk.Tell(CareCast.Advocate, person, consent, [InformationKind.Needs], today, default));
        var later = await Give(record, person, InformationKind.Needs);

        foreach (var one in (ConsentId[])[consent, later]) await new ConsentDesk(record).Withdraw(CareCast.Own(person), one, default);

        Assert.IsType<TellingAnswer.Refused>(await desk.Tell(CareCast.Advocate, person, later, [InformationKind.Needs], today, default));
        Assert.Empty(await new FollowUpDesk(record).Tellings(CareCast.Advocate, default));
        Assert.Equal(consent.Value, Assert.Single(await new FollowUpDesk(record).Calls(CareCast.Advocate, default)).About);
    }

    private static Task<ConsentId> Give(RecordStore<CareContext> record, PersonId person, params InformationKind[] kinds) =>
        CareCast.Give(record, CareCast.ForPolice(record, person) with { Id = new ConsentId(Guid.NewGuid()), Kinds = kinds.Length == 0 ? Wishes.ToHashSet() : kinds.ToHashSet() });

    private static async Task<WishId> Say(WishDesk desk, PersonId person, WishAnswer answer) =>
        Assert.IsType<WishReply.Kept>(await desk.Say(CareCast.Own(person), answer, null, default)).Id;
}
