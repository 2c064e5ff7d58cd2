using System.Text;
using Credence.Police.Access;
using Credence.Police.Encounters;
using Credence.Police.Protection;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Backups;
using Credence.Record.Keys;
using Credence.Record.Retention;
using Credence.Record.Storage;
using Credence.Screening.Instruments;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Encounters;

public class EncounterDeskTests
{
    private static readonly MadeByClient Name = new(new Guid("66666666-0000-0000-0000-000000000001"));

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Answers_from_the_roadside_are_kept_sealed_and_say_what_they_mean_now(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk) = await Begin(workplace);

        var kept = Kept(await desk.Put(Roadside.Officer, Name, 1, false, Roadside.Concern, default));

        Assert.Equal((ScreenOutcome.NoRule, true, true), (kept.Reading.Outcome, kept.Reading.RaisesConcern, kept.Reading.IsPossibleVictim));
        Assert.Contains(kept.Reading.Packs, pack => pack.StartsWith("hhs-card@", StringComparison.Ordinal));
        var opened = await desk.Open(Roadside.Officer, kept.Id, default);
        Assert.Equal(Roadside.Concern.ToBytes(), Assert.Single(opened!.Versions).Content.ToBytes());
        await using var rows = record.Enter(Roadside.Officer);
        Assert.DoesNotContain("papers", Encoding.UTF8.GetString((await rows.EncounterRevisions.SingleAsync()).Content), StringComparison.Ordinal);
        Assert.Empty((await RecordCheck.Of(Steward.Of(record), default)).Problems);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_is_sent_again_changes_nothing_also_after_a_restart(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk) = await Begin(workplace);
        var first = Kept(await desk.Put(Roadside.Officer, Name, 1, false, Roadside.Concern, default));
        var before = await Stories.Kinds(record);

        var again = Kept(await desk.Put(Roadside.Officer, Name, 1, false, Roadside.Concern with { BeganAt = Roadside.Concern.BeganAt.ToUniversalTime(), Needs = [.. Roadside.Concern.Needs.Reverse()] }, default));
        var reopened = await Cast.OpenPoliceRecord(workplace);
        var restarted = Kept(await new EncounterDesk(reopened, Roadside.Packs).Put(Roadside.Officer, Name, 1, false, Roadside.Concern, default));

