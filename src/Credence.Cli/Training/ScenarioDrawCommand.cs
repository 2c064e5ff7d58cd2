using System.CommandLine;
using Credence.Cli.Packs;
using Credence.Training;

namespace Credence.Cli.Training;

/// <summary><c>credence scenario draw</c>: a scenario's tree, for whoever writes or teaches it.</summary>
internal static class ScenarioDrawCommand
{
    public static Command Create()
    {
        var (id, packs, json) = (ScenarioCommand.Id(), CommonOptions.Packs(), CommonOptions.Json());
        var command = new Command("draw", "Draws a scenario as a chart in Mermaid; it gives everything away") { id, packs, json };
        command.SetAction(parsed =>
        {
            var scenario = ScenarioCommand.Find(PackFolder.Library(parsed.GetValue(packs)), parsed.GetValue(id)!);
            var (drawn, output) = (ScenarioDrawing.Mermaid(scenario), parsed.InvocationConfiguration.Output);
            if (parsed.GetValue(json)) PackCommand.WriteJson(output, new { scenario.Id, Mermaid = drawn });
            else output.Write(drawn);
            return ExitCode.Done;
        });
        return command;
    }
}
