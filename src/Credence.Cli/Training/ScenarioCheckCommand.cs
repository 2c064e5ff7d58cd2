using System.CommandLine;
using Credence.Cli.Packs;
using Credence.Packs;
using Credence.Training;

namespace Credence.Cli.Training;

/// <summary><c>credence scenario check</c>: every problem of the scenarios with file and line.</summary>
internal static class ScenarioCheckCommand
{
    private const string About =
        """
        Says what is wrong with scenarios, with file and line

        Dead ends, scenes that nothing leads to, choices that are never offered, loops without a way out, rules, facts and
        sources that no pack has, and words that are not plain. Every play is tried.
        """;

    public static Command Create()
    {
        var (packs, json) = (CommonOptions.Packs(), CommonOptions.Json());
        var command = new Command("check", About) { packs, json };
        command.SetAction(parsed => Check(PackCommand.Library(parsed.GetValue(packs)), parsed.GetValue(json), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Check(PackLibrary library, bool asJson, TextWriter output)
    {
        // A file whose shape is wrong is not read; what its shape lacks is said first.
        var problems = library.Problems.Where(IsOfScenarios).Concat(ScenarioCheck.Run(library)).ToList();
        var count = ScenarioPack.From(library, []).Count;
        if (asJson)
        {
            PackCommand.WriteJson(output, new { Scenarios = count, problems });
            return problems.Count == 0 ? ExitCode.Done : ExitCode.DoneWithProblems;
        }

        foreach (var problem in problems) output.WriteLine(problem);
        output.WriteLine(problems.Count == 0 ? $"{count} scenarios, no problem; every play comes to an ending."
            : $"{count} scenarios, {(problems.Count == 1 ? "1 problem" : $"{problems.Count} problems")}.");
        return problems.Count == 0 ? ExitCode.Done : ExitCode.DoneWithProblems;
    }

    private static bool IsOfScenarios(PackProblem problem) => problem.File.StartsWith("scenarios", StringComparison.Ordinal);
}
