using System.CommandLine;
using Credence.Cli.Nibrs;
using Credence.Cli.Screening;
using Credence.Incidents;
using Credence.Incidents.Nibrs;
using Credence.Wording;

namespace Credence.Cli.Wording;

/// <summary><c>credence wording FILE</c>: words that judge instead of describing, with why and another way to write it.</summary>
internal static class WordingCommand
{
    private const string About =
        """
        Flags words that judge a person instead of describing what happened, with the reason and another way to write it

        FILE is one narrative as text, or incident records as for credence screen: names that end in .csv, .tsv, .ndjson or
        .jsonl are read as records, others with --incidents. A narrative is shown with its words, by line and column; incidents are named by
        number and place in the narrative, never with anybody's words. It advises: nothing is rewritten, and no flag says that
        something written is untrue. Whole sentences in quotation marks are never flagged.

        --rates compares the reports that suggest trafficking with the same unit's other reports (same agency, same way of being identified):
        reports with a flag, and flags in 1,000 words, with 95 % intervals. Counts under 10 are not told.
        """;

    private static readonly Argument<string> FileName = new("FILE")
    {
        Description = "A narrative as a text file, or in quotes; a file of incident records; or - for standard input",
    };

    private static readonly Option<bool> Incidents = new("--incidents") { Description = "FILE holds incident records, whatever its name" };

    private static readonly Option<bool> Rates = new("--rates") { Description = "Compare rates within each unit instead of listing flags; FILE holds incident records" };

    private static readonly Option<string[]> Map = new("--map")
    {
        Description = "Which header holds what, where it is not guessed, as for credence screen",
        HelpName = "KEY=HEADER,…",
    };

    private static readonly Option<string?> Purpose = CommonOptions.Purpose();
    private static readonly Option<string?> Packs = CommonOptions.Packs();
    private static readonly Option<string> Languages = CommonOptions.Languages();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("wording", About) { FileName, Incidents, Rates, Map, Purpose, Packs, Languages, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(FileName);
        var library = PackFolder.Library(parsed.GetValue(Packs));
        var languages = CommonOptions.ToCodes(parsed.GetRequiredValue(Languages));
        var checker = PackFolder.WordingChecker(library, languages);
        if (!parsed.GetValue(Incidents) && !parsed.GetValue(Rates) && !IsTable(name)) return Check(name, checker, parsed);
        var columns = ColumnMap.TryParse(parsed.GetValue(Map) ?? [], out var map, out var problem) ? map : throw CommandEnd.WrongUse($"--map: {problem}");
        var nibrs = new NibrsInput(new Lazy<NibrsEdition>(() => NibrsFile.Edition(parsed.GetValue(Packs))));
        var file = InputFile.FindAll([name], columns, Console.OpenStandardInput, nibrs)[0];
        using var interruption = new Interruption();
        var run = new WordingRun(file, columns, nibrs, checker) { Purpose = PurposeOf(parsed) };
        var json = parsed.GetValue(Json);
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Rates))
        {
            var rates = run.Compare(PackFolder.Screener(library, languages), interruption.Token);
            if (json) output.WriteLine(WordingRatesJson.Of(run, rates));
            else WordingRatesText.Write(run, rates, output);
        }
        else if (json) WordingJson.Write(run, output, interruption.Token);
        else WordingText.Write(run, output, interruption.Token);
        run.SayProblems(parsed.InvocationConfiguration.Error);
        return run.Problems > 0 ? ExitCode.DoneWithProblems : ExitCode.Done;
    }

    /// <summary>One narrative of whoever asks: shown with its words.</summary>
    private static int Check(string name, WordingChecker checker, ParseResult parsed)
    {
        var text = ExplainCommand.Read(name);
        var result = checker.Check(new Narrative(text));
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Json)) output.WriteLine(WordingJson.Of(text, result));
        else WordingText.Write(text, result, output);
        if (result.WasRead) return ExitCode.Done;
        parsed.InvocationConfiguration.Error.WriteLine("Found a language that no wording pack covers, expected one that does: nothing was checked.");
        return ExitCode.DoneWithProblems;
    }

    private static string PurposeOf(ParseResult parsed) =>
        parsed.GetValue(Purpose) is { } purpose && !string.IsNullOrWhiteSpace(purpose) ? purpose.Trim() : ScreenOptions.NoPurpose;

    private static bool IsTable(string name) =>
        Path.GetExtension(name).ToLowerInvariant() is ".csv" or ".tsv" or ".ndjson" or ".jsonl";
}
