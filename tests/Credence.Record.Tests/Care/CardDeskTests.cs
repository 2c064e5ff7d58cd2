using Credence.Care.Access;
using Credence.Care.Cards;
using Credence.Care.Events;
using Credence.Care.Statements;
using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Record.Tests.Care;

public class CardDeskTests
{
    private const string Secret = "a quiet walk by the lake";

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_card_lets_its_person_in_once_and_words_and_passphrase_from_then_on(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, door) = await Make(workplace);
        var person = await CareCast.TakeIn(record);
        var code = await Card(record, person);

        var entry = await door.Use($" {code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)}", Secret, "es", default);

        Assert.Equal(person, entry!.Access.Person);
        Assert.Equal(EntryWords.Count, entry.Words!.Split(' ').Length);
        Assert.All(entry.Words.Split(' '), word => Assert.Contains(word, EntryWords.Of("es")));
        Assert.Null(await door.Use(code, Secret, "es", default));
        Assert.Equal(person, (await door.Enter(entry.Words.ToUpperInvariant(), $"{Secret} ", 0, default))!.Access.Person);
        Assert.Null(await door.Enter(entry.Words, "a quiet walk by the sea", 0, default));
        Assert.Null(await door.Enter(string.Join(' ', entry.Words.Split(' ').Reverse().Append("lamp")), Secret, 0, default));
        Assert.NotNull(await door.Find(person, entry.Stamp, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_new_card_takes_two_accounts_replaces_words_and_passphrase_and_is_seen_in_the_log(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, door) = await Make(workplace);
        var desk = new CardDesk(record);
        var person = await CareCast.TakeIn(record);
        var first = await door.Use(await Card(record, person), Secret, "en", default);

        Assert.IsType<CardAnswer.Waits>(await desk.Make(CareCast.Advocate, person, default));
        Assert.IsType<CardAnswer.Refused>(await desk.Confirm(CareCast.Advocate, person, default));
        Assert.IsType<CardAnswer.NotFound>(await desk.Confirm(CareCast.At(CareCast.Harbor, CareRole.Administrator), person, default));
        Assert.Equal(CardState.Waits, (await desk.List(CareCast.Lead, person, default))[0].State);
        var second = await door.Use(Assert.IsType<CardAnswer.Made>(await desk.Confirm(CareCast.Lead, person, default)).Code, "another walk by the lake", "en", default);

        Assert.NotNull(second!.LastAt);
        Assert.Null(await door.Enter(first!.Words!, Secret, 0, default));
        Assert.Null(await door.Find(person, first.Stamp, default));
        Assert.NotNull(await door.Enter(second.Words!, "another walk by the lake", 3, default));
        var log = await new LogDesk(record).Read(CareCast.Own(person), null, null, 50, default);
        Assert.Equal(
            ["own-entry.entered", "own-entry.refused", "own-entry.replaced", "card.used", "card.given", "card.asked", "own-entry.begun", "card.used", "card.given"],
            log.Select(line => line.What).Take(9));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_card_that_is_over_taken_back_or_another_s_opens_nothing(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var clock = new MovedClock();
        var record = await CareCast.NewCareRecord(workplace, clock);
        var door = new SurvivorDoor(record, CareCast.Harbor, new Passphrases(1));
        var (desk, person) = (new CardDesk(record), await CareCast.TakeIn(record));

        var replaced = await Card(record, person);
        var lost = await Card(record, person);
        Assert.Null(await door.Use(replaced, Secret, "en", default));
        Assert.True(await desk.Withdraw(CareCast.Lead, person, default));
        Assert.Null(await door.Use(lost, Secret, "en", default));
        var late = await Card(record, person);
        Assert.Null(await new SurvivorDoor(record, CareCast.Meadow, new Passphrases(1)).Use(late, Secret, "en", default));
        clock.Move(CardDesk.Lasts);
        Assert.Null(await door.Use(late, Secret, "en", default));
        Assert.Equal([CardState.Over, CardState.Withdrawn, CardState.Withdrawn], (await desk.List(CareCast.Lead, person, default)).Select(card => card.State));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Of_two_who_use_a_card_at_once_one_comes_in(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, door) = await Make(workplace);
        var code = await Card(record, await CareCast.TakeIn(record));

        var came = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => door.Use(code, Secret, "en", default))));

        Assert.Single(came, entry => entry is not null);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Nothing_that_opens_a_record_is_kept_in_it(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, door) = await Make(workplace);
        var code = await Card(record, await CareCast.TakeIn(record));
        var entry = await door.Use(code, Secret, "en", default);

        await using var rows = record.Enter(Scope.Steward);
        var (card, own) = (await rows.Everything<RecordedCard>().SingleAsync(), await rows.Everything<OwnEntry>().SingleAsync());
        foreach (var open in (string[])[code, code.Replace("-", "", StringComparison.Ordinal), entry!.Words!, Secret])
        {
            Assert.NotEqual(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(open)), card.CodeHash);
            Assert.NotEqual(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(open)), own.WordsHash);
        }

        Assert.Equal((32, 32, 48), (card.CodeHash!.Length, own.WordsHash.Length, own.Passphrase.Length));
        Assert.Equal((nameof(RecordedCard), nameof(OwnEntry), nameof(SurvivorEntry)), (card.ToString(), own.ToString(), entry.ToString()));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Who_came_without_a_name_keeps_a_statement_and_sends_a_part_that_staff_read_and_administrators_do_not(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, door) = await Make(workplace);
        var entry = await door.Begin(Secret, "en", default);
        var desk = new StatementDesk(record);
        var kept = Assert.IsType<StatementAnswer.Kept>(await desk.Keep(entry.Access, "All of it (invented).", default)).Id;

        Assert.Empty(await desk.Shared(CareCast.Advocate, default));
        var part = Assert.IsType<StatementAnswer.Kept>(await desk.Send(entry.Access, kept, "A part (invented).", StatementAsk.ReportTogether, default)).Id;

        var shared = Assert.Single(await desk.Shared(CareCast.Advocate, default));
        Assert.Equal((part, kept, StatementAsk.ReportTogether), (shared.Id, shared.AddsTo!.Value, shared.Asks));
        Assert.Null(await desk.Open(CareCast.Advocate, kept, default));
        Assert.Equal("A part (invented).", (await desk.Open(CareCast.Advocate, part, default))!.Words);
        Assert.Null(await desk.Open(CareCast.At(CareCast.Harbor, CareRole.Administrator), part, default));
        Assert.IsType<CardAnswer.NotFound>(await new CardDesk(record).Make(CareCast.Advocate, entry.Access.Person, default));
    }

    [Fact]
    public void There_are_256_words_of_each_language_that_any_keyboard_has()
    {
        foreach (var language in (string[])["en", "es"])
        {
            Assert.Equal(256, EntryWords.Of(language).Distinct(StringComparer.Ordinal).Count());
            Assert.All(EntryWords.Of(language), word => Assert.Matches("^[a-z]{2,9}$", word));
        }
    }

    private static async Task<(RecordStore<CareContext> Record, SurvivorDoor Door)> Make(Workplace workplace)
    {
        var record = await CareCast.NewCareRecord(workplace);
        return (record, new SurvivorDoor(record, CareCast.Harbor, new Passphrases(1)));
    }

    private static async Task<string> Card(RecordStore<CareContext> record, PersonId person) =>
        Assert.IsType<CardAnswer.Made>(await new CardDesk(record).Make(CareCast.Advocate, person, default)).Code;
}
