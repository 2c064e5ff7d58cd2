using System.CommandLine;
using Credence.Packs;
using Credence.Screening;

namespace Credence.Cli.Packs;

/// <summary><c>credence pack check</c>: every problem of the packs with file and line; runs every example.</summary>
internal static class PackCheckCommand
{
    public static Command Create()
    {
        var folders = new Argument<DirectoryInfo[]>("DIR")
        {
            Description = "Folders of packs to lay over those that ship; none checks the packs that ship.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var (packs, json) = (PackCommand.PacksOption(), PackCommand.JsonOption());
        var command = new Command("check", "Tells every problem of packs, with file and line, and tries every example.") { folders, packs, json };
        command.SetAction(parsed =>
        {
            DirectoryInfo[] given = [.. parsed.GetValue(packs) ?? [], .. parsed.GetValue(folders) ?? []];
            return PackCommand.Run(parsed, given, (library, output) => Check(library, given, parsed.GetValue(json), output));
        });
        return command;
    }

    private static int Check(PackLibrary library, DirectoryInfo[] given, bool asJson, TextWriter output)
    {
        var problems = PackCheck.Run(library).Select(problem => problem with { File = PathOf(problem.File, given) }).ToList();
        if (asJson)
        {
            PackCommand.WriteJson(output, new { Packs = library.Packs.Select(pack => pack.Stamp), problems });
        }
        else
        {
            Write(library, problems, output);
        }

        return problems.Count == 0 ? 0 : 1;
    }

    // The file that the reader can open: in the last folder given that has it, else among those that ship.
    private static string PathOf(string file, DirectoryInfo[] given) =>
        given.Select(folder => Path.Combine(folder.ToString(), file)).LastOrDefault(File.Exists) ?? $"packs/{file}";

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
