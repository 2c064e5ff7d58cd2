using System.CommandLine;
using Credence.Cli.Packs;
using Credence.Cli.Record;
using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Police.Training;
using Credence.Record.Storage;
using Credence.Training;

namespace Credence.Cli.Training;

/// <summary><c>credence scenario refresh</c>: practice that is due again, and with --ask it is asked for, as on the page of the unit.</summary>
internal static class ScenarioRefreshCommand
{
    private static readonly Option<bool> Ask = new("--ask") { Description = "Ask for all of it, each by its day; without it nothing is changed" };

    public static Command Create() => RecordCommand.Of(
        "refresh", "Lists practice that is due again after six months on a police record, and asks for it with --ask", Run, Ask, CommonOptions.Packs(), RecordOptions.As, RecordOptions.Purpose);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        List<string> scenarios = [.. ScenarioPack.From(PackFolder.Library(parsed.GetValue<string?>("--packs")), []).Select(scenario => scenario.Id)];
        var (desk, access) = await Open(parsed, cancellation);
        var proposed = await desk.Refreshers(access, scenarios, cancellation);
        if (parsed.GetValue(Ask) && proposed.Count > 0 && await desk.AssignRefreshers(access, scenarios, [.. proposed.Select(one => (one.Officer, one.What))], cancellation) is PracticeAnswer.Refused refused)
            throw CommandEnd.Refused(refused.Because);
        Say(parsed, proposed);
        return ExitCode.Done;
    }

    private static void Say(ParseResult parsed, IReadOnlyList<ProposedRefresher> proposed)
    {
        var (output, isAsked) = (parsed.InvocationConfiguration.Output, parsed.GetValue(Ask));
        if (parsed.GetValue(RecordOptions.Json))
        {
            PackCommand.WriteJson(output, proposed.Select(one => new { one.Handle, one.What, one.DueAgain, one.By, Asked = isAsked }));
            return;
        }

        foreach (var one in proposed) output.WriteLine($"{one.Handle.PadRight(proposed.Max(other => other.Handle.Length))}  due again {one.DueAgain:yyyy-MM-dd}  by {one.By:yyyy-MM-dd}  {one.What}");
        output.WriteLine(proposed.Count == 0 ? "Nothing is due again." : isAsked ? $"Asked for: {proposed.Count}." : $"Due again: {proposed.Count}. With --ask it is asked for.");
    }

    private static async Task<(TrainingDesk Desk, PoliceAccess Access)> Open(ParseResult parsed, CancellationToken cancellation)
    {
        var (place, keys) = (RecordOptions.PlaceOf(parsed), RecordOptions.KeysOf(parsed));
        if (await OpenRecord.SideAt(place, cancellation) != "police") throw CommandEnd.WrongUse("--record: found a service record, expected a police record.");
        var record = await PoliceRecord.OpenForUpkeep(place, keys, TimeProvider.System, false, cancellation);
        await RecordStore.Prepare(record, cancellation);
        return await Steward.Of(record).FindAccount(parsed.GetValue(RecordOptions.As)!, cancellation) is { } account
            && await new PoliceDoor(record).Enter(account.Id, RecordOptions.PurposeOf(parsed), cancellation) is { } access && access.May(PoliceAct.AssignPractice)
            ? (new TrainingDesk(record), access)
            : throw CommandEnd.Refused("--as: found no open account of this name that asks for practice, expected one with the role Supervisor.");
    }
}
