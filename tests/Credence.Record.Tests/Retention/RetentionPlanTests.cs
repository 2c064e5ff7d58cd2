using Credence.Consents;
using Credence.Police.Access;
using Credence.Police.Classification;
using Credence.Police.Incidents;
using Credence.Police.Retention;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Backups;
using Credence.Record.Keys;
using Credence.Record.Retention;
using Credence.Record.Storage;
using Credence.Record.Tests.Care;
using Credence.Record.Tests.Encounters;
using Purpose = Credence.Record.Access.Purpose;

namespace Credence.Record.Tests.Retention;

public class RetentionPlanTests
{
    private static readonly PoliceAccess Administrator = Cast.At(Cast.Riverton, PoliceRole.Administrator, PurposeKind.Maintenance);

    private static readonly RetentionSchedule Model = Walk.CareWorld.Retention;

    // Reports of Riverton live a year from when they were last changed, and findings with them.
    private static readonly RetentionSchedule OneYear = Model with
    {
        Rules =
        [
            .. Model.Rules.Where(rule => rule.Side is RecordSide.Police && rule.Kind is RecordKind.Incident or RecordKind.Screening)
                .Select(rule => rule with { Years = 1, From = RetentionStart.LastUsed, End = RetentionEnd.EraseKey }),
        ],
    };

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_plan_says_the_same_on_both_databases_and_does_nothing(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, clock, ids) = await Begin(workplace);
        await Stories.Add(record, 1, "1999");
        await new RetentionDesk(record).Hold(Cast.Supervisor, ids[1], HoldReason.CourtOrder, default);
        clock.Move(TimeSpan.FromDays(366));
        var late = (await Stories.Add(record, 1, "2032"))[0];

        var (summary, contents) = await Plan(record, Administrator, OneYear);

        Assert.Equal(
            [
                "Incident: Due, Screening: Due", "Incident: Held, Screening: Held", "Incident: Due, Screening: Due", "Incident: Due, Screening: Due", "Incident: Keep, Screening: Keep",
            ],
            contents.Select(content => string.Join(", ", content.Lines.Select(line => $"{line.Record.Kind}: {line.Act.GetType().Name}"))));
        Assert.Equal([.. ids.Select(id => id.Value), contents[3].Subject, late.Value], contents.Select(content => content.Subject));
        Assert.Equal((5, 3, 0, 2, 0, 2, 0), (summary.Contents, summary.Erasing, summary.Proposed, summary.Held, summary.GoWithOthers, summary.NotYet, summary.WithoutEnd));
        Assert.All(contents, content => Assert.Equal("retention@1.1.0/police-incident", content.Lines[0].Rule));
        foreach (var id in ids) Assert.Equal(Stories.Findings, await Stories.Read(record, id));
        Assert.Equal("retention.planned", (await Stories.Kinds(record))[^1]);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_key_that_seals_something_that_stays_is_not_erased(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, clock, _) = await Begin(workplace);
        clock.Move(TimeSpan.FromDays(6 * 366));

        var (summary, contents) = await Plan(record, Cast.Supervisor, Model);

