using System.CommandLine;

namespace Credence.Cli.Interviews;

/// <summary><c>credence interviews coder</c>: adds somebody who codes.</summary>
internal static class CoderCommand
{
    private static readonly Argument<string> File = InterviewFile.Argument();

    private static readonly Argument<string> Name = new("NAME") { Description = "What the others call her or him" };

    public static Command Create()
    {
        var command = new Command("coder", "Adds a coder to a project file; the page of an interview says who codes it.") { File, Name };
        command.SetAction(parsed =>
        {
            if (InterviewFile.Open(parsed.GetRequiredValue(File)).AddCoder(parsed.GetRequiredValue(Name)) is { } refusal) { throw CommandEnd.Refused($"NAME: {refusal.Sentence}."); }

            parsed.InvocationConfiguration.Output.WriteLine("Added.");
            return ExitCode.Done;
        });
        return command;
    }
}
