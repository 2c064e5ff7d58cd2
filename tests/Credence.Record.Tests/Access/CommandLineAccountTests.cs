using Credence.Police.Access;
using Credence.Record.Access;
using Credence.Record.Storage;

namespace Credence.Record.Tests.Access;

public class CommandLineAccountTests
{
    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task In_a_record_that_an_import_made_two_persons_let_a_third_one_in(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.OpenPoliceRecord(workplace);
        var command = new CommandLineAccount(record);
        Assert.Equal(3, Assert.IsType<CommandLineEntry.Entered>(await command.Enter("Riverton", "zz0310000", Purpose.Of(PurposeKind.Review), default)).Founded.Count);
        Assert.Empty(Assert.IsType<CommandLineEntry.Entered>(await command.Enter(null, "ZZ0310000", Purpose.Of(PurposeKind.Review), default)).Founded);

        var desk = new TeamDesk(record);
        var waits = Assert.IsType<TeamAnswer.Waits>(await desk.Open(await As("administrator"), "4711", PoliceRole.Investigator, default));
        Assert.IsType<TeamAnswer.Done>(await desk.Confirm(await As("supervisor"), waits.Proposal, default));

        Assert.Equal(["4711", "administrator", "cli", "supervisor"], (await desk.Accounts(await As("administrator"), default)).Select(one => one.Handle));

        async Task<PoliceAccess> As(string handle) => (await new PoliceDoor(record).Enter(
            (await Steward.Of(record).FindAccount(handle, default))!.Id, Purpose.Of(PurposeKind.Maintenance), default))!;
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Of_two_commands_that_make_a_record_at_once_one_founds_it(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        var record = await Cast.OpenPoliceRecord(workplace);

        var entered = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new CommandLineAccount(record).Enter("Riverton", null, Purpose.Of(PurposeKind.Review), default))));

        Assert.Single(entered.Cast<CommandLineEntry.Entered>(), one => one.Founded.Count > 0);
        Assert.Single((await Stories.Kinds(record)).FindAll(what => what == "organization.opened"));
    }
}
