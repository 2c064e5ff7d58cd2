using System.CommandLine;

namespace Credence.Cli.Interviews;

/// <summary><c>credence interviews coder</c>: adds somebody who codes.</summary>
internal static class CoderCommand
{
    private static readonly Argument<string> File = InterviewFile.Argument();

    private static readonly Argument<string> Name = new("NAME") { Description = "What the others call her or him" };

    public static Command Create()
    {
        var command = new Command("coder", "Adds a coder to a project file. From then on she or he codes what is taken in, unless --coder of import says who does; the page of an interview says who codes those that are here.") { File, Name };
        command.SetAction(parsed =>
        {
            if (InterviewFile.Open(parsed.GetRequiredValue(File)).AddCoder(parsed.GetRequiredValue(Name)) is { } refusal) { throw CommandEnd.Refused($"NAME: {refusal.Sentence}."); }

            parsed.InvocationConfiguration.Output.WriteLine("Added. She or he codes every interview that is taken in from now on, unless --coder of credence interviews import says who does. The page of an interview gives her or him one that is here.");
            return ExitCode.Done;
        });
        return command;
    }
}
