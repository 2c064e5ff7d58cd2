using System.CommandLine;
using Credence.Packs;
using Credence.Screening;
using Credence.Training;

namespace Credence.Cli.Packs;

/// <summary><c>credence pack check</c>: every problem of the packs with file and line; runs every example.</summary>
internal static class PackCheckCommand
{
    public static Command Create()
    {
        var folders = new Argument<string[]>("DIR")
        {
            Description = "Folders of packs, laid over the packs that ship; without one those are checked",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var (packs, json) = (CommonOptions.Packs(), CommonOptions.Json());
        var command = new Command("check", "Says every problem with its file and line, and tries every example") { folders, packs, json };
        command.SetAction(parsed =>
        {
            List<string> given = [.. new[] { parsed.GetValue(packs) }.OfType<string>(), .. parsed.GetValue(folders) ?? []];
            return Check(given, parsed.GetValue(json), parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    private static int Check(List<string> given, bool asJson, TextWriter output)
    {
        var library = PackCommand.Library(given);
        var problems = PackCheck.Run(library).Concat(StoryCheck.Run(library)).Select(problem => problem with { File = PathOf(problem.File, given) }).ToList();
        if (asJson)
        {
            PackCommand.WriteJson(output, new { Packs = library.Packs.Select(pack => pack.Stamp), problems });
        }
        else
        {
            Write(library, problems, output);
        }

        return problems.Count == 0 ? ExitCode.Done : ExitCode.DoneWithProblems;
    }

    // The file that the reader can open: in the last folder given that has it, else among those that ship.
    private static string PathOf(string file, List<string> given) =>
        given.Select(folder => Path.Combine(folder, file)).LastOrDefault(File.Exists) ?? $"packs/{file}";

    private static void Write(PackLibrary library, List<PackProblem> problems, TextWriter output)
    {
        foreach (var problem in problems)
        {
            output.WriteLine(problem);
        }

        output.WriteLine(problems.Count == 0
            ? $"{library.Packs.Count} packs, no problem; every example does what it should."
            : $"{library.Packs.Count} packs, {(problems.Count == 1 ? "1 problem" : $"{problems.Count} problems")}.");
    }
}
