using System.Text.Json;
using Credence.Cli.Evaluation;
using Credence.Police.Access;
using Credence.Police.Events;
using Credence.Police.Incidents;
using Credence.Police.Review;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Tests.Handovers;
using Credence.Review;
using Credence.Screening;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Review;

public class ReadingDeskTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Two_readers_at_once_in_two_processes_read_every_incident_once(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var one = await Reviews.Begin(workplace, 30, doubled: 0);
        await using var other = one.Restarted();

        var read = await Task.WhenAll(ReadAll(one, Reviews.Ana), ReadAll(other, Reviews.Ben));

        Assert.Equal(Enumerable.Range(1, 30).Select(Reviews.Number), read.SelectMany(numbers => numbers).Order());
        Assert.Equal(30, (await one.Figures()).Status.ReadingsByReader.Values.Sum());
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Where_two_are_to_read_both_get_every_incident_and_nobody_one_twice(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 12, doubled: 1);

        var read = await Task.WhenAll(ReadAll(review, Reviews.Ana), ReadAll(review, Reviews.Ben));

        Assert.All(read, numbers => Assert.Equal(Enumerable.Range(1, 12).Select(Reviews.Number), numbers.Order()));
        Assert.Equal(12, (await review.Figures()).Status.DoubleRead);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_incident_goes_to_another_when_its_reader_is_away_and_a_late_reading_is_kept_beside_the_other(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var clock = new HandClock();
        await using var review = await Reviews.Begin(workplace, 2, doubled: 0, clock);

        var first = await review.Next(Reviews.Ana);
        Assert.Equal(first, await review.Next(Reviews.Ana));
        Assert.NotEqual(first.Incident, (await review.Next(Reviews.Ben)).Incident);
        Assert.IsType<JudgeAnswer.Kept>(await review.Judge(Reviews.Ben, (await review.Next(Reviews.Ben)).Incident, Reviews.Says(VictimAnswer.No)));
        Assert.IsType<NextAnswer.WithOthers>(await review.Reading.Next(Reviews.Ben, review.Review, default));
        clock.Now += ReadingDesk.Turn + TimeSpan.FromMinutes(1);
        Assert.Equal(first.Incident, (await review.Next(Reviews.Ben)).Incident);
        Assert.Equal(new JudgeAnswer.Kept(Id(1), IsReadByAnother: false), await review.Judge(Reviews.Ben, first.Incident, Reviews.Says(VictimAnswer.No) with { Id = Id(1) }));

        Assert.Equal(new JudgeAnswer.Kept(Id(2), IsReadByAnother: true), await review.Judge(Reviews.Ana, first.Incident, Reviews.Says(VictimAnswer.Yes) with { Id = Id(2) }));
        Assert.Equal((2, 1), ((await review.Figures()).Status.Read, (await review.Figures()).Status.Disputed.Count));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_second_reader_learns_nothing_of_the_first_reading_before_the_own(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 3, doubled: 1);
        var before = await Seen(review, null);
        var first = await review.Read(Reviews.Ana, VictimAnswer.Yes);

        var second = await review.Next(Reviews.Ben);
        var opened = await review.Reading.Open(Reviews.Ben, review.Review, second.Incident, default);

        Assert.Equal(first.Incident, second.Incident);
        Assert.Empty(opened!.Own);
        Assert.Equal(before, await Seen(review, null));
        Assert.DoesNotContain(await new IncidentDesk(review.Record).History(Reviews.Ben, second.Incident, 50, default), line => line.Account == Reviews.Ana.Account);
        Assert.Equal(new JudgeAnswer.Kept(Id(3), IsReadByAnother: false), await review.Judge(Reviews.Ben, second.Incident, Reviews.Says(VictimAnswer.No) with { Id = Id(3) }));
        Assert.Equal(before, await Seen(review, Id(3)));
        Assert.Single((await review.Figures()).Status.Disputed);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_auditor_finds_who_opened_and_read_which_incident_and_never_what_was_said(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 2, doubled: 0);
        var read = await review.Read(Reviews.Ana, VictimAnswer.Yes);

        var events = await new EventDesk(review.Record).Read(Cast.At(Cast.Riverton, PoliceRole.Auditor, PurposeKind.Audit), new EventFilter(), null, 50, default);

        Assert.Equal(
            ["reading.kept", "incident.opened", "reading.begun"],
            events.Where(line => line.Detail == $"incident:{read.Incident.Value:N}" && line.Account == Reviews.Ana.Account).Select(line => line.Kind));
        Assert.DoesNotContain(events, line => line.Detail.Contains("Yes", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_same_judgement_sent_twice_is_kept_once_and_its_id_serves_no_other(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 3, doubled: 0);
        var next = await review.Next(Reviews.Ana);
        var judgement = Reviews.Says(VictimAnswer.Yes, note: "The foreman is named in it (invented).");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => review.Judge(Reviews.Ana, next.Incident, judgement)));

        Assert.All(answers, answer => Assert.Equal(new JudgeAnswer.Kept(judgement.Id, IsReadByAnother: false), answer));
        Assert.Equal(1, (await review.Figures()).Status.ReadingsByReader.Values.Sum());
        Assert.IsType<JudgeAnswer.Refused>(await review.Judge(Reviews.Ana, next.Incident, judgement with { Victim = VictimAnswer.No, Type = ExploitationType.None }));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task One_who_thinks_again_adds_a_reading_and_a_device_that_does_not_know_it_is_told(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 3, doubled: 0);
        var next = await review.Next(Reviews.Ana);
        var first = Reviews.Says(VictimAnswer.No, note: "First thought (invented).");
        var again = Reviews.Says(VictimAnswer.Yes, first.Id);

        Assert.IsType<JudgeAnswer.Kept>(await review.Judge(Reviews.Ana, next.Incident, first));
        var told = Assert.IsType<JudgeAnswer.AlreadyRead>(await review.Judge(Reviews.Ana, next.Incident, Reviews.Says(VictimAnswer.Yes)));
        Assert.IsType<JudgeAnswer.Kept>(await review.Judge(Reviews.Ana, next.Incident, again));
        Assert.IsType<JudgeAnswer.AlreadyRead>(await review.Judge(Reviews.Ana, next.Incident, Reviews.Says(VictimAnswer.No, first.Id)));

        Assert.Equal((first.Id, "First thought (invented)."), (told.Own.Id, told.Own.Note));
        var own = (await review.Reading.Open(Reviews.Ana, review.Review, next.Incident, default))!.Own;
        Assert.Equal([(first.Id, VictimAnswer.No), (again.Id, VictimAnswer.Yes)], own.Select(reading => (reading.Id, reading.Victim)));
        Assert.Equal(1, (await review.Figures()).Status.Decided["yes"]);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_reader_finds_the_own_last_reading_and_nobody_else_s(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 3, doubled: 1);
        Assert.Null(await review.Reading.Last(Reviews.Ana, review.Review, default));
        var first = await review.Read(Reviews.Ana, VictimAnswer.No);
        var second = await review.Read(Reviews.Ana, VictimAnswer.Unsure);
        Assert.Equal(new LastReading(second.Incident, second.Number, VictimAnswer.Unsure, ExploitationType.None), await review.Reading.Last(Reviews.Ana, review.Review, default));

        var own = (await review.Reading.Open(Reviews.Ana, review.Review, first.Incident, default))!.Own[^1].Id;
        Assert.IsType<JudgeAnswer.Kept>(await review.Judge(Reviews.Ana, first.Incident, Reviews.Says(VictimAnswer.Yes, own)));

        Assert.Equal(new LastReading(first.Incident, first.Number, VictimAnswer.Yes, ExploitationType.Labor), await review.Reading.Last(Reviews.Ana, review.Review, default));
        Assert.Null(await review.Reading.Last(Reviews.Ben, review.Review, default));
        Assert.Null(await review.Reading.Last(Reviews.Lead, review.Review, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Notes_are_sealed_and_go_with_the_incident_while_codes_stay(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 3, doubled: 0);
        var next = await review.Next(Reviews.Ana);
        await review.Judge(Reviews.Ana, next.Incident, Reviews.Says(VictimAnswer.Yes, note: "NOTEOFTHEREADER") with { Affected = "a worker", Elements = [Element.Purpose, Element.Means] });
        var kept = Assert.Single(await Sealed(review));
        using (var key = await review.Record.Vault.Find(next.Incident.Value, default)) Assert.NotNull(key!.TryOpen(kept.Bytes, kept.Place));
        await using (var rows = review.Record.Enter(Scope.Steward))
            Assert.DoesNotContain("NOTEOFTHEREADER", System.Text.Encoding.UTF8.GetString((await rows.Everything<RecordedReading>().SingleAsync()).Words!), StringComparison.Ordinal);

        await Stories.Erase(review.Record, Cast.Supervisor, next.Incident);
        var opened = await review.Reading.Open(Reviews.Ana, review.Review, next.Incident, default);

        var own = Assert.Single(opened!.Own);
        Assert.Equal((VictimAnswer.Yes, ExploitationType.Labor, null, null), (own.Victim, own.Type, own.Note, own.Affected));
        Assert.Equal([Element.Means, Element.Purpose], own.Elements);
        Assert.Null(opened.Incident);
        Assert.Equal(1, (await review.Figures()).Status.Decided["yes"]);
        Assert.IsType<JudgeAnswer.TooLate>(await review.Judge(Reviews.Ana, next.Incident, Reviews.Says(VictimAnswer.No, own.Id)));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_erased_incident_is_given_to_nobody_and_counted_as_unreadable(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 4, doubled: 0);
        var given = await review.Next(Reviews.Ana);
        await Stories.Erase(review.Record, Cast.Supervisor, given.Incident);

        var read = await ReadAll(review, Reviews.Ana);

        Assert.Equal(3, read.Count);
        Assert.DoesNotContain(given.Number, read);
        Assert.Equal((1, 1), ((await review.Figures()).Left, (await review.Figures()).Erased));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_reader_who_gives_an_incident_back_does_not_get_it_again_and_another_does(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 3, doubled: 0);
        var given = await review.Next(Reviews.Ana);

        Assert.True(await review.Reading.PutBack(Reviews.Ana, review.Review, given.Incident, default));

        Assert.Equal(2, (await ReadAll(review, Reviews.Ana)).Count);
        Assert.IsType<JudgeAnswer.NotFound>(await review.Judge(Reviews.Ana, given.Incident, Reviews.Says(VictimAnswer.No)));
        Assert.Equal(given.Incident, (await review.Next(Reviews.Ben)).Incident);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_restart_in_the_middle_loses_neither_a_reading_nor_a_turn(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 20, doubled: 0.5);
        for (var i = 0; i < 6; i++) await review.Read(i % 2 == 0 ? Reviews.Ana : Reviews.Ben);
        var (turn, status) = (await review.Next(Reviews.Ana), (await review.Figures()).Status);

        await using var restarted = review.Restarted();

        Assert.Equal(turn, await restarted.Next(Reviews.Ana));
        Assert.Equal(Text(status), Text((await restarted.Figures()).Status));
        await ReadAll(restarted, Reviews.Ana);
        await ReadAll(restarted, Reviews.Ben);
        Assert.Equal((20, 0), ((await restarted.Figures()).Status.Read, (await restarted.Figures()).Status.Budget.SecondReadingsDue));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_resembles_what_was_found_comes_first_once_something_was_learned(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 60, doubled: 0);
        foreach (var incident in (int[])[10, 1]) await review.Judge(Reviews.Ana, await review.Give(Reviews.Ana, incident), Reviews.Says(incident == 10 ? VictimAnswer.No : VictimAnswer.Yes));
        await review.Settle();

        // The readers find what the screener did not look for.
        var next = Enumerable.Range(0, 5).Select(_ => review.Read(Reviews.Ben, VictimAnswer.Unsure));
        foreach (var one in next) Assert.NotEqual('0', (await one).Number[^1]);
    }

    private static async Task<List<string>> ReadAll(Reviews review, PoliceAccess reader)
    {
        var read = new List<string>();
        while (await review.Reading.Next(reader, review.Review, default) is NextAnswer.ToRead)
            read.Add((await review.Read(reader, VictimAnswer.No)).Number);
        return read;
    }

    // Everything a second reader is shown of a review beside the own readings.
    private static async Task<string> Seen(Reviews review, ReadingId? own)
    {
        var shown = await review.Desk.Show(Reviews.Ben, review.Review, default);
        Assert.Equal(own is null ? 0 : 1, shown!.OwnRead);
        var lines = await review.Desk.List(Reviews.Ben, default);
        var events = await new EventDesk(review.Record).Read(Reviews.Ben, new EventFilter(), null, 50, default);
        var disputes = await review.Adjudication.Disagreements(Reviews.Ben, review.Review, default);
        return Text(new { shown = shown with { OwnRead = 0 }, lines, events, disputes });
    }

    private static async Task<List<Record.Keys.SealedValue>> Sealed(Reviews review)
    {
        await using var rows = review.Record.Enter(Scope.Steward);
        var values = new List<Record.Keys.SealedValue>();
        await foreach (var value in review.Record.Content.SealedValues(rows)) values.Add(value);
        return values.FindAll(value => value.Table == "readings");
    }

    private static string Text(object value) => JsonSerializer.Serialize(value, EvaluationJson.Options);

    private static ReadingId Id(int number) => new(new Guid(number, 0, 0, new byte[8]));
}
