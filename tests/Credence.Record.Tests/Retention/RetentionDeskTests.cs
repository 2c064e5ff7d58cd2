using Credence.Care.Access;
using Credence.Police.Access;
using Credence.Police.Encounters;
using Credence.Police.Incidents;
using Credence.Police.Retention;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Backups;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Retention;
using Credence.Record.Storage;
using Credence.Record.Tests.Encounters;

namespace Credence.Record.Tests.Retention;

public class RetentionDeskTests
{
    private static readonly PoliceAccess Administrator = Cast.At(Cast.Riverton, PoliceRole.Administrator, PurposeKind.Maintenance);

    /// <summary>A clock that a test turns.</summary>
    private sealed class TurnedClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_two_persons_agree_on_is_done_and_nothing_else(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk, ids) = await Begin(workplace);

        var proposal = Done(await desk.ProposeErasing(Administrator, Steps(ids[..2]), default));
        Assert.Equal(ContentState.Kept, await Stories.State(record, ids[0]));
        Assert.IsType<RetentionAnswer.NotInThisState>(await desk.Carry(Administrator, proposal, null, default));
        Assert.Equal(ids[..2].Select(id => id.Value), (await desk.Show(Cast.Supervisor, proposal, default))!.Value.Steps.Select(step => step.Subject));
        Done(await desk.Approve(Cast.Supervisor, proposal, default));
        Done(await desk.Carry(Administrator, proposal, null, default));