        Assert.Equal((first.Id, first.Id), (again.Id, restarted.Id));
        Assert.Equal(before, await Stories.Kinds(reopened));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Revisions_come_in_their_order_and_each_stays(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (_, desk) = await Begin(workplace);

        Assert.Equal(1, Assert.IsType<EncounterAnswer.OutOfOrder>(await desk.Put(Roadside.Officer, Name, 2, false, Roadside.Concern, default)).Expected);
        Kept(await desk.Put(Roadside.Officer, Name, 1, false, Roadside.Quiet, default));
        Assert.Equal(2, Assert.IsType<EncounterAnswer.OutOfOrder>(await desk.Put(Roadside.Officer, Name, 3, false, Roadside.Concern, default)).Expected);
        var id = Kept(await desk.Put(Roadside.Officer, Name, 2, false, Roadside.Concern, default)).Id;
        Assert.IsType<EncounterAnswer.Refused>(await desk.Put(Roadside.Officer, Name, 0, false, Roadside.Concern, default));

        Assert.Equal([1, 2], (await desk.Open(Roadside.Officer, id, default))!.Versions.Select(one => one.Revision));
        Assert.Equal(2, Assert.Single(await desk.Own(Roadside.Officer, default)).Revision);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Two_contents_of_one_revision_are_both_kept_and_shown_until_somebody_settles_them(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk) = await Begin(workplace);
        var id = Kept(await desk.Put(Roadside.Officer, Name, 1, false, Roadside.Quiet, default)).Id;
        Kept(await desk.Put(Roadside.Officer, Name, 2, false, Roadside.Concern, default));

        // An older phone brings what it had.
        var stale = Roadside.Aged(Answer.Yes);
        var conflict = Assert.IsType<EncounterAnswer.Conflict>(await desk.Put(Roadside.Officer, Name, 1, false, stale, default));

        Assert.Equal([Roadside.Quiet.ToBytes(), stale.ToBytes()], conflict.Versions.Select(one => one.Content.ToBytes()));
        var events = (await record.Events(id.Value)).Count;
        Assert.IsType<EncounterAnswer.Conflict>(await desk.Put(Roadside.Officer, Name, 1, false, stale, default));
        Assert.IsType<EncounterAnswer.Conflict>(await desk.Put(Roadside.Officer, Name, 3, false, Roadside.Concern, default));
        Assert.Equal(events, (await record.Events(id.Value)).Count);
        Kept(await desk.Put(Roadside.Officer, Name, 3, true, Roadside.Concern, default));

        var opened = await desk.Open(Roadside.Officer, id, default);
        Assert.Equal([(1, 0), (1, 1), (2, 0), (3, 0)], opened!.Versions.Select(one => (one.Revision, one.Version)));
        Assert.False(opened.Line.IsDisputed);
        Assert.Contains("encounter.settled", (await record.Events(id.Value)).Select(line => line.Kind));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Two_phones_at_the_same_moment_lose_nothing(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk) = await Begin(workplace);
        var contents = new[] { Roadside.Concern, Roadside.Quiet, Roadside.Aged(Answer.Yes), Roadside.Aged(Answer.No) };

        var answers = await Task.WhenAll(contents.Select(content => Task.Run(() => desk.Put(Roadside.Officer, Name, 1, false, content, default))));

        Assert.Single(answers.OfType<EncounterAnswer.Kept>());
        Assert.Equal(3, answers.OfType<EncounterAnswer.Conflict>().Count());
        var opened = await desk.Open(Roadside.Officer, Assert.Single(await desk.Own(Roadside.Officer, default)).Id, default);
        Assert.Equal(contents.Select(one => Convert.ToHexString(one.ToBytes())).Order(), opened!.Versions.Select(one => Convert.ToHexString(one.Content.ToBytes())).Order());
        Assert.Empty((await RecordCheck.Of(Steward.Of(record), default)).Problems);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_officer_sees_own_encounters_only_and_a_supervisor_those_that_ask_approval(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk) = await Begin(workplace);
        var (asks, other) = (await record.Encounter(Roadside.Officer, Roadside.Concern), await record.Encounter(Roadside.Officer, Roadside.Concern));
        await record.Review(Roadside.Officer, other, Roadside.Asking("90J", "testimony"));
        Assert.Null(await desk.Open(Cast.Supervisor, asks, default));
        await record.Review(Roadside.Officer, asks, Roadside.Asking("90J", "warrant"));

        foreach (var stranger in (PoliceAccess[])[Roadside.Another(PoliceRole.Officer), Cast.Investigator, Cast.At(Cast.Lakeside, PoliceRole.Officer), Cast.At(Cast.Lakeside, PoliceRole.Supervisor), Roadside.Advocate, Roadside.Auditor])
        {
            Assert.Null(await desk.Open(stranger, asks, default));
            Assert.Empty(await desk.Own(stranger, default));
            Assert.IsType<EncounterAnswer.NotFound>(await desk.Tie(stranger, asks, "2031-1", default));
            Assert.IsType<ArrestAnswer.NotFound>(await new ArrestReviewDesk(record, Roadside.Packs).Begin(stranger, asks, Roadside.Asking("90J"), default));
        }

        Assert.NotNull(await desk.Open(Cast.Supervisor, asks, default));
        Assert.Null(await desk.Open(Cast.Supervisor, other, default));
        Assert.IsType<EncounterAnswer.NotFound>(await desk.Tie(Cast.Supervisor, asks, "2031-1", default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_name_that_another_officer_s_phone_or_the_record_uses_reaches_nothing_of_theirs(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk) = await Begin(workplace);
        var mine = Kept(await desk.Put(Roadside.Officer, Name, 1, false, Roadside.Concern, default)).Id;
        var incident = await record.Incident("2031-1");

        // Another's name for it, its own id, and the id of an incident, whose key would seal and be erased with it.
        var thief = Roadside.Another(PoliceRole.Officer);
        var ids = new List<EncounterId>();
        foreach (var name in (Guid[])[Name.Value, mine.Value, incident.Value]) ids.Add(Kept(await desk.Put(thief, new MadeByClient(name), 1, false, Roadside.Quiet, default)).Id);

        Assert.Equal(3, ids.Except([mine, new EncounterId(incident.Value)]).Distinct().Count());
        Assert.Equal(Roadside.Concern.ToBytes(), Assert.Single((await desk.Open(Roadside.Officer, mine, default))!.Versions).Content.ToBytes());
        Assert.Equal(3, (await desk.Own(thief, default)).Count);
    }

    [Fact]
    public async Task No_name_and_no_words_come_in_by_any_field()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var (_, desk) = await Begin(workplace);
        Assert.Null(EncounterContent.TryRead("""{"name": "Zelda Invented", "answers": {}}"""u8));
        Assert.Null(EncounterContent.TryRead("""{"answers": {"papers": "she said yes"}}"""u8));
        Assert.Null(EncounterContent.TryRead("""{"answers": null}"""u8));
        Assert.Null(EncounterContent.TryRead("{"u8));
        Assert.Equal(Answer.Yes, EncounterContent.TryRead("""{"instrument": "hhs-card@1.0.0", "answers": {"papers": "Yes"}, "beganAt": "2031-06-14T22:05:00-05:00"}"""u8)!.Answers["papers"]);

        EncounterContent With(Func<EncounterContent, EncounterContent> change) => change(Roadside.Concern);
        foreach (var wrong in (EncounterContent[])
        [
            With(one => one with { Answers = new Dictionary<string, Answer> { ["Zelda Invented"] = Answer.Yes } }),
            With(one => one with { Answers = new Dictionary<string, Answer> { ["zelda-invented"] = Answer.Yes } }),
            With(one => one with { Answers = new Dictionary<string, Answer> { ["papers"] = (Answer)99 } }),
            With(one => one with { Instrument = "Zelda Invented" }),
            With(one => one with { Instrument = "no-such-card@1.0.0" }),
            With(one => one with { Instrument = "hhs-card@Zelda" }),
            With(one => one with { Instrument = null }),
            With(one => one with { Facts = new Dictionary<string, Answer> { ["zelda"] = Answer.Yes } }),
            With(one => one with { Needs = [one.Needs[0], one.Needs[0]] }),
            With(one => one with { Needs = [one.Needs[0] with { State = (HelpState)9 }] }),
        ]) Assert.DoesNotContain("elda", Assert.IsType<EncounterAnswer.Refused>(await desk.Put(Roadside.Officer, Name, 1, false, wrong, default)).Because, StringComparison.Ordinal);
        Assert.Empty(await desk.Own(Roadside.Officer, default));
        foreach (var number in (string[])["Zelda", "2031 1", "", "2031-1\n", new string('1', 41)])
            Assert.IsType<EncounterAnswer.Refused>(await desk.Tie(Roadside.Officer, new EncounterId(Guid.NewGuid()), number, default));
    }

    [Fact]
    public async Task Answers_to_items_of_an_older_pack_are_kept_and_the_person_counts_as_a_possible_victim_until_somebody_has_looked()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var (_, desk) = await Begin(workplace);
        var older = Roadside.Quiet with { Instrument = "hhs-card@0.9.0", Answers = new Dictionary<string, Answer> { ["papers"] = Answer.No, ["an-item-of-then"] = Answer.Yes } };

        var kept = Kept(await desk.Put(Roadside.Officer, Name, 1, false, older, default));

        Assert.True(kept.Reading.IsPossibleVictim);
        Assert.Equal(Answer.Yes, Assert.Single((await desk.Open(Roadside.Officer, kept.Id, default))!.Versions).Content.Answers["an-item-of-then"]);
        Assert.False(Kept(await desk.Put(Roadside.Officer, Name, 2, false, Roadside.Quiet, default)).Reading.IsPossibleVictim);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Events_can_be_counted_and_say_nothing_of_which_need_it_was(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk) = await Begin(workplace);
        var id = Kept(await desk.Put(Roadside.Officer, Name, 1, false, Roadside.Quiet, default)).Id;
        Kept(await desk.Put(Roadside.Officer, Name, 2, false, Roadside.Concern, default));
        Kept(await desk.Put(Roadside.Officer, Name, 3, false, Roadside.Concern with { BeganAt = DateTimeOffset.UnixEpoch }, default));

        var events = await record.Events(id.Value);

        Assert.Equal(
            [
                "encounter.begun", "encounter.screened", "encounter.changed", "encounter.screened", "needs.asked", "help.accepted", "help.declined", "encounter.changed",
            ],
            events.Select(line => line.Kind));
        Assert.EndsWith("/NoRule/possible", events[3].Detail, StringComparison.Ordinal);
        Assert.Equal((3L, 1L, 1L), (events[4].Count, events[5].Count, events[6].Count));
        Assert.DoesNotContain(events, line => line.Detail.Contains("Shelter", StringComparison.OrdinalIgnoreCase) || line.Detail.Contains("papers", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_encounter_can_be_erased_with_its_reviews_and_nothing_brings_it_back(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk) = await Begin(workplace);
        var id = Kept(await desk.Put(Roadside.Officer, Name, 1, false, Roadside.Concern, default)).Id;
        var review = await record.Review(Roadside.Officer, id, Roadside.Asking("90J", "warrant"));

        var retention = new Credence.Police.Retention.RetentionDesk(record);
        var administrator = Cast.At(Cast.Riverton, PoliceRole.Administrator, PurposeKind.Maintenance);
        var proposal = Assert.IsType<RetentionAnswer.Done>(await retention.ProposeErasing(administrator, [new ErasureStep(id.Value, "Its time is over.", "retention-invented@1.0.0/encounters")], default)).Id;
        Assert.IsType<RetentionAnswer.Done>(await retention.Approve(Cast.Supervisor, proposal, default));
        Assert.IsType<RetentionAnswer.Done>(await retention.Carry(administrator, proposal, null, default));

        var opened = await desk.Open(Roadside.Officer, id, default);
        Assert.Equal((ContentState.Erased, 0), (opened!.Line.Content, opened.Versions.Count));
        Assert.Null((await new ArrestReviewDesk(record, Roadside.Packs).Open(Roadside.Officer, review.Id, default))!.Result);
        Assert.IsType<EncounterAnswer.Erased>(await desk.Put(Roadside.Officer, Name, 1, false, Roadside.Concern, default));
        Assert.IsType<EncounterAnswer.Erased>(await desk.Put(Roadside.Officer, Name, 2, false, Roadside.Concern, default));
        Assert.IsType<ArrestAnswer.Changed>(await new ArrestApprovalDesk(record, Roadside.Packs).Approve(Cast.Supervisor, review.Id, default));
        var check = await RecordCheck.Of(Steward.Of(record), default);
        Assert.Empty(check.Problems);
        Assert.Equal((0, 2), (check.Sealed, check.Erased));
    }

    private static async Task<(RecordStore<PoliceContext> Record, EncounterDesk Desk)> Begin(Workplace workplace)
    {
        var record = await Cast.NewPoliceRecord(workplace);
        return (record, new EncounterDesk(record, Roadside.Packs));
    }

    private static EncounterAnswer.Kept Kept(EncounterAnswer answer) => Assert.IsType<EncounterAnswer.Kept>(answer);
}
