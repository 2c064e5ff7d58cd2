using Credence.Police.Access;
using Credence.Police.Encounters;
using Credence.Police.Protection;
using Credence.Police.Storage;
using Credence.Protection;
using Credence.Record.Access;
using Credence.Record.Backups;
using Credence.Record.Storage;
using Credence.Record.Tests.Encounters;
using Credence.Screening.Instruments;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Protection;

public class ArrestReviewDeskTests
{
    private static readonly PoliceAccess Second = Roadside.Another(PoliceRole.Supervisor);

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Before_a_citation_the_roadside_answers_say_what_to_do_instead(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk, _) = await Begin(workplace);
        var encounter = await record.Encounter(Roadside.Officer, Roadside.Concern);

        var reviewed = await record.Review(Roadside.Officer, encounter, Roadside.Asking("90J", "testimony"));

        Assert.Equal((ArrestState.Reviewed, ChargeOutcome.Covered), (reviewed.State, Assert.Single(reviewed.Result.Charges).Outcome));
        Assert.Equal(ReasonOutcome.Refused, reviewed.Result.Reason!.Outcome);
        Assert.NotEmpty(reviewed.Result.Reason.Instead);
        Assert.NotEmpty(reviewed.Result.Call);
        Assert.Contains(reviewed.Result.Packs, pack => pack.StartsWith("model-agency@", StringComparison.Ordinal));
        var reopened = await new ArrestReviewDesk(await Cast.OpenPoliceRecord(workplace), Roadside.Packs).Open(Roadside.Officer, reviewed.Id, default);
        Assert.Equal(reviewed.Result.ToBytes(), reopened!.Result!.ToBytes());
        Assert.Equal("testimony", Assert.Single(await desk.Own(Roadside.Officer, default)).Reason);
        Assert.Equal(["arrest.reviewed", "arrest.reason-refused", "arrest.review-opened"], (await record.Events(reviewed.Id.Value)).Select(line => line.Kind));
        Assert.Empty((await RecordCheck.Of(Steward.Of(record), default)).Problems);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_exception_needs_a_second_person_and_is_counted(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk, approval) = await Begin(workplace);
        var asked = await record.Review(Roadside.Officer, await record.Encounter(Roadside.Officer, Roadside.Concern), Roadside.Asking("90J", "warrant"));
        var own = await record.Review(Cast.Supervisor, await record.Encounter(Cast.Supervisor, Roadside.Concern), Roadside.Asking("90J", "warrant"));

        foreach (var stranger in (PoliceAccess[])[Roadside.Officer, Cast.Investigator, Roadside.Auditor, Cast.At(Cast.Lakeside, PoliceRole.Supervisor)])
            Assert.IsType<ArrestAnswer.NotFound>(await approval.Approve(stranger, asked.Id, default));
        Assert.IsType<ArrestAnswer.NeedsAnotherPerson>(await approval.Approve(Cast.Supervisor, own.Id, default));
        Assert.IsType<ArrestAnswer.NeedsAnotherPerson>(await approval.Decline(Cast.Supervisor, own.Id, default));
        Assert.Equal([asked.Id, own.Id], (await approval.Waiting(Cast.Supervisor, default)).Select(line => line.Id));
        Assert.Equal(ArrestState.Approved, Done(await approval.Approve(Cast.Supervisor, asked.Id, default)));
        Assert.Equal(ArrestState.Declined, Done(await approval.Decline(Second, own.Id, default)));
        Assert.IsType<ArrestAnswer.NotInThisState>(await approval.Approve(Second, asked.Id, default));
        Assert.IsType<ArrestAnswer.NotInThisState>(await approval.Approve(Second, own.Id, default));