        Assert.Equal([ContentState.Erased, ContentState.Erased, ContentState.Kept], [await Stories.State(record, ids[0]), await Stories.State(record, ids[1]), await Stories.State(record, ids[2])]);
        Assert.Null(await Stories.Read(record, ids[0]));
        Assert.Equal(Stories.Findings, await Stories.Read(record, ids[2]));
        Assert.IsType<RetentionAnswer.NotInThisState>(await desk.Carry(Administrator, proposal, null, default));
        Assert.Equal(
            ["proposal.made", "proposal.approved", "content.erasing", "content.erasing", "content.erased", "content.erased", "proposal.step-done", "proposal.step-done", "proposal.done"],
            (await Stories.Kinds(record))[^9..]);
        Assert.Empty((await RecordCheck.Of(Steward.Of(record), default)).Problems);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Nobody_approves_an_own_proposal_or_one_of_another_agency_or_one_that_is_old(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var clock = new TurnedClock();
        var (_, desk, ids) = await Begin(workplace, clock);
        var proposal = Done(await desk.ProposeErasing(Cast.Supervisor, Steps(ids[..1]), default));

        Assert.IsType<RetentionAnswer.NeedsAnotherPerson>(await desk.Approve(Cast.Supervisor, proposal, default));
        Assert.IsType<RetentionAnswer.NotFound>(await desk.Approve(Cast.At(Cast.Lakeside, PoliceRole.Supervisor), proposal, default));
        Assert.IsType<RetentionAnswer.NotFound>(await desk.Approve(Administrator, proposal, default));
        Assert.IsType<RetentionAnswer.NotFound>(await desk.Approve(Cast.Investigator, proposal, default));
        Assert.IsType<RetentionAnswer.NotFound>(await desk.ProposeErasing(Cast.At(Cast.Lakeside, PoliceRole.Supervisor), Steps(ids[..1]), default));
        Assert.IsType<RetentionAnswer.NotFound>(await desk.ProposeErasing(Cast.Investigator, Steps(ids[..1]), default));
        Assert.IsType<RetentionAnswer.Empty>(await desk.ProposeErasing(Administrator, [], default));
        clock.Ahead = TimeSpan.FromDays(31);
        Assert.IsType<RetentionAnswer.Expired>(await desk.Approve(Second, proposal, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Under_a_legal_hold_nothing_is_erased_until_two_persons_lift_it(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk, ids) = await Begin(workplace);
        var proposal = Done(await desk.ProposeErasing(Administrator, Steps(ids[..2]), default));
        Done(await desk.Approve(Cast.Supervisor, proposal, default));
        // After the approval, before it is carried out.
        var hold = Done(await desk.Hold(Cast.Investigator, ids[1], HoldReason.CriminalCase, default));

        Done(await desk.Carry(Administrator, proposal, null, default));

        Assert.Equal(ContentState.Erased, await Stories.State(record, ids[0]));
        Assert.Equal(ContentState.Kept, await Stories.State(record, ids[1]));
        Assert.Equal(Stories.Findings, await Stories.Read(record, ids[1]));
        Assert.Equal([StepState.Done, StepState.Held], (await desk.Show(Cast.Supervisor, proposal, default))!.Value.Steps.Select(step => step.State));
        Assert.Equal(ids[1].Value, Assert.Single(Assert.IsType<RetentionAnswer.Held>(await desk.ProposeErasing(Administrator, Steps(ids[1..]), default)).Subjects));
        Assert.IsType<RetentionAnswer.TooLate>(await desk.Hold(Cast.Investigator, ids[0], HoldReason.CourtOrder, default));
        Assert.IsType<RetentionAnswer.NotFound>(await desk.Hold(Cast.At(Cast.Lakeside, PoliceRole.Investigator), ids[2], HoldReason.CourtOrder, default));
        Assert.IsType<RetentionAnswer.NotFound>(await desk.Hold(Administrator, ids[2], HoldReason.CourtOrder, default));

        var lifting = Done(await desk.ProposeLifting(Cast.Supervisor, hold, default));
        Assert.Equal(lifting, Assert.IsType<RetentionAnswer.Waits>(await desk.ProposeLifting(Second, hold, default)).Proposal);
        Assert.IsType<RetentionAnswer.NeedsAnotherPerson>(await desk.Approve(Cast.Supervisor, lifting, default));
        Assert.Single(await desk.Holds(Cast.Investigator, default));
        Done(await desk.Approve(Second, lifting, default));
        Done(await desk.Carry(Cast.Supervisor, lifting, null, default));
        Assert.Empty(await desk.Holds(Cast.Investigator, default));
        Done(await desk.ProposeErasing(Administrator, Steps(ids[1..2]), default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_hold_on_an_incident_holds_the_encounters_that_belong_to_it(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk, ids) = await Begin(workplace);
        var (tied, alone) = (await record.Encounter(Roadside.Officer, Roadside.Concern), await record.Encounter(Roadside.Officer, Roadside.Quiet));
        Assert.IsType<EncounterAnswer.Tied>(await new EncounterDesk(record, Roadside.Packs).Tie(Roadside.Officer, tied, "2031-000000", default));
        var steps = new List<ErasureStep> { new(tied.Value, "Its time is over.", "invented@1/rule"), new(alone.Value, "Its time is over.", "invented@1/rule") };
        var proposal = Done(await desk.ProposeErasing(Administrator, steps, default));
        Done(await desk.Approve(Cast.Supervisor, proposal, default));
        Done(await desk.Hold(Cast.Investigator, ids[0], HoldReason.CourtOrder, default));

        var planned = new List<PlannedContent>();
        await desk.Plan(Administrator, Walk.CareWorld.Retention with { Rules = [.. Walk.CareWorld.Retention.Rules.Select(rule => rule with { Years = 0, From = Consents.RetentionStart.Created })] }, planned.Add, default);
        Assert.IsType<Consents.RetentionAct.Held>(planned.Single(one => one.Subject == tied.Value).Lines[0].Act);
        Assert.Equal(tied.Value, Assert.Single(Assert.IsType<RetentionAnswer.Held>(await desk.ProposeErasing(Administrator, steps, default)).Subjects));
        Done(await desk.Carry(Administrator, proposal, null, default));

        Assert.Equal([StepState.Held, StepState.Done], (await desk.Show(Administrator, proposal, default))!.Value.Steps.Select(step => step.State));
        var own = await new EncounterDesk(record, Roadside.Packs).Own(Roadside.Officer, default);
        Assert.Equal(ContentState.Kept, own.Single(one => one.Id == tied).Content);
        Assert.Equal(ContentState.Erased, own.Single(one => one.Id == alone).Content);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_encounter_is_held_by_those_for_whom_it_exists(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, desk, _) = await Begin(workplace);
        var (officers, own) = (await record.Encounter(Roadside.Officer, Roadside.Concern), await record.Encounter(Cast.Investigator, Roadside.Concern));

        Assert.IsType<RetentionAnswer.NotFound>(await desk.Hold(Cast.Supervisor, new IncidentId(officers.Value), HoldReason.Inquiry, default));
        Assert.IsType<RetentionAnswer.NotFound>(await desk.HoldEncounter(Roadside.Officer, officers, HoldReason.Inquiry, default));
        Assert.IsType<RetentionAnswer.NotFound>(await desk.HoldEncounter(Cast.Investigator, officers, HoldReason.Inquiry, default));
        Assert.IsType<RetentionAnswer.NotFound>(await desk.HoldEncounter(Cast.At(Cast.Lakeside, PoliceRole.Supervisor), officers, HoldReason.Inquiry, default));
        Done(await desk.HoldEncounter(Cast.Investigator, own, HoldReason.Inquiry, default));
        Done(await desk.HoldEncounter(Cast.Supervisor, officers, HoldReason.Inquiry, default));

        var steps = new[] { officers, own }.Select(one => new ErasureStep(one.Value, "Its time is over.", "invented@1/rule")).ToList();
        Assert.Equal(2, Assert.IsType<RetentionAnswer.Held>(await desk.ProposeErasing(Administrator, steps, default)).Subjects.Count);
        // Once it belongs to an incident, an investigator sees that it does.
        Assert.IsType<EncounterAnswer.Tied>(await new EncounterDesk(record, Roadside.Packs).Tie(Roadside.Officer, officers, "2031-000001", default));
        Done(await desk.HoldEncounter(Cast.Investigator, officers, HoldReason.CourtOrder, default));
    }

    [Fact]
    public async Task Steps_and_approvals_that_were_written_past_the_program_are_not_carried_out()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var (record, desk, ids) = await Begin(workplace);
        var proposal = Done(await desk.ProposeErasing(Administrator, Steps(ids[..1]), default));

        await Stories.Tamper(workplace.Place, $"""UPDATE proposals SET "State" = 1, "ApprovedBy" = '{Cast.Supervisor.Account.Value.ToString().ToUpperInvariant()}'""");
        Assert.IsType<RetentionAnswer.Altered>(await desk.Carry(Administrator, proposal, null, default));

        await Stories.Tamper(workplace.Place, $"""
            UPDATE proposals SET "State" = 0, "ApprovedBy" = NULL; UPDATE proposal_steps SET "Subject" = '{ids[2].Value.ToString().ToUpperInvariant()}'
            """);
        Assert.IsType<RetentionAnswer.Altered>(await desk.Approve(Cast.Supervisor, proposal, default));
        Assert.Equal(ContentState.Kept, await Stories.State(record, ids[2]));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_erasure_that_stopped_at_any_point_is_finished_at_the_next_opening(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, _, ids) = await Begin(workplace);
        // Stopped after the row said so, and after the key was gone.
        await Stories.Tamper(workplace.Place, """UPDATE incidents SET "Content" = 1 WHERE "Number" IN ('2031-000000', '2031-000001')""");
        await record.Vault.Keys.Erase(ids[1].Value, record.Clock.GetUtcNow(), default);

        var again = await Cast.OpenPoliceRecord(workplace);

        foreach (var id in ids[..2])
        {
            Assert.Equal(ContentState.Erased, await Stories.State(again, id));
            Assert.Null(await Stories.Read(again, id));
        }

        Assert.Equal(["content.erased", "content.erased"], (await Stories.Kinds(again))[^2..]);
        Assert.Equal(0, await Erasures.Finish(again, default));
    }

    [Fact]
    public async Task On_the_service_side_two_leads_are_needed_too()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var record = await Credence.Care.Storage.CareRecord.Open(workplace.Place, Cast.Keys(workplace), TimeProvider.System, default);
        var (harbor, person) = (new OrganizationId(Guid.NewGuid()), new PersonId(Guid.NewGuid()));
        CareAccess Lead(int number) => new(new AccountId(new Guid($"33333333-0000-0000-0000-00000000000{number}")), harbor, CareRole.ProviderLead, Purpose.Of(PurposeKind.RequestOfThePerson));
        using (var keys = await record.Vault.Make([person.Value], default))
        {
            await using var act = await record.Begin(Lead(1), default);
            act.Rows.Persons.Add(new Credence.Care.Persons.RecordedPerson
            {
                Person = person, Organization = harbor, OpenedAt = record.Clock.GetUtcNow(),
                Identity = keys[person.Value]!.Seal("Zelda"u8, Credence.Care.Persons.FaceSheet.Place(person)),
            });
            act.Note(new EventDraft(new EventKind("person.opened"), person.Value));
            await act.Save(default);
        }

        var desk = new Credence.Care.Retention.RetentionDesk(record);
        var proposal = Done(await desk.ProposeErasing(Lead(1), [new ErasureStep(person.Value, "The person asked for it.", "")], default));
        Assert.IsType<RetentionAnswer.NeedsAnotherPerson>(await desk.Approve(Lead(1), proposal, default));
        Done(await desk.Approve(Lead(2), proposal, default));
        Done(await desk.Carry(Lead(1), proposal, null, default));

        var check = await RecordCheck.Of(Steward.Of(record), default);
        Assert.Empty(check.Problems);
        Assert.Equal((0, 1), (check.Sealed, check.Erased));
        Assert.Null(await record.Vault.Find(person.Value, default));
    }

    private static PoliceAccess Second => new(new AccountId(new Guid("44444444-0000-0000-0000-000000000001")), Cast.Riverton, PoliceRole.Supervisor, Purpose.Of(PurposeKind.Casework));

    private static async Task<(RecordStore<PoliceContext> Record, RetentionDesk Desk, List<IncidentId> Ids)> Begin(Workplace workplace, TimeProvider? clock = null)
    {
        var record = await Cast.NewPoliceRecord(workplace, clock);
        return (record, new RetentionDesk(record), await Stories.Add(record, 3));
    }

    private static List<ErasureStep> Steps(IEnumerable<IncidentId> ids) => [.. ids.Select(id => new ErasureStep(id.Value, "Its time is over.", "retention-invented@1.0.0/narratives"))];

    private static Guid Done(RetentionAnswer answer) => Assert.IsType<RetentionAnswer.Done>(answer).Id;
}
