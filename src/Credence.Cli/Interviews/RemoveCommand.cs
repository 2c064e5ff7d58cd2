using System.CommandLine;

namespace Credence.Cli.Interviews;

/// <summary><c>credence interviews remove</c>: takes an interview out.</summary>
internal static class RemoveCommand
{
    private const string About =
        """
        Takes an interview out for good: it came in by mistake, or whoever gave it does not consent any more

        With it go its codings and memos, its part of what another program sent, and what was decided about names that stand in no other interview. Without
        --for-good nothing is done, and what would go is said. Nothing of it stays in the file but an id, so that it does not come back with a project that
        is taken in later. Copies of the file, exports and what was sent to others are not reached.
        """;

    private static readonly Argument<string> File = InterviewFile.Argument();

    private static readonly Argument<int> Number = new("NUMBER") { Description = "The number of the interview, as the pages and the matrix say it" };

    private static readonly Option<bool> Sure = new("--for-good") { Description = "Do it: it cannot be undone" };

    public static Command Create()
    {
        var command = new Command("remove", About) { File, Number, Sure };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (file, number) = (InterviewFile.Open(parsed.GetRequiredValue(File)), parsed.GetRequiredValue(Number));
        if (file.Find(number) is not { } transcript) { throw CommandEnd.Refused($"NUMBER: found no interview {number}, expected one of this project."); }

        var removal = file.RemovalOf(transcript.Id);
        var by = removal.Coders.Count > 0 ? $" of {string.Join(", ", removal.Coders)}" : "";
        var goes = $"interview {number} with {removal.Codings} codings{by}, {removal.Memos} memos and {removal.Files} files of another program";
        if (!parsed.GetValue(Sure)) { throw CommandEnd.Refused($"Found {goes}, expected --for-good before all of it is taken out: it cannot be undone."); }

        if (file.RemoveTranscript(transcript.Id) is { } refusal) { throw CommandEnd.Refused($"NUMBER: {refusal.Sentence}."); }

        parsed.InvocationConfiguration.Output.WriteLine($"Took out {goes}. Copies of the file and exports are not reached.");
        return ExitCode.Done;
    }
}
