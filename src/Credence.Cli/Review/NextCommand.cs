using System.CommandLine;
using System.Text.Json;
using Credence.Cli.Evaluation;
using Credence.Review;

namespace Credence.Cli.Review;

/// <summary><c>credence review next</c>: what a reader should read now.</summary>
internal static class NextCommand
{
    private const string About =
        """
        Says what a reader should read next: an audit sample that is open, second readings that are due, then the ranking

        Nothing shows what somebody else said of an incident. The narrative is printed with --show-text only.
        """;

    private static readonly Argument<string> Folder = new("DIR") { Description = "Folder of the review" };

    private static readonly Option<string> Reader = new("--reader") { Description = "Who is going to read", HelpName = "NAME", Required = true };

    private static readonly Option<int> Count = new("--count") { Description = "How many incidents", HelpName = "N", DefaultValueFactory = _ => 1 };

    private static readonly Option<bool> Text = new("--show-text") { Description = "Print the narratives too" };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("next", About) { Folder, Reader, Count, Text, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var count = parsed.GetValue(Count);
        if (count < 1) throw CommandEnd.WrongUse($"--count: found {count}, expected 1 or more.");
        using var folder = ReviewFolder.ToRead(parsed.GetRequiredValue(Folder));
        var reader = folder.Reader(parsed.GetRequiredValue(Reader));
        var incidents = ReviewIncidents.Read(folder.Review);
        var state = folder.State(incidents.Numbers);
        var next = Queue(folder, incidents, state, reader).Take(count)
            .Select(place => new { Incident = incidents.Numbers[place].Value, Narrative = parsed.GetValue(Text) ? incidents.TextOf(place) : null })
            .ToList();
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Json)) output.WriteLine(JsonSerializer.Serialize(new { reader, next }, EvaluationJson.Options));
        else if (next.Count == 0) output.WriteLine($"Nothing is left for {reader} to read.");
        else next.ForEach(one => output.WriteLine(ToRead(one.Incident, one.Narrative)));
        return ExitCode.Done;
    }

    private static string ToRead(string incident, string? narrative)
    {
        var number = ShownText.Of(incident).ReplaceLineEndings(" ");
        return narrative is null ? number : $"{number}\n{ShownText.Of(narrative)}\n";
    }

    private static IEnumerable<int> Queue(ReviewFolder folder, ReviewIncidents incidents, ReviewState state, string reader)
    {
        var audited = folder.Audits.LastOrDefault()?.ToSample().Strata.SelectMany(stratum => stratum.Drawn).Select(state.PlaceOf)
            .Where(place => state.ReadingsOf(place).Count == 0).ToList() ?? [];
        var ranked = audited.Count > 0 ? [] : state.Rank(incidents.Rows(), incidents.Before(folder.Review.Seed));
        return audited.Concat(state.QueueFor(reader, ranked));
    }
}
