using System.CommandLine;
using Credence.Interviews;
using Credence.Research;

namespace Credence.Cli.Interviews;

/// <summary><c>credence interviews start</c>: makes a project file.</summary>
internal static class StartCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "The project file to make; keep it on an encrypted disk" };

    private static readonly Option<string> Name = new("--name") { Description = "What the study is called", HelpName = "TEXT", DefaultValueFactory = _ => "Interviews" };

    private static readonly Option<string[]> Coder = new("--coder") { Description = "Who codes, without a surname if you like; give it once for each", HelpName = "NAME", Required = true };

    public static Command Create()
    {
        var command = new Command("start", "Makes a project file for the interviews of a study; a file that is there is never written over.") { File, Name, Coder };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (path, names) = (parsed.GetRequiredValue(File), parsed.GetRequiredValue(Coder));
        if (names.Any(string.IsNullOrWhiteSpace) || names.Distinct(StringComparer.OrdinalIgnoreCase).Count() != names.Length) { throw CommandEnd.WrongUse("--coder: found one name twice or none, expected another for each coder."); }

        var file = InterviewFile.Opened(path, ProjectFile.Create(path, TranscriptText.Plain(parsed.GetRequiredValue(Name)), TimeProvider.System));
        foreach (var name in names) { file.AddCoder(name); }

        parsed.InvocationConfiguration.Output.WriteLine($"Made {path} for {names.Length} coder{(names.Length == 1 ? "" : "s")}. Put interviews in with: credence interviews import {path} FILE...");
        return ExitCode.Done;
    }
}
