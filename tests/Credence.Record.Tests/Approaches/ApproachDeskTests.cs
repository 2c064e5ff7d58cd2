using Credence.Police.Access;
using Credence.Police.Approaches;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Backups;
using Credence.Record.Storage;
using Credence.Record.Tests.Encounters;

namespace Credence.Record.Tests.Approaches;

public class ApproachDeskTests
{
    private static readonly PoliceAccess Second = Roadside.Another(PoliceRole.Supervisor);

    private sealed class TurnedClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Without_an_advocate_and_a_supervisor_nobody_is_contacted(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, clock, incident) = await Begin(workplace);
        var (desk, sheets) = (new ApproachDesk(record), new ApproachSheetDesk(record));
        async Task<bool> May() => await desk.MayContact(Cast.Investigator, incident, default) is ContactAnswer.Allowed;

        Assert.False(await May());
        var id = Done(await desk.Ask(Cast.Investigator, incident, Roadside.Plan, Assert.Single(await desk.Advocates(Cast.Investigator, default)).Account, default));
        Assert.False(await May());
        Assert.IsType<ApproachAnswer.NotInThisState>(await desk.Decide(Cast.Supervisor, id, true, clock.GetUtcNow().AddDays(7), default));
        Done(await sheets.Answer(Roadside.Advocate, id, Roadside.Agreement, default));
        Assert.False(await May());
        Done(await desk.Decide(Cast.Supervisor, id, true, clock.GetUtcNow().AddDays(7), default));

        var reopened = new ApproachDesk(await Cast.OpenPoliceRecord(workplace, clock));
        var allowed = Assert.IsType<ContactAnswer.Allowed>(await reopened.MayContact(Cast.Investigator, incident, default));
        Assert.Equal((ApproachWay.AdvocateAsksFirst, ApproachBy.AdvocateAlone), (allowed.Way, allowed.By));
        Assert.Equal([ApproachCondition.SafeContact, ApproachCondition.HelpReady], allowed.Conditions);
        clock.Ahead = TimeSpan.FromDays(7);
        Assert.False(await May());
        Assert.Empty((await RecordCheck.Of(Steward.Of(record), default)).Problems);
        Assert.Equal(["approach.asked", "approach.agreed", "approach.allowed", "approach.opened"], (await record.Events(incident.Value)).Select(line => line.Kind).Where(one => one.StartsWith("approach.", StringComparison.Ordinal)));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Who_asks_who_agrees_and_who_allows_are_three_persons_whatever_their_roles_become(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, clock, incident) = await Begin(workplace);
        var (desk, sheets) = (new ApproachDesk(record), new ApproachSheetDesk(record));
        PoliceAccess As(PoliceAccess who, PoliceRole role) => new(who.Account, who.Organization, role, who.Purpose);
        var id = Done(await desk.Ask(Cast.Supervisor, incident, Roadside.Plan, Roadside.Advocate.Account, default));

