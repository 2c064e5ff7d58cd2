using System.CommandLine;
using Credence.Interviews;
using Credence.Research;

namespace Credence.Cli.Interviews;

/// <summary><c>credence interviews</c>: interviews of a study, in a file of the researcher's own.</summary>
internal static class InterviewsCommand
{
    public static Command Create() => new("interviews", "Keeps, codes and exchanges the interviews of a study, in a file of the researcher's own.")
    {
        StartCommand.Create(), CoderCommand.Create(), ImportCommand.Create(), AgreementCommand.Create(), MatrixCommand.Create(), ExportCommand.Create(), RemoveCommand.Create(), ForgetCommand.Create(),
    };
}

/// <summary>What the commands for interviews do alike.</summary>
internal static class InterviewFile
{
    public static Argument<string> Argument() => new("FILE") { Description = "The project file; keep it on an encrypted disk" };

    /// <summary>Opens the file; ends the command where it is none.</summary>
    public static ProjectFile Open(string path) => !File.Exists(path)
        ? throw CommandEnd.WrongUse($"{path}: found no such file, expected one that credence interviews start made.")
        : Opened(path, ProjectFile.Open(path, TimeProvider.System));

    public static ProjectFile Opened(string path, ProjectAnswer answer) => answer switch
    {
        ProjectAnswer.Opened opened => opened.File,
        ProjectAnswer.Refused refused => throw CommandEnd.Refused($"{path}: {refused.Why.Sentence}."),
        _ => throw new InvalidOperationException("Found an answer of a kind that there is not."),
    };

    /// <summary>The coder of this name; ends the command if there is none.</summary>
    public static Coder Coder(ProjectFile file, string name) => file.Coders().FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw CommandEnd.WrongUse($"--coder: found no coder of this name, expected one of the {file.Coders().Count} whom credence interviews start named.");
}