        Assert.Equal(ArrestState.Approved, Done(await desk.End(Roadside.Officer, asked.Id, ArrestEnd.Made, default)));
        var made = Assert.Single(await record.Events(asked.Id.Value), line => line.Kind == "arrest.made");
        Assert.Equal("Arrest/Considered/possible/age-unknown/warrant/approved/90J", made.Detail);
        var (from, to) = (record.Clock.GetUtcNow().AddDays(-1), record.Clock.GetUtcNow().AddDays(1));
        Assert.Equal([(ArrestState.Declined, Second.Account), (ArrestState.Approved, Cast.Supervisor.Account)],
            (await approval.Exceptions(Cast.Supervisor, from, to, default)).Select(line => (line.State, line.DecidedBy!.Value)));
        var counts = await approval.Count(Roadside.Auditor, from, to, default);
        Assert.Equal([("arrest.declined", "warrant", Second.Account, 1L), ("arrest.excepted", "warrant", Cast.Supervisor.Account, 1L)],
            counts.Select(count => (count.Kind, count.Reason, count.By!.Value, count.Reviews)));
        Assert.Empty(await approval.Count(Cast.At(Cast.Lakeside, PoliceRole.Auditor), from, to, default));
        Assert.Empty(await approval.Count(Roadside.Auditor, from.AddDays(-2), from, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_was_declined_and_made_anyway_stays_first_in_the_list_of_exceptions_with_who_declined_it(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk, approval) = await Begin(workplace);
        var encounter = await record.Encounter(Roadside.Officer, Roadside.Concern);
        var made = await record.Review(Roadside.Officer, encounter, Roadside.Asking("90J", "warrant"));
        var later = await record.Review(Roadside.Officer, encounter, Roadside.Asking("90J", "warrant"));
        Done(await approval.Decline(Second, made.Id, default));
        Done(await approval.Decline(Cast.Supervisor, later.Id, default));
        var (from, to) = (record.Clock.GetUtcNow().AddDays(-1), record.Clock.GetUtcNow().AddDays(1));
        async Task<IEnumerable<(ArrestReviewId, bool, ExceptionDecision?, AccountId?)>> Listed() =>
            (await approval.Exceptions(Cast.Supervisor, from, to, default)).Select(line => (line.Id, line.IsMadeAnyway, line.Decision, line.DecidedBy));
        Assert.Equal([(later.Id, false, ExceptionDecision.Declined, Cast.Supervisor.Account), (made.Id, false, ExceptionDecision.Declined, Second.Account)], await Listed());

        Assert.Equal(ArrestState.AwaitsLook, Done(await desk.End(Roadside.Officer, made.Id, ArrestEnd.Made, default)));
        (ArrestReviewId, bool, ExceptionDecision?, AccountId?)[] expected = [(made.Id, true, ExceptionDecision.Declined, Second.Account), (later.Id, false, ExceptionDecision.Declined, Cast.Supervisor.Account)];
        Assert.Equal(expected, await Listed());
        Assert.Equal(ArrestState.LookedAt, Done(await approval.LookAt(Cast.Supervisor, made.Id, AfterFinding.AgainstPolicy, default)));
        Assert.Equal(expected, await Listed());

        var line = (await desk.Open(Cast.Supervisor, made.Id, default))!.Line;
        Assert.Equal((Second.Account, "Supervisor-1", AfterFinding.AgainstPolicy), (line.DecidedBy!.Value, line.LookedByHandle, line.Finding!.Value));
        Assert.True(line.DecidedAt < line.LookedAt);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_second_press_of_the_same_is_answered_as_done_and_another_word_of_one_s_own_as_another(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, _, approval) = await Begin(workplace);
        var encounter = await record.Encounter(Roadside.Officer, Roadside.Concern);
        async Task<ArrestReviewId> Ask(string? reason, ArrestStage stage) => (await record.Review(Roadside.Officer, encounter, Roadside.Asking("90J", reason, stage))).Id;
        var (approved, declined) = (await Ask("warrant", ArrestStage.Considered), await Ask("warrant", ArrestStage.Considered));
        var (life, flagged) = (await Ask(null, ArrestStage.ActedToProtectLife), await Ask(null, ArrestStage.MadeBeforeScreening));

        foreach (var press in (Func<Task<ArrestAnswer>>[])
        [
            () => approval.Approve(Cast.Supervisor, approved, default), () => approval.Decline(Cast.Supervisor, declined, default),
            () => approval.LookAt(Cast.Supervisor, life, AfterFinding.Unclear, default), () => approval.Relieve(Cast.Supervisor, flagged, default),
        ]) Assert.Equal(Done(await press()), Done(await press()));
        foreach (var (id, kinds) in ((ArrestReviewId, string[])[])[(approved, ["arrest.excepted"]), (declined, ["arrest.declined"]), (life, ["arrest.looked-at"]), (flagged, ["arrest.relieved"])])
            Assert.Equal(kinds, (await record.Events(id.Value)).Where(line => line.Account == Cast.Supervisor.Account).Select(line => line.Kind));

        foreach (var (own, other) in ((Task<ArrestAnswer>, Task<ArrestAnswer>)[])
        [
            (approval.Decline(Cast.Supervisor, approved, default), approval.Decline(Second, approved, default)),
            (approval.LookAt(Cast.Supervisor, life, AfterFinding.FollowsPolicy, default), approval.LookAt(Second, life, AfterFinding.Unclear, default)),
        ])
        {
            Assert.True(Assert.IsType<ArrestAnswer.NotInThisState>(await own).IsByYou);
            Assert.False(Assert.IsType<ArrestAnswer.NotInThisState>(await other).IsByYou);
        }
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_form_sent_twice_is_one_review_and_never_that_of_another_question_case_or_account(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk, _) = await Begin(workplace);
        var (name, encounters) = (new MadeByClient(Guid.NewGuid()), new EncounterDesk(record, Roadside.Packs));
        var id = Assert.IsType<EncounterAnswer.Kept>(await encounters.Put(Roadside.Officer, name, 1, false, Roadside.Aged(Answer.No), default)).Id;
        var question = Roadside.Asking("40A", "warrant");

        var first = await record.Review(Roadside.Officer, id, question);
        var presses = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => record.Review(Roadside.Officer, id, question))));
        Assert.All(presses, again => Assert.Equal((first.Id, first.State, Convert.ToHexString(first.Result.ToBytes())), (again.Id, again.State, Convert.ToHexString(again.Result.ToBytes()))));
        Assert.Single(await record.Events(first.Id.Value), line => line.Kind == "arrest.exception-asked");
        Assert.Single(await desk.Own(Roadside.Officer, default));

        // The same form asks otherwise, of another encounter, by another account, and when the person has said that she is sixteen.
        List<ArrestAnswer.Reviewed> others =
        [
            await record.Review(Roadside.Officer, id, question with { Stage = ArrestStage.MadeBeforeScreening }),
            await record.Review(Roadside.Officer, id, question with { Reason = null }),
            await record.Review(Roadside.Officer, await record.Encounter(Roadside.Officer, Roadside.Aged(Answer.No)), question),
            await record.Review(Cast.Supervisor, await record.Encounter(Cast.Supervisor, Roadside.Aged(Answer.No)), question),
        ];
        Assert.IsType<EncounterAnswer.Kept>(await encounters.Put(Roadside.Officer, name, 2, false, Roadside.Aged(Answer.Yes), default));
        others.Add(await record.Review(Roadside.Officer, id, question));
        Assert.Equal(ChargeOutcome.Immune, Assert.Single(others[^1].Result.Charges).Outcome);
        Assert.Equal(6, others.Append(first).Select(one => one.Id).Distinct().Count());
        Assert.IsType<ArrestAnswer.NotFound>(await desk.Begin(Cast.Supervisor, id, question, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Two_supervisors_at_the_same_moment_decide_once(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, _, approval) = await Begin(workplace);
        var asked = await record.Review(Roadside.Officer, await record.Encounter(Roadside.Officer, Roadside.Concern), Roadside.Asking("90J", "warrant"));

        var answers = await Task.WhenAll(
            Task.Run(() => approval.Approve(Cast.Supervisor, asked.Id, default)), Task.Run(() => approval.Decline(Second, asked.Id, default)));

        Assert.Single(answers.OfType<ArrestAnswer.Done>());
        Assert.Single(answers.OfType<ArrestAnswer.NotInThisState>());
        Assert.Single(await record.Events(asked.Id.Value), line => line.Kind is "arrest.excepted" or "arrest.declined");
    }

    [Fact]
    public async Task One_human_with_two_accounts_by_the_same_badge_does_not_approve_for_the_other()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var (record, _, approval) = await Begin(workplace);
        var asked = await record.Review(Roadside.Officer, await record.Encounter(Roadside.Officer, Roadside.Concern), Roadside.Asking("90J", "warrant"));
        await Stories.Tamper(workplace.Place, """UPDATE accounts SET "Handle" = 'badge-4711' WHERE "Handle" = 'Officer-1' AND "Organization" = '11111111-0000-0000-0000-000000000001'""");
        await Stories.Tamper(workplace.Place, """UPDATE accounts SET "Handle" = '4711' WHERE "Handle" = 'Supervisor-1' AND "Organization" = '11111111-0000-0000-0000-000000000001'""");

        Assert.Contains("second person", Assert.IsType<ArrestAnswer.Refused>(await approval.Approve(Cast.Supervisor, asked.Id, default)).Because, StringComparison.Ordinal);
        Assert.Equal(ArrestState.Approved, Done(await approval.Approve(Second, asked.Id, default)));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Nobody_is_asked_to_approve_an_arrest_of_a_child_or_at_an_unknown_age_for_selling_sex(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, _, approval) = await Begin(workplace);

        var child = await record.Review(Roadside.Officer, await record.Encounter(Roadside.Officer, Roadside.Aged(Answer.Yes)), Roadside.Asking("40A", "warrant"));
        var unknown = await record.Review(Roadside.Officer, await record.Encounter(Roadside.Officer, Roadside.Aged(Answer.Unknown)), Roadside.Asking("40A", "warrant"));
        var covered = await record.Review(Roadside.Officer, await record.Encounter(Roadside.Officer, Roadside.Concern), Roadside.Asking("90J", "grave-offense"));

        Assert.Equal(ChargeOutcome.Immune, Assert.Single(child.Result.Charges).Outcome);
        Assert.Equal(ChargeOutcome.AskFirst, Assert.Single(unknown.Result.Charges).Outcome);
        foreach (var one in (ArrestAnswer.Reviewed[])[child, unknown, covered])
        {
            Assert.Equal((ArrestState.Reviewed, ReasonOutcome.NoException), (one.State, one.Result.Reason!.Outcome));
            Assert.IsType<ArrestAnswer.NotFound>(await approval.Approve(Cast.Supervisor, one.Id, default));
        }

        Assert.Contains((await record.Events(child.Id.Value)).Select(line => line.Detail), detail => detail.EndsWith("/Arrest/Considered/possible/under-18", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_became_known_after_an_exception_was_asked_for_needs_a_new_question(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, _, approval) = await Begin(workplace);
        var name = new MadeByClient(Guid.NewGuid());
        var encounters = new EncounterDesk(record, Roadside.Packs);
        var id = Assert.IsType<EncounterAnswer.Kept>(await encounters.Put(Roadside.Officer, name, 1, false, Roadside.Aged(Answer.No), default)).Id;
        var asked = await record.Review(Roadside.Officer, id, Roadside.Asking("40A", "warrant"));
        Assert.Equal(ArrestState.AwaitsApproval, asked.State);

        // The girl now says that she is sixteen; and, by a second phone at once, also in conflict.
        Assert.IsType<EncounterAnswer.Conflict>(await encounters.Put(Roadside.Officer, name, 1, false, Roadside.Aged(Answer.Yes), default));
        Assert.IsType<ArrestAnswer.Changed>(await approval.Approve(Cast.Supervisor, asked.Id, default));
        Assert.IsType<EncounterAnswer.Kept>(await encounters.Put(Roadside.Officer, name, 2, true, Roadside.Aged(Answer.Yes), default));
        Assert.IsType<ArrestAnswer.Changed>(await approval.Approve(Cast.Supervisor, asked.Id, default));

        Assert.Equal(ReasonOutcome.NoException, (await record.Review(Roadside.Officer, id, Roadside.Asking("40A", "warrant"))).Result.Reason!.Outcome);
        Assert.Equal(ArrestState.Declined, Done(await approval.Decline(Cast.Supervisor, asked.Id, default)));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Whoever_protects_life_is_not_stopped_and_a_second_person_looks_at_it_afterwards(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk, approval) = await Begin(workplace);
        var life = await record.Review(Roadside.Officer, await record.Encounter(Roadside.Officer, Roadside.Concern), Roadside.Asking("90J", stage: ArrestStage.ActedToProtectLife));
        var own = await record.Review(Cast.Supervisor, await record.Encounter(Cast.Supervisor, Roadside.Concern), Roadside.Asking("90J", stage: ArrestStage.ActedToProtectLife));

        Assert.Equal(ArrestState.AwaitsLook, life.State);
        Assert.IsType<ArrestAnswer.NotInThisState>(await desk.End(Roadside.Officer, life.Id, ArrestEnd.Made, default));
        Assert.IsType<ArrestAnswer.NeedsAnotherPerson>(await approval.LookAt(Cast.Supervisor, own.Id, AfterFinding.FollowsPolicy, default));
        Assert.Equal(ArrestState.LookedAt, Done(await approval.LookAt(Cast.Supervisor, life.Id, AfterFinding.FollowsPolicy, default)));
        Assert.IsType<ArrestAnswer.NotInThisState>(await approval.LookAt(Second, life.Id, AfterFinding.AgainstPolicy, default));

        Assert.Equal(["arrest.reviewed", "arrest.life-protected", "arrest.looked-at"], (await record.Events(life.Id.Value)).Select(line => line.Kind));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_arrest_against_the_policy_is_recorded_and_goes_to_a_supervisor(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk, approval) = await Begin(workplace);
        var encounter = await record.Encounter(Roadside.Officer, Roadside.Concern);
        var against = await record.Review(Roadside.Officer, encounter, Roadside.Asking("90J", "no-shelter"));
        var none = await record.Review(Roadside.Officer, encounter, Roadside.Asking("90J"));
        Assert.Empty(await approval.Waiting(Cast.Supervisor, default));

        Assert.IsType<ArrestAnswer.NotFound>(await desk.End(Roadside.Another(PoliceRole.Officer), against.Id, ArrestEnd.Made, default));
        Assert.Equal(ArrestState.AwaitsLook, Done(await desk.End(Roadside.Officer, against.Id, ArrestEnd.Made, default)));
        Assert.Equal(ArrestState.Reviewed, Done(await desk.End(Roadside.Officer, none.Id, ArrestEnd.NoneMade, default)));
        Assert.IsType<ArrestAnswer.NotInThisState>(await desk.End(Roadside.Officer, none.Id, ArrestEnd.Made, default));

        Assert.Equal(against.Id, Assert.Single(await approval.Waiting(Cast.Supervisor, default)).Id);
        Assert.Equal("Arrest/Considered/possible/age-unknown/no-shelter/against/90J", (await record.Events(against.Id.Value))[^1].Detail);
        Assert.Equal("arrest.not-made", (await record.Events(none.Id.Value))[^1].Kind);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_arrest_made_before_anybody_screened_is_flagged_and_counsel_gets_the_facts(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk, approval) = await Begin(workplace);
        var incident = await record.Incident("2031-1");

        var flagged = Assert.IsType<ArrestAnswer.Reviewed>(await desk.Begin(Cast.Investigator, incident, new ArrestQuestion { Name = new(Guid.NewGuid()), Stage = ArrestStage.MadeBeforeScreening }, default));
        var charged = Assert.IsType<ArrestAnswer.Reviewed>(await desk.Begin(Cast.Investigator, incident, new ArrestQuestion { Name = new(Guid.NewGuid()), Stage = ArrestStage.ChargedBeforeScreening }, default));
        var considered = Assert.IsType<ArrestAnswer.Reviewed>(await desk.Begin(Cast.Investigator, incident, new ArrestQuestion { Name = new(Guid.NewGuid()) }, default));

        Assert.Equal((ArrestState.AwaitsRelief, "90J"), (flagged.State, Assert.Single(flagged.Result.Charges).Charge));
        var packet = Assert.IsType<PacketAnswer.Made>(await desk.Packet(Cast.Supervisor, flagged.Id, default)).Packet;
        Assert.Equal(ReliefKind.Release, packet.Kind);
        Assert.Contains(packet.Findings, quoted => quoted.Sentence.Contains("passport", StringComparison.Ordinal));
        Assert.Equal(ReliefKind.Vacatur, Assert.IsType<PacketAnswer.Made>(await desk.Packet(Cast.Investigator, charged.Id, default)).Packet.Kind);
        Assert.IsType<PacketAnswer.NotFound>(await desk.Packet(Cast.Investigator, considered.Id, default));
        foreach (var stranger in (PoliceAccess[])[Roadside.Officer, Cast.At(Cast.Lakeside, PoliceRole.Supervisor), Roadside.Another(PoliceRole.Investigator)])
            Assert.IsType<PacketAnswer.NotFound>(await desk.Packet(stranger, flagged.Id, default));
        var exported = Assert.Single(await record.Events(flagged.Id.Value), line => line.Kind == "arrest.packet-exported");
        Assert.Equal((Cast.Supervisor.Account, "Casework"), (exported.Account, exported.Purpose));

        Assert.Equal(ArrestState.Relieved, Done(await approval.Relieve(Cast.Supervisor, flagged.Id, default)));
        Assert.Equal(charged.Id, Assert.Single(await approval.Waiting(Cast.Supervisor, default)).Id);
        Assert.Empty((await RecordCheck.Of(Steward.Of(record), default)).Problems);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_arrest_of_somebody_of_whom_nothing_is_known_is_not_flagged_and_no_packet_is_made(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk, approval) = await Begin(workplace);
        var incident = await record.Incident("2031-1", "A bicycle was found in the street (invented).");

        var reviewed = Assert.IsType<ArrestAnswer.Reviewed>(await desk.Begin(Cast.Investigator, incident, new ArrestQuestion { Name = new(Guid.NewGuid()), Stage = ArrestStage.MadeBeforeScreening }, default));

        Assert.Equal(ArrestState.Reviewed, reviewed.State);
        Assert.Empty(await approval.Waiting(Cast.Supervisor, default));
        Assert.IsType<PacketAnswer.NotFound>(await desk.Packet(Cast.Investigator, reviewed.Id, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_officer_gets_no_review_from_an_incident_and_nobody_one_from_another_agency_s(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk, _) = await Begin(workplace);
        var incident = await record.Incident("2031-1");

        foreach (var stranger in (PoliceAccess[])[Roadside.Officer, Roadside.Advocate, Cast.At(Cast.Riverton, PoliceRole.Analyst), Cast.At(Cast.Lakeside, PoliceRole.Investigator)])
            Assert.IsType<ArrestAnswer.NotFound>(await desk.Begin(stranger, incident, new ArrestQuestion { Name = new(Guid.NewGuid()) }, default));
        var encounter = await record.Encounter(Roadside.Officer, Roadside.Concern);
        var review = await record.Review(Roadside.Officer, encounter, Roadside.Asking("90J"));
        foreach (var stranger in (PoliceAccess[])[Roadside.Another(PoliceRole.Officer), Cast.Supervisor, Cast.At(Cast.Lakeside, PoliceRole.Supervisor)])
            Assert.Null(await desk.Open(stranger, review.Id, default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Zelda Invented")]
    public async Task A_charge_that_nothing_knows_and_a_reason_on_no_list_are_not_kept(string charge)
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var (record, desk, _) = await Begin(workplace);
        var encounter = await record.Encounter(Roadside.Officer, Roadside.Concern);

        var refused = Assert.IsType<ArrestAnswer.Refused>(await desk.Begin(Roadside.Officer, encounter, Roadside.Asking(charge), default));
        Assert.DoesNotContain("Zelda", refused.Because, StringComparison.Ordinal);
        Assert.IsType<ArrestAnswer.Refused>(await desk.Begin(Roadside.Officer, encounter, new ArrestQuestion { Name = new(Guid.NewGuid()) }, default));
        Assert.Empty(await desk.Own(Roadside.Officer, default));

        var words = await record.Review(Roadside.Officer, encounter, Roadside.Asking("90J", "because Zelda is a nuisance"));
        Assert.Equal(ReasonOutcome.NotListed, words.Result.Reason!.Outcome);
        await using var rows = record.Enter(Roadside.Officer);
        Assert.Null((await rows.ArrestReviews.SingleAsync()).Reason);
        Assert.DoesNotContain("Zelda", words.Result.Reason.Because, StringComparison.Ordinal);
    }

    private static async Task<(RecordStore<PoliceContext> Record, ArrestReviewDesk Desk, ArrestApprovalDesk Approval)> Begin(Workplace workplace)
    {
        var record = await Cast.NewPoliceRecord(workplace);
        return (record, new ArrestReviewDesk(record, Roadside.Packs), new ArrestApprovalDesk(record, Roadside.Packs));
    }

    private static ArrestState Done(ArrestAnswer answer) => Assert.IsType<ArrestAnswer.Done>(answer).State;
}
