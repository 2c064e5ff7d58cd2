using System.CommandLine;
using System.Text.Json;
using Credence.Cli.Evaluation;
using Credence.Review;

namespace Credence.Cli.Review;

/// <summary><c>credence review status</c>: where a review stands, what readers agree on, and whether reading may stop.</summary>
internal static class StatusCommand
{
    private const string About =
        """
        Says where a review stands: what was read, how far readers agree, whether reading may stop, and what is still to be read

        Every line of readings.ndjson is checked against the one before. Nothing says what a reader said of an incident that
        another has still to read; incidents on which two differ are named, so that somebody decides.
        """;

    private static readonly Argument<string> Folder = new("DIR") { Description = "Folder of the review" };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("status", About) { Folder, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(Folder);
        using var folder = ReviewFolder.ToRead(name);
        var status = ReviewStatus.Of(folder.State(ReviewIncidents.Read(folder.Review).Numbers));
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Json)) output.WriteLine(JsonSerializer.Serialize(status, EvaluationJson.Options));
        else ReportText.Write(StatusReport.Of(Path.GetFileName(Path.GetFullPath(name)), status), output);
        if (!folder.Entries.HasUnfinishedLine) return ExitCode.Done;
        parsed.InvocationConfiguration.Error.WriteLine(
            $"{ReviewFolder.Journal}: found an unfinished last line, left by an interruption; that reading was never confirmed and does not count.");
        return ExitCode.DoneWithProblems;
    }
}
