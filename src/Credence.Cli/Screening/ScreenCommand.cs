using System.CommandLine;
using Credence.Classification;
using Credence.Cli.Nibrs;
using Credence.Incidents;
using Credence.Incidents.Nibrs;

namespace Credence.Cli.Screening;

/// <summary><c>credence screen FILE...</c>: reads incident records, writes what was found in each.</summary>
internal static class ScreenCommand
{
    private const string About =
        """
        Screens incident records: CSV (any delimiter; UTF-8, UTF-16 or Windows-1252), one JSON object a line, or a NIBRS
        flat file, with its narratives from a file of their own (--narratives).

        Writes into the folder of --out:
          screened.ndjson  one line for every row, in input order (docs/screened.schema.json)
          missed.csv       possible or strong, while no offense code of that incident says trafficking; to be read from
                           the top: strong before possible, then the higher score, then in input order
          report.html      the same for a person to read in a browser, without a network: the rules of use, each missed
                           incident with its words, plots, definitions; holds narratives unless --redact is given
          problems.csv     what was wrong in which row and column; row 0 is the header; never what anybody wrote
          run.json         purpose, packs, options, inputs and counts; there only when the run is complete
        A cell of the offense column may list several codes (40A; 13B or 40A, 13B or 40A and 13B). What reads like a story there
        (a word of sentences such as she or said, or over 40 characters without a code or a known word) is screened and printed
        nowhere; with --redact nothing but codes and known words of offenses is printed.
        Files and folders that a run makes are for its own account alone, where the system has such modes.
        Until then the files end in .partial. A folder that holds a run is replaced with --force only.
        A cell of the CSV files that begins with = + - @ gets ' before it, so that no spreadsheet runs it.
        """;

    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "Files of incident records; - is standard input",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "Folder for the results",
        HelpName = "DIR",
        DefaultValueFactory = _ => "screened",
    };

    private static readonly Option<string[]> Map = new("--map")
    {
        Description = "Which header holds what, where it is not guessed: id=contact_id,narrative=text. Keys: "
            + string.Join(", ", ColumnMap.Keys),
        HelpName = "KEY=HEADER,…",
    };

    private static readonly Option<string?> Narratives = CommonOptions.Narratives();

    private static readonly Option<int> Jobs = new("--jobs")
    {
        Description = "Narratives screened at a time; the result is the same for any number",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private static readonly Option<bool> Resume = new("--resume")
    {
        Description = "Go on with a run that was interrupted, with the same files and options",
    };

    private static readonly Option<bool> Force = new("--force") { Description = "Replace the run that the folder holds" };

    private static readonly Option<bool> Redact = new("--redact") { Description = "Leave narratives out of report.html" };

    private static readonly Option<bool> Explain = new("--explain") { Description = "Print the rule that makes a level" };

    private static readonly Option<string?> Purpose = CommonOptions.Purpose();
    private static readonly Option<string?> Packs = CommonOptions.Packs();
    private static readonly Option<string> Languages = CommonOptions.Languages();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("screen", About)
        {
            Files, Out, Map, Narratives, Purpose, Packs, Languages, Jobs, Redact, Resume, Force, Explain, Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var output = parsed.InvocationConfiguration.Output;
        var options = Options(parsed);
        if (parsed.GetValue(Explain)) LevelRuleText.Write(output);
        if (options.Files.Count == 0) return parsed.GetValue(Explain) ? ExitCode.Done : throw CommandEnd.WrongUse(
            "Found no file to screen, expected at least one. See: credence screen --help");
        using var interruption = new Interruption();
        var library = PackFolder.Library(parsed.GetValue(Packs));
        var screener = PackFolder.Screener(library, CommonOptions.ToCodes(options.Languages));
        var run = new ScreenRun(options, screener.Screen, screener.Packs, Progress.To(Console.Error))
        {
            Offenses = OffenseLookup.From(library),
            Finder = MisclassificationFinder.From(library),
            Nibrs = new NibrsInput(new Lazy<NibrsEdition>(() => NibrsFile.Edition(parsed.GetValue(Packs)))),
        };
        var record = run.Execute(interruption.Token);
        if (parsed.GetValue(Json)) output.WriteLine(record.ToJson());
        else if (record.Counts.Rows > 0) Summary.Write(record, options.Out, run.Elapsed, output);
        if (record.Purpose == ScreenOptions.NoPurpose) parsed.InvocationConfiguration.Error.WriteLine(ScreenOptions.NoPurposeSentence);
        if (record.Counts.Rows == 0) parsed.InvocationConfiguration.Error.WriteLine(
            $"Found no rows in {string.Join(", ", options.Files)}; expected incidents below the row of headers.");
        return record.Counts.Problems > 0 ? ExitCode.DoneWithProblems : ExitCode.Done;
    }

    private static ScreenOptions Options(ParseResult parsed)
    {
        var map = parsed.GetValue(Map) ?? [];
        if (!ColumnMap.TryParse(map, out var columns, out var problem)) throw CommandEnd.WrongUse($"--map: {problem}");
        var jobs = parsed.GetValue(Jobs);
        if (jobs is < 1 or > 256) throw CommandEnd.WrongUse($"--jobs: found {jobs}, expected a number from 1 to 256.");
        return new ScreenOptions
        {
            Files = parsed.GetValue(Files) ?? [],
            Out = parsed.GetRequiredValue(Out),
            Map = columns,
            MapText = string.Join(",", map),
            Purpose = parsed.GetValue(Purpose) is { } purpose && !string.IsNullOrWhiteSpace(purpose) ? purpose.Trim() : ScreenOptions.NoPurpose,
            Languages = parsed.GetRequiredValue(Languages),
            Narratives = parsed.GetValue(Narratives),
            Jobs = jobs,
            Redact = parsed.GetValue(Redact),
            Resume = parsed.GetValue(Resume),
            Force = parsed.GetValue(Force),
        };
    }
}
