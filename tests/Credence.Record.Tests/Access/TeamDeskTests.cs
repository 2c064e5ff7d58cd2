using Credence.Care.Access;
using Credence.Care.Events;
using Credence.Record.Access;
using Credence.Record.Tests.Care;

namespace Credence.Record.Tests.Access;

public class TeamDeskTests
{
    private static readonly CareAccess One = CareCast.At(CareCast.Harbor, CareRole.Administrator);
    private static readonly CareAccess Two = CareCast.At(CareCast.Harbor, CareRole.Administrator, 2);

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_account_opens_when_a_second_person_confirms_it(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var (desk, door) = (new TeamDesk(record), new CareDoor(record));

        var proposal = Waits(await desk.Open(One, "4711", CareRole.Advocate, default));
        var account = Assert.Single(await desk.Waiting(CareCast.Lead, default)).Account;
        Assert.IsType<TeamAnswer.Refused>(await desk.Confirm(One, proposal, default));
        Assert.IsType<TeamAnswer.NotFound>(await desk.Confirm(CareCast.At(CareCast.Meadow, CareRole.Administrator), proposal, default));
        Assert.IsType<TeamAnswer.NotFound>(await desk.Confirm(CareCast.Advocate, proposal, default));
        Assert.Null(await door.Enter(account, One.Purpose, default));
        Assert.IsType<TeamAnswer.Done>(await desk.Confirm(CareCast.Lead, proposal, default));
        Assert.IsType<TeamAnswer.NotFound>(await desk.Confirm(Two, proposal, default));

        Assert.Equal(CareRole.Advocate, (await door.Enter(account, One.Purpose, default))!.Role);
        Assert.Empty(await desk.Waiting(One, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_administrator_alone_cannot_come_to_see_cases(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var (desk, door) = (new TeamDesk(record), new CareDoor(record));

        var own = Waits(await desk.ChangeRole(One, One.Account, CareRole.Advocate, default));
        var helper = Waits(await desk.Open(One, "helper", CareRole.Administrator, default));
        var toOne = Waits(await desk.ChangeRole(Two, One.Account, CareRole.Advocate, default));

        foreach (var proposal in (Guid[])[own, helper, toOne]) Assert.IsType<TeamAnswer.Refused>(await desk.Confirm(One, proposal, default));
        Assert.Equal(CareRole.Administrator, (await door.Enter(One.Account, One.Purpose, default))!.Role);
        Assert.Equal(5, (await desk.Accounts(One, default)).Count);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task What_a_closed_account_had_proposed_is_not_confirmed(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var desk = new TeamDesk(await CareCast.NewCareRecord(workplace));
        var proposal = Waits(await desk.Open(Two, "4711", CareRole.Administrator, default));
        Assert.IsType<TeamAnswer.Done>(await desk.Close(One, Two.Account, default));

        Assert.IsType<TeamAnswer.Refused>(await desk.Confirm(CareCast.Lead, proposal, default));

        Assert.DoesNotContain(await desk.Accounts(One, default), account => account.Handle == "4711");
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_last_administrator_stays_whoever_closes_at_the_same_time(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        var desk = new TeamDesk(record);

        var answers = await Task.WhenAll(
            Task.Run(() => desk.Close(One, Two.Account, default)), Task.Run(() => desk.Close(Two, One.Account, default)));

        Assert.Single(answers, answer => answer is TeamAnswer.Done);
        Assert.Single(answers, answer => answer is TeamAnswer.Refused);
        Assert.Single(await desk.Accounts(One, default), account => account is { Role: "Administrator", ClosedAt: null });
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_change_that_was_proposed_before_cannot_take_the_last_administrator_either(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var desk = new TeamDesk(await CareCast.NewCareRecord(workplace));
        var proposal = Waits(await desk.ChangeRole(One, One.Account, CareRole.ProviderWorker, default));
        Assert.IsType<TeamAnswer.Done>(await desk.Close(One, Two.Account, default));

        Assert.IsType<TeamAnswer.Refused>(await desk.Confirm(CareCast.Lead, proposal, default));
        Assert.IsType<TeamAnswer.Refused>(await desk.ChangeRole(One, One.Account, CareRole.ProviderWorker, default));
        Assert.IsType<TeamAnswer.Refused>(await desk.Close(One, One.Account, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_handle_is_one_account_s_and_has_a_form(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var desk = new TeamDesk(await CareCast.NewCareRecord(workplace));
        var (first, second) = (Waits(await desk.Open(One, "4711", CareRole.Advocate, default)), Waits(await desk.Open(One, "4711", CareRole.Advocate, default)));

        Assert.IsType<TeamAnswer.Done>(await desk.Confirm(Two, first, default));
        Assert.IsType<TeamAnswer.Refused>(await desk.Confirm(Two, second, default));
        Assert.IsType<TeamAnswer.Refused>(await desk.Open(One, "4711", CareRole.Advocate, default));
        Assert.IsType<TeamAnswer.Refused>(await desk.Open(One, "Rosa of Harbor House", CareRole.Advocate, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_log_is_read_page_by_page_of_the_own_organization_and_says_so(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await CareCast.NewCareRecord(workplace);
        for (var at = 0; at < 5; at++) await CareCast.TakeIn(record, at % 2 == 0 ? CareCast.Advocate : CareCast.Worker);
        var desk = new EventDesk(record);

        var page = await desk.Read(CareCast.Lead, new Credence.Record.Events.EventFilter(), null, 2, default);
        var next = await desk.Read(CareCast.Lead, new Credence.Record.Events.EventFilter(), page[^1].Sequence, 50, default);

        Assert.Equal(["person.taken-in", "person.taken-in"], page.Select(row => row.Kind));
        Assert.Equal(["person.taken-in", "organization.opened"], next.Select(row => row.Kind));
        Assert.All(page.Concat(next), row => Assert.Equal(CareCast.Harbor, row.Organization));
        Assert.Equal([2L, 2L], (await CareCast.Events(record)).Where(row => row.Kind == "events.read").Select(row => row.Count));
    }

    private static Guid Waits(TeamAnswer answer) => Assert.IsType<TeamAnswer.Waits>(answer).Proposal;
}
