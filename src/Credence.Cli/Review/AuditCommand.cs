using System.CommandLine;
using System.Text.Json;
using Credence.Cli.Evaluation;
using Credence.Review;

namespace Credence.Cli.Review;

/// <summary><c>credence review audit</c>: draws from what nobody has read, and says what that shows was missed.</summary>
internal static class AuditCommand
{
    private const string About =
        """
        Draws a random sample of the unread, or says what the last one shows

        With --size, draws incidents from two groups of the unread, by rank; credence review next then gives these first. Once
        they are read, credence review audit without --size says how many were missed, with intervals.
        """;

    private static readonly Argument<string> Folder = new("DIR") { Description = "Folder of the review" };

    private static readonly Option<int?> Size = new("--size") { Description = "Draw so many incidents", HelpName = "N" };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("audit", About) { Folder, Size, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(Folder);
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Size) is { } size)
        {
            var drawn = Draw(name, size);
            if (parsed.GetValue(Json)) output.WriteLine(JsonSerializer.Serialize(drawn, EvaluationJson.Options));
            else output.WriteLine($"Drew {drawn.Drawn} of {drawn.Strata.Sum(stratum => stratum.Size)} unread incidents. Read them with: credence review next {name} --reader NAME");
            return ExitCode.Done;
        }

        var audit = Estimated(name);
        if (parsed.GetValue(Json)) output.WriteLine(JsonSerializer.Serialize(audit, EvaluationJson.Options));
        else ReportText.Write(AuditReport.Of(Path.GetFileName(Path.GetFullPath(name)), audit), output);
        return ExitCode.Done;
    }

    private static AuditSample Draw(string name, int size)
    {
        using var folder = ReviewFolder.ToWrite(name);
        var incidents = ReviewIncidents.Read(folder.Review);
        var state = folder.State(incidents.Numbers);
        if (folder.Audits.LastOrDefault() is { } open && AuditEstimate.Of(open.ToSample(), state, 0).Unread is var left and > 0)
            throw CommandEnd.Refused($"--size: found an audit sample of which {left} incidents are unread, expected it to be read before another is drawn.");
        var unread = state.Incidents.Count - state.Order.Count;
        if (unread == 0) throw CommandEnd.Refused("--size: found nothing unread, expected something to draw from.");
        if (size < 2 || size > unread) throw CommandEnd.WrongUse($"--size: found {size}, expected a number from {Math.Min(2, unread)} to {unread}, the incidents that nobody has read.");
        var ranked = state.Rank(incidents.Rows(), incidents.Before(folder.Review.Seed)).Select(place => incidents.Numbers[place]).ToList();
        var sample = AuditSample.Draw(ranked, size, folder.Review.Seed + (ulong)folder.Entries.Entries.Count);
        folder.Entries.Add([(entry, previous) => Entry(sample, state, entry, previous)]);
        return sample;
    }

    private static JournalEntry Entry(AuditSample sample, ReviewState state, int entry, string previous) => new()
    {
        Entry = entry,
        At = TimeProvider.System.GetUtcNow(),
        Kind = JournalEntry.Kinds.Audit,
        Strata = [.. sample.Strata.Select(s => new JournalStratum(s.Group, s.Size, [.. s.Drawn.Select(number => number.Value)]))],
        FoundBefore = state.IsRelevant.Count(relevant => relevant),
        Previous = previous,
    };

    private static AuditEstimate Estimated(string name)
    {
        using var folder = ReviewFolder.ToRead(name);
        var drawn = folder.Audits.LastOrDefault() ?? throw CommandEnd.Refused("found no audit sample, expected one: credence review audit DIR --size N draws it.");
        return AuditEstimate.Of(drawn.ToSample(), folder.State(ReviewIncidents.Read(folder.Review).Numbers), drawn.FoundBefore ?? 0);
    }
}
