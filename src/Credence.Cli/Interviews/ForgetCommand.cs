using System.CommandLine;

namespace Credence.Cli.Interviews;

/// <summary><c>credence interviews forget-names</c>: destroys the key to the pseudonyms.</summary>
internal static class ForgetCommand
{
    private const string About =
        """
        Forgets which pseudonym stands for whom, for good, as a study's plan for its data may ask for

        From then on nobody can tell from the file, and names that were missed can no longer be found by those that were replaced. Copies and backups of the
        file are not reached.
        """;

    private static readonly Argument<string> File = InterviewFile.Argument();

    private static readonly Option<bool> Sure = new("--for-good") { Description = "Do it: it cannot be undone" };

    public static Command Create()
    {
        var command = new Command("forget-names", About) { File, Sure };
        command.SetAction(parsed =>
        {
            var file = InterviewFile.Open(parsed.GetRequiredValue(File));
            if (!parsed.GetValue(Sure)) { throw CommandEnd.Refused($"Found {file.Decisions().Count} decisions about names, expected --for-good before they are forgotten: it cannot be undone."); }

            parsed.InvocationConfiguration.Output.WriteLine($"Forgot {file.ForgetNames()} decisions about names.");
            return ExitCode.Done;
        });
        return command;
    }
}