        foreach (var stranger in (PoliceAccess[])[Cast.Supervisor, As(Cast.Supervisor, PoliceRole.Advocate), Roadside.Another(PoliceRole.Advocate), Cast.At(Cast.Lakeside, PoliceRole.Advocate)])
            Assert.IsType<ApproachAnswer.NotFound>(await sheets.Answer(stranger, id, Roadside.Agreement, default));
        Done(await sheets.Answer(Roadside.Advocate, id, Roadside.Agreement, default));
        Assert.IsType<ApproachAnswer.NeedsAnotherPerson>(await desk.Decide(Cast.Supervisor, id, true, clock.GetUtcNow().AddDays(7), default));
        Assert.IsType<ApproachAnswer.NeedsAnotherPerson>(await desk.Decide(As(Roadside.Advocate, PoliceRole.Supervisor), id, true, clock.GetUtcNow().AddDays(7), default));
        Assert.IsType<ApproachAnswer.NotFound>(await desk.Decide(Cast.Investigator, id, true, clock.GetUtcNow().AddDays(7), default));
        Assert.IsType<ApproachAnswer.NotFound>(await desk.Decide(Cast.At(Cast.Lakeside, PoliceRole.Supervisor), id, true, clock.GetUtcNow().AddDays(7), default));
        Assert.IsType<ApproachAnswer.Refused>(await desk.Decide(Second, id, true, clock.GetUtcNow().AddDays(61), default));
        Assert.IsType<ApproachAnswer.Refused>(await desk.Decide(Second, id, true, clock.GetUtcNow(), default));
        Done(await desk.Decide(Second, id, true, clock.GetUtcNow().AddDays(7), default));
        Assert.IsType<ContactAnswer.NotFound>(await desk.MayContact(Cast.At(Cast.Lakeside, PoliceRole.Supervisor), incident, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_advocate_sees_what_was_put_before_her_and_no_case(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, _, incident) = await Begin(workplace);
        Done(await new ApproachDesk(record).Ask(Cast.Investigator, incident, Roadside.Plan, Roadside.Advocate.Account, default));
        var sheets = new ApproachSheetDesk(record);

        Assert.Equal(Roadside.Plan.Sheet, Assert.Single(await sheets.Mine(Roadside.Advocate, default)).Sheet);
        foreach (var stranger in (PoliceAccess[])[Roadside.Another(PoliceRole.Advocate), Cast.At(Cast.Lakeside, PoliceRole.Advocate), Cast.Supervisor, Roadside.Auditor])
            Assert.Empty(await sheets.Mine(stranger, default));
        await using var rows = record.Enter(Roadside.Advocate);
        Assert.Empty(rows.Incidents);
        Assert.Empty(rows.Approaches);
        Assert.Empty(rows.Encounters);
        Assert.Null(await new IncidentDesk(record).Open(Roadside.Advocate, incident, default));
        var read = Assert.Single(await record.Events(incident.Value), line => line.Kind == "approach.read");
        Assert.Equal((Roadside.Advocate.Account, "Help"), (read.Account, read.Purpose));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_no_holds_and_nobody_is_asked_one_after_the_other(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, clock, incident) = await Begin(workplace);
        var (desk, sheets) = (new ApproachDesk(record), new ApproachSheetDesk(record));
        var id = Done(await desk.Ask(Cast.Investigator, incident, Roadside.Plan, Roadside.Advocate.Account, default));
        Assert.IsType<ApproachAnswer.Refused>(await desk.Ask(Cast.Supervisor, incident, Roadside.Plan, Roadside.Advocate.Account, default));

        Done(await sheets.Answer(Roadside.Advocate, id, Roadside.Agreement with { Agrees = false }, default));

        Assert.IsType<ApproachAnswer.NotInThisState>(await sheets.Answer(Roadside.Advocate, id, Roadside.Agreement, default));
        Assert.IsType<ApproachAnswer.NotInThisState>(await desk.Decide(Cast.Supervisor, id, true, clock.GetUtcNow().AddDays(7), default));
        Assert.IsType<ApproachAnswer.Refused>(await desk.Ask(Cast.Investigator, incident, Roadside.Plan, Roadside.Advocate.Account, default));
        Assert.Equal(ApproachState.NotAllowed, Assert.Single(await desk.Of(Cast.Investigator, incident, default)).State);
        clock.Ahead = ApproachDesk.RestAfterNo + TimeSpan.FromDays(1);
        Done(await desk.Ask(Cast.Investigator, incident, Roadside.Plan, Roadside.Advocate.Account, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task One_of_them_alone_takes_it_back_and_one_allowance_is_for_one_approach(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, clock, incident) = await Begin(workplace);
        var (desk, sheets) = (new ApproachDesk(record), new ApproachSheetDesk(record));
        async Task<ApproachId> Allow()
        {
            var id = Done(await desk.Ask(Cast.Investigator, incident, Roadside.Plan, Roadside.Advocate.Account, default));
            Done(await sheets.Answer(Roadside.Advocate, id, Roadside.Agreement, default));
            Done(await desk.Decide(Cast.Supervisor, id, true, clock.GetUtcNow().AddDays(7), default));
            Assert.IsType<ContactAnswer.Allowed>(await desk.MayContact(Cast.Investigator, incident, default));
            return id;
        }

        Done(await sheets.Withdraw(Roadside.Advocate, await Allow(), default));
        Assert.IsType<ContactAnswer.NoContact>(await desk.MayContact(Cast.Investigator, incident, default));
        Done(await desk.TakeBack(Second, await Allow(), default));
        Assert.IsType<ContactAnswer.NoContact>(await desk.MayContact(Cast.Investigator, incident, default));
        var made = await Allow();
        Done(await desk.Report(Cast.Investigator, made, ApproachOutcome.WantsNoContact, default));
        Assert.IsType<ContactAnswer.NoContact>(await desk.MayContact(Cast.Investigator, incident, default));
        Assert.IsType<ApproachAnswer.NotInThisState>(await desk.Report(Cast.Investigator, made, ApproachOutcome.WantsToTalk, default));
        Assert.IsType<ApproachAnswer.NotInThisState>(await sheets.Withdraw(Roadside.Advocate, made, default));
        Assert.IsType<ApproachAnswer.Refused>(await desk.Ask(Cast.Investigator, incident, Roadside.Plan, Roadside.Advocate.Account, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Whoever_decides_sees_the_sheet_the_answer_and_what_waits_and_that_it_was_opened_is_written_down(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var (record, clock, incident) = await Begin(workplace);
        var (desk, sheets) = (new ApproachDesk(record), new ApproachSheetDesk(record));
        var id = Done(await desk.Ask(Cast.Investigator, incident, Roadside.Plan, Roadside.Advocate.Account, default));

        var before = await desk.Open(Cast.Supervisor, id, default);
        Assert.Equal((Roadside.Plan.Sheet, null, "2031-1"), (before!.Sheet, before.Answer, before.Line.Number));
        Done(await sheets.Answer(Roadside.Advocate, id, Roadside.Agreement, default));
        Assert.Equal(Roadside.Agreement.For, (await desk.Open(Cast.Supervisor, id, default))!.Answer!.For);
        Assert.Equal(ApproachState.AwaitsSupervisor, Assert.Single(await desk.Standing(Cast.Supervisor, default)).State);
        foreach (var stranger in (PoliceAccess[])[Roadside.Officer, Roadside.Advocate, Roadside.Auditor, Cast.At(Cast.Lakeside, PoliceRole.Supervisor)])
        {
            Assert.Null(await desk.Open(stranger, id, default));
            Assert.Empty(await desk.Standing(stranger, default));
        }

        Done(await desk.Decide(Cast.Supervisor, id, true, clock.GetUtcNow().AddDays(7), default));
        Assert.Single(await desk.Standing(Cast.Investigator, default));
        clock.Ahead = TimeSpan.FromDays(8);
        Assert.Empty(await desk.Standing(Cast.Investigator, default));
        Assert.Equal(2, (await record.Events(incident.Value)).Count(line => line.Kind == "approach.opened" && line.Account == Cast.Supervisor.Account));
    }

    [Fact]
    public async Task An_answer_that_was_written_past_the_program_lets_nobody_be_contacted()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var (record, clock, incident) = await Begin(workplace);
        var desk = new ApproachDesk(record);
        Done(await desk.Ask(Cast.Investigator, incident, Roadside.Plan, Roadside.Advocate.Account, default));

        await Stories.Tamper(workplace.Place, $"""UPDATE approaches SET "State" = 2, "ExpiresAt" = {Microseconds.Of(clock.GetUtcNow().AddDays(7))}, "Answer" = "Sheet" """);

        Assert.IsType<ContactAnswer.NoContact>(await desk.MayContact(Cast.Investigator, incident, default));
    }

    [Fact]
    public async Task A_way_that_is_on_no_list_an_empty_sheet_and_somebody_who_is_no_advocate_are_refused()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var (record, _, incident) = await Begin(workplace);
        var desk = new ApproachDesk(record);

        foreach (var plan in (ApproachPlan[])[Roadside.Plan with { Way = (ApproachWay)9 }, Roadside.Plan with { By = (ApproachBy)9 }, Roadside.Plan with { Sheet = " " }, Roadside.Plan with { Sheet = new string('x', 4001) }])
            Assert.IsType<ApproachAnswer.Refused>(await desk.Ask(Cast.Investigator, incident, plan, Roadside.Advocate.Account, default));
        foreach (var account in (AccountId[])[Cast.Supervisor.Account, Cast.At(Cast.Lakeside, PoliceRole.Advocate).Account, new AccountId(Guid.NewGuid())])
            Assert.IsType<ApproachAnswer.Refused>(await desk.Ask(Cast.Investigator, incident, Roadside.Plan, account, default));
        var id = Done(await desk.Ask(Cast.Investigator, incident, Roadside.Plan, Roadside.Advocate.Account, default));
        Assert.IsType<ApproachAnswer.Refused>(await new ApproachSheetDesk(record).Answer(Roadside.Advocate, id, Roadside.Agreement with { For = " " }, default));
    }

    private static async Task<(RecordStore<PoliceContext> Record, TurnedClock Clock, IncidentId Incident)> Begin(Workplace workplace)
    {
        var clock = new TurnedClock();
        var record = await Cast.NewPoliceRecord(workplace, clock);
        return (record, clock, await record.Incident("2031-1"));
    }

    private static ApproachId Done(ApproachAnswer answer) => Assert.IsType<ApproachAnswer.Done>(answer).Id;
}
