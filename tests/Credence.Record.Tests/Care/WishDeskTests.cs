using Credence.Care.Access;
using Credence.Care.Wishes;
using Credence.Referrals;
using Credence.Wishes;
using Microsoft.EntityFrameworkCore;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Record.Tests.Care;

public class WishDeskTests
{
    private static readonly WishAnswer Believed = new(Answering.Answered, "To be believed (invented).", [], null);
    private static readonly WishDeed Written = new(DateTimeOffset.UnixEpoch, "We wrote to the agency (invented).", "the advocate", Honoring.Honored);

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_wish_changes_and_every_time_stays_with_what_was_done(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var (desk, person) = (new WishDesk(record, Credence.Testing.Cast.Packs), await CareCast.TakeIn(record));
        Assert.Empty(await desk.List(CareCast.Advocate, person, default));

        Assert.IsType<WishReply.Kept>(await desk.Write(CareCast.Advocate, person, new WishAnswer(Answering.NoAnswer, null, [], null), null, default));
        var first = Assert.IsType<WishReply.Kept>(await desk.Say(CareCast.Own(person), Believed, null, default)).Id;
        Assert.IsType<WishReply.Kept>(await desk.Do(CareCast.Advocate, first, Written, default));
        var later = new WishAnswer(Answering.Answered, "Nothing now (invented).", ["nothing-now"], WishPack.From(Credence.Testing.Cast.Packs, [])[0].Stamp);
        Assert.IsType<WishReply.Kept>(await desk.Say(CareCast.Own(person), later, first, default));
        Assert.IsType<WishReply.Refused>(await desk.Do(CareCast.Advocate, first, Written with { Honoring = Honoring.NotHonored }, default));
        Assert.IsType<WishReply.Refused>(await desk.Say(CareCast.Own(person), later with { Pack = "wishes-en@0.0.1" }, null, default));

        var wishes = await desk.List(CareCast.Own(person), default);
        Assert.Equal([(Answering.NoAnswer, false), (Answering.Answered, true), (Answering.Answered, false)], wishes.Select(wish => (wish.Answer!.Answering, wish.IsChanged)));
        Assert.Equal("We wrote to the agency (invented).", Assert.Single(wishes[1].Deeds).What);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Somebody_without_a_name_keeps_wishes_and_nobody_else_finds_or_releases_them(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var (desk, nameless) = (new WishDesk(record, Credence.Testing.Cast.Packs), new PersonId(Guid.NewGuid()));
        var wish = await Say(desk, nameless, Believed);

        Assert.Single(await desk.List(CareCast.Own(nameless), default));
        foreach (var access in (CareAccess[])[CareCast.Worker, CareCast.At(CareCast.Harbor, CareRole.Administrator), CareCast.At(CareCast.Harbor, CareRole.ProviderWorker)])
        {
            Assert.Empty(await desk.List(access, nameless, default));
            Assert.IsType<WishReply.NotFound>(await desk.Do(access, wish, Written, default));
            Assert.IsType<WishReply.NotFound>(await desk.Write(access, nameless, Believed, null, default));
        }

        var stranger = CareCast.Own(await CareCast.TakeIn(record));
        Assert.False(await desk.Release(stranger, wish, default));
        Assert.IsType<WishReply.NotFound>(await desk.Say(stranger, Believed, wish, default));
        Assert.IsType<WishReply.NotFound>(await desk.Write(CareCast.Advocate, new PersonId(Guid.NewGuid()), Believed, null, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_wish_does_not_open_in_another_row_and_its_key_erases_it_alone(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var (desk, person) = (new WishDesk(record, Credence.Testing.Cast.Packs), await CareCast.TakeIn(record));
        var (first, second) = (await Say(desk, person, Believed), await Say(desk, person, Believed with { OwnWords = "To rest (invented)." }));

        await record.Vault.Keys.Erase(first.Value, DateTimeOffset.UnixEpoch, default);
        Assert.Equal([null, "To rest (invented)."], (await desk.List(CareCast.Own(person), default)).Select(wish => wish.Answer?.OwnWords));
        await CareCast.Tamper(record, $"""UPDATE wishes SET "Content" = (SELECT one."Content" FROM wishes one WHERE one."Id" = {first.Value}) WHERE "Id" = {second.Value}""");
        Assert.All(await desk.List(CareCast.Own(person), default), wish => Assert.Null(wish.Answer));
        await using var rows = record.Enter(CareCast.Worker);
        Assert.Equal(0, await rows.Wishes.CountAsync());
    }

    private static async Task<WishId> Say(WishDesk desk, PersonId person, WishAnswer answer) =>
        Assert.IsType<WishReply.Kept>(await desk.Say(CareCast.Own(person), answer, null, default)).Id;
}
