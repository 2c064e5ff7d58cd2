using System.CommandLine;
using Credence.Cli.Screening;
using Credence.Incidents;

namespace Credence.Cli.Review;

/// <summary><c>credence review start</c>: sets up a review of the incidents in some files.</summary>
internal static class StartCommand
{
    private const string About =
        """
        Sets up a review: which incidents, which readers, and with which promise reading may stop

        Writes review.json into the folder of --out. It names the files and holds none of their words; the files must stay
        where and as they are. With --screened, the folder of credence screen, what was found there counts for the ranking,
        and reading begins with its strong indications.
        """;

    private static readonly Argument<string[]> Files = new("FILE") { Description = "Files of incident records", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string> Out = new("--out") { Description = "Folder for the review", HelpName = "DIR", DefaultValueFactory = _ => "review" };

    private static readonly Option<string?> Screened = new("--screened") { Description = "Folder that credence screen made from the same files", HelpName = "DIR" };

    private static readonly Option<string[]> Readers = new("--reader") { Description = "A reader; once for each", HelpName = "NAME", Required = true };

    private static readonly Option<double?> Double = new("--double")
    {
        Description = "Share of incidents that two readers read blind to each other; 0.2 with two readers or more, else 0",
        HelpName = "SHARE",
    };

    private static readonly Option<double> Recall = new("--recall") { Description = "Share of possible victims' incidents that is to be found", HelpName = "SHARE", DefaultValueFactory = _ => 0.95 };

    private static readonly Option<double> Confidence = new("--confidence") { Description = "How sure one wants to be of it", HelpName = "SHARE", DefaultValueFactory = _ => 0.95 };

    private static readonly Option<ulong> Seed = new("--seed") { Description = "Where all draws begin", HelpName = "N", DefaultValueFactory = _ => 1 };

    private static readonly Option<string[]> Map = new("--map") { Description = "Which header holds what, as for credence screen", HelpName = "KEY=HEADER,…" };

    private static readonly Option<string?> Purpose = CommonOptions.Purpose();

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("start", About) { Files, Out, Screened, Readers, Double, Recall, Confidence, Seed, Map, Purpose, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (parsed.GetValue(Double) is { } share and not (>= 0 and <= 1)) throw CommandEnd.WrongUse($"--double: found {share}, expected a share from 0 to 1.");
        ReviewOptions.Rule(parsed.GetValue(Recall), parsed.GetValue(Confidence));
        var map = parsed.GetValue(Map) ?? [];
        if (!ColumnMap.TryParse(map, out var columns, out var problem)) throw CommandEnd.WrongUse($"--map: {problem}");
        var files = parsed.GetValue(Files)!;
        if (files.Contains("-")) throw CommandEnd.WrongUse("FILE: found standard input, expected files: a review reads them again and again.");
        var screened = parsed.GetValue(Screened) is { } folder ? Find(folder) : null;
        var incidents = ReviewIncidents.Read(files, columns, screened);
        if (incidents.Numbers.Count == 0) throw CommandEnd.Refused($"{string.Join(", ", files)}: found no incident with a number, expected at least one.");
        var review = Record(parsed, map, files, screened, incidents);
        if (screened is not null) ScreenedFindings.ExpectSame(screened, files, review.Inputs);
        if (review.ToPlan().Problem is { } wrong) throw CommandEnd.WrongUse($"--reader: {wrong}.");
        var output = parsed.GetRequiredValue(Out);
        ReviewFolder.Create(output, review);
        parsed.InvocationConfiguration.Output.WriteLine(parsed.GetValue(Json) ? ScreenRecord.Text.Of(review) : Said(review, output));
        return ExitCode.Done;
    }

    private static ReviewRecord Record(ParseResult parsed, string[] map, string[] files, string? screened, ReviewIncidents incidents)
    {
        var readers = (parsed.GetValue(Readers) ?? []).SelectMany(names => names.Split(',')).Select(name => name.Trim()).ToList();
        var rule = ReviewOptions.Rule(parsed.GetValue(Recall), parsed.GetValue(Confidence));
        return new ReviewRecord
        {
            Credence = ScreenRecord.Version,
            Purpose = parsed.GetValue(Purpose) is { } purpose && !string.IsNullOrWhiteSpace(purpose) ? purpose.Trim() : ScreenOptions.NoPurpose,
            Readers = readers,
            DoubleShare = parsed.GetValue(Double) ?? (readers.Count > 1 ? 0.2 : 0),
            Seed = parsed.GetValue(Seed),
            Recall = rule.Recall,
            Confidence = rule.Confidence,
            Inputs = [.. files.Select(Path.GetFullPath).Select(path => new ReviewInput(path, ReviewIncidents.HashOf(path)))],
            Map = map,
            Screened = screened is null ? null : new ReviewInput(Path.GetFullPath(screened), ReviewIncidents.HashOf(screened)),
            Incidents = incidents.Numbers.Count,
            RowsWithoutNumber = incidents.RowsWithoutNumber,
        };
    }

    private static string Find(string folder) => File.Exists(ScreenedFindings.FileIn(folder))
        ? ScreenedFindings.FileIn(folder)
        : throw CommandEnd.WrongUse($"--screened {folder}: found no {OutputFolder.Screened}, expected a folder that credence screen has finished.");

    private static string Said(ReviewRecord review, string folder) =>
        $"{review.Incidents} incidents, {review.Readers.Count} reader{(review.Readers.Count == 1 ? "" : "s")}, {review.DoubleShare:P0} read by two."
        + (review.RowsWithoutNumber > 0 ? $" {review.RowsWithoutNumber} rows have no number and are left out." : "")
        + $" Begin with: credence review next {folder} --reader {review.Readers[0]}";
}