        Assert.Equal(3, summary.GoWithOthers);
        Assert.All(contents, content => Assert.Equal(RecordKind.Incident, Assert.IsType<RetentionAct.GoesWith>(content.Lines[1].Act).With));
        Assert.IsType<RetentionAnswer.Empty>(await new RetentionDesk(record).ProposeDue(Administrator, Model, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_was_decided_on_a_report_and_signed_for_does_not_go_with_it(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var clock = new MovedClock();
        var record = await Cast.NewPoliceRecord(workplace, clock);
        var incident = await record.Incident("2031-000100");
        var short5 = Model with
        {
            Rules = [.. Model.Rules.Select(rule => rule with { Years = rule.Kind is RecordKind.Decision ? 9 : 1, From = RetentionStart.Created, End = RetentionEnd.EraseKey })],
        };
        await record.Review(Cast.Investigator, await record.Encounter(Cast.Investigator, Roadside.Quiet), Roadside.Asking("90J"));
        Assert.IsType<DeterminationAnswer.Decided>(await new DeterminationDesk(record, Roadside.Packs).DecideCharge(
            Cast.Supervisor, incident, new ChargeDecision(["us-1589"]), default));
        clock.Move(TimeSpan.FromDays(5 * 366));

        var planned = (await Plan(record, Administrator, short5)).Contents.Single(one => one.Subject == incident.Value);

        Assert.Equal([RecordKind.Incident, RecordKind.Screening, RecordKind.Decision], planned.Lines.Select(line => line.Record.Kind));
        Assert.False(planned.IsErasing);
        Assert.Equal(RecordKind.Decision, Assert.IsType<RetentionAct.GoesWith>(planned.Lines[0].Act).With);
        clock.Move(TimeSpan.FromDays(5 * 366));
        Assert.True((await Plan(record, Administrator, short5)).Contents.Single(one => one.Subject == incident.Value).IsErasing);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task By_the_schedule_that_ships_a_report_is_reviewed_75_years_after_its_last_change_and_erased_if_two_persons_say_so(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, clock, ids) = await Begin(workplace);
        var desk = new RetentionDesk(record);
        Assert.Equal([ids[0].Value], Assert.IsType<RetentionAnswer.NotForReview>(await desk.ProposeReviewed(Administrator, Model, [ids[0].Value], default)).Subjects);
        clock.Move(TimeSpan.FromDays(75 * 366));

        var (summary, contents) = await Plan(record, Administrator, Model);
        Assert.Equal((0, 3), (summary.Erasing, summary.ForAPerson));
        Assert.StartsWith("Its time ended. Counted from its last change here, because this record does not know when the case was closed.",
            Assert.IsType<RetentionAct.Due>(contents[0].Lines[0].Act).Because, StringComparison.Ordinal);
        Assert.IsType<RetentionAnswer.Empty>(await desk.ProposeDue(Administrator, Model, default));
        await desk.Hold(Cast.Investigator, ids[1], HoldReason.CivilSuit, default);
        Assert.Equal([ids[1].Value], Assert.IsType<RetentionAnswer.NotForReview>(await desk.ProposeReviewed(Administrator, Model, [ids[0].Value, ids[1].Value], default)).Subjects);
        Assert.IsType<RetentionAnswer.NotFound>(await desk.ProposeReviewed(Cast.Investigator, Model, [ids[0].Value], default));
        var made = Assert.IsType<RetentionAnswer.Done>(await desk.ProposeReviewed(Administrator, Model, [ids[0].Value], default)).Id;
        Assert.StartsWith("A person reviewed it. Its time ended.", Assert.Single((await desk.Show(Administrator, made, default))!.Value.Steps).Why, StringComparison.Ordinal);
        Assert.IsType<RetentionAnswer.Done>(await desk.Approve(Second, made, default));
        Assert.IsType<RetentionAnswer.Done>(await desk.Carry(Administrator, made, null, default));

        Assert.Equal([ContentState.Erased, ContentState.Kept, ContentState.Kept], [await Stories.State(record, ids[0]), await Stories.State(record, ids[1]), await Stories.State(record, ids[2])]);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_is_due_is_proposed_once_and_carried_out_but_for_what_is_held_meanwhile(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, clock, ids) = await Begin(workplace);
        clock.Move(TimeSpan.FromDays(366));
        var desk = new RetentionDesk(record);

        var made = Assert.IsType<RetentionAnswer.Proposed>(await desk.ProposeDue(Cast.Supervisor, OneYear, default));
        Assert.Equal((3, 0L), (made.Steps, made.Left));
        Assert.IsType<RetentionAnswer.Empty>(await desk.ProposeDue(Administrator, OneYear, default));
        Assert.Equal(3, (await Plan(record, Administrator, OneYear)).Summary.Proposed);
        Assert.Equal(made.Id, Assert.Single(await desk.Open(Administrator, default)).Id);
        Assert.IsType<RetentionAnswer.NeedsAnotherPerson>(await desk.Approve(Cast.Supervisor, made.Id, default));
        Assert.IsType<RetentionAnswer.NotFound>(await desk.Approve(Administrator, made.Id, default));
        Assert.IsType<RetentionAnswer.Done>(await desk.Approve(Second, made.Id, default));
        Assert.IsType<RetentionAnswer.Done>(await desk.Hold(Cast.Investigator, ids[2], HoldReason.CivilSuit, default));
        var heard = new List<(int, int)>();
        Assert.IsType<RetentionAnswer.Done>(await desk.Carry(Administrator, made.Id, (over, all) => heard.Add((over, all)), default));

        Assert.Equal([(3, 3)], heard);
        Assert.Equal([StepState.Done, StepState.Done, StepState.Held], (await desk.Show(Administrator, made.Id, default))!.Value.Steps.Select(step => step.State));
        Assert.Equal([ContentState.Erased, ContentState.Erased, ContentState.Kept], [await Stories.State(record, ids[0]), await Stories.State(record, ids[1]), await Stories.State(record, ids[2])]);
        Assert.Empty((await RecordCheck.Of(Steward.Of(record), default)).Problems);
    }

    [Fact]
    public async Task A_carrying_that_is_stopped_or_withdrawn_in_the_middle_goes_on_or_ends_there()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var clock = new MovedClock();
        var record = await Cast.NewPoliceRecord(workplace, clock);
        await Stories.Add(record, 250);
        clock.Move(TimeSpan.FromDays(366));
        var desk = new RetentionDesk(record);
        var made = Assert.IsType<RetentionAnswer.Proposed>(await desk.ProposeDue(Administrator, OneYear, default));
        await desk.Approve(Cast.Supervisor, made.Id, default);

        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.Carry(Administrator, made.Id, (_, _) => stop.Cancel(), stop.Token));
        Assert.Equal(100, await Erased(record));
        Assert.IsType<RetentionAnswer.NotInThisState>(await desk.Carry(
            Administrator, made.Id, (_, _) => Assert.IsType<RetentionAnswer.Done>(desk.Withdraw(Administrator, made.Id, default).GetAwaiter().GetResult()), default));
        Assert.Equal(200, await Erased(record));
        Assert.Empty((await RecordCheck.Of(Steward.Of(record), default)).Problems);
    }

    private static PoliceAccess Second => new(new AccountId(new Guid("44444444-0000-0000-0000-000000000001")), Cast.Riverton, PoliceRole.Supervisor, Purpose.Of(PurposeKind.Casework));

    private static async Task<(RecordStore<PoliceContext> Record, MovedClock Clock, List<IncidentId> Ids)> Begin(Workplace workplace)
    {
        var clock = new MovedClock();
        var record = await Cast.NewPoliceRecord(workplace, clock);
        return (record, clock, await Stories.Add(record, 3));
    }

    private static async Task<(RetentionSummary Summary, List<PlannedContent> Contents)> Plan(RecordStore<PoliceContext> record, PoliceAccess access, RetentionSchedule schedule)
    {
        var contents = new List<PlannedContent>();
        return ((await new RetentionDesk(record).Plan(access, schedule, contents.Add, default))!, contents);
    }

    private static async Task<long> Erased(RecordStore<PoliceContext> record) => (await RecordCheck.Of(Steward.Of(record), default)).Erased;
}
