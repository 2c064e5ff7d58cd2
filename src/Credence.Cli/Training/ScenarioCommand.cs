using System.CommandLine;
using Credence.Packs;
using Credence.Training;

namespace Credence.Cli.Training;

/// <summary><c>credence scenario</c>: lists, checks, draws and plays practice scenarios.</summary>
internal static class ScenarioCommand
{
    public static Command Create() => new("scenario", "Lists, checks, draws and plays practice scenarios: invented calls, choice by choice, with a debrief; asks for those that are due again")
    {
        ScenarioListCommand.Create(),
        ScenarioCheckCommand.Create(),
        ScenarioDrawCommand.Create(),
        ScenarioPlayCommand.Create(),
        ScenarioRefreshCommand.Create(),
    };

    public static Argument<string> Id() => new("SCENARIO") { Description = "The scenario, such as traffic-stop; credence scenario list names them" };

    public static Scenario Find(PackLibrary library, string id)
    {
        var known = ScenarioPack.From(library, []);
        return known.FirstOrDefault(scenario => scenario.Id == id)
            ?? throw CommandEnd.WrongUse($"Found no scenario {id}, expected one of {string.Join(", ", known.Select(scenario => scenario.Id))}.");
    }
}
