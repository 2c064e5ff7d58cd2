using System.CommandLine;
using Credence.Cli.Packs;
using Credence.Training;

namespace Credence.Cli.Training;

/// <summary><c>credence scenario list</c>: the scenarios with their minutes; nothing that would spoil one.</summary>
internal static class ScenarioListCommand
{
    public static Command Create()
    {
        var (packs, json) = (CommonOptions.Packs(), CommonOptions.Json());
        var command = new Command("list", "Lists the scenarios, and nothing that would give one away") { packs, json };
        command.SetAction(parsed =>
        {
            var (all, output) = (ScenarioPack.From(PackFolder.Library(parsed.GetValue(packs)), []), parsed.InvocationConfiguration.Output);
            if (parsed.GetValue(json)) PackCommand.WriteJson(output, all.Select(scenario => new { scenario.Id, scenario.Title, scenario.Minutes, scenario.Pack }));
            else foreach (var scenario in all) output.WriteLine($"{scenario.Id.PadRight(all.Max(one => one.Id.Length))}  {scenario.Minutes,2} min  {scenario.Title}");
            return ExitCode.Done;
        });
        return command;
    }
}
