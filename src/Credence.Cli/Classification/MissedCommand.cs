using System.Buffers;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Credence.Classification;
using Credence.Cli.Nibrs;
using Credence.Cli.Screening;
using Credence.Incidents;
using Credence.Incidents.Nibrs;

namespace Credence.Cli.Classification;

/// <summary><c>credence missed FILE...</c>: incidents whose codes and evidence part, in both directions.</summary>
internal static class MissedCommand
{
    private const string About =
        """
        Finds incidents whose codes and evidence part: recorded as something else and read like trafficking, and the reverse

        Each with what it is recorded as, what it reads like, why, and what is missing, in the order in which to read them:
        persons under 18 arrested for selling sex first, then incidents in which every element is supported, then those that
        lack one, then 40A with nobody as victim, then trafficking codes of which the words say nothing. Counts are of rows
        that somebody should read, not of victims. Nothing here is a verdict.
        """;

    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "Files of incident records, as for credence screen; - is standard input",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Out = new("--out") { Description = "Write all of them to this CSV file", HelpName = "FILE" };

    private static readonly Option<int> Top = new("--top") { Description = "How many to show", HelpName = "N", DefaultValueFactory = _ => 20 };

    private static readonly Option<string[]> Map = new("--map")
    {
        Description = "Which header holds what, where it is not guessed, as for credence screen",
        HelpName = "KEY=HEADER,…",
    };

    private static readonly Option<string?> Narratives = CommonOptions.Narratives();
    private static readonly Option<string?> Purpose = CommonOptions.Purpose();
    private static readonly Option<string?> Packs = CommonOptions.Packs();
    private static readonly Option<string> Languages = CommonOptions.Languages();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("missed", About) { Files, Out, Top, Map, Narratives, Purpose, Packs, Languages, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var columns = ColumnMap.TryParse(parsed.GetValue(Map) ?? [], out var map, out var problem) ? map : throw CommandEnd.WrongUse($"--map: {problem}");
        var top = parsed.GetValue(Top);
        if (top < 0) throw CommandEnd.WrongUse($"--top: found {top}, expected 0 or more.");
        if (parsed.GetValue(Out) is { } taken) OwnFile.ExpectNew(taken);
        var nibrs = new NibrsInput(new Lazy<NibrsEdition>(() => NibrsFile.Edition(parsed.GetValue(Packs))));
        var files = InputFile.FindAll(parsed.GetValue(Files) ?? [], columns, Console.OpenStandardInput, nibrs);
        using var narratives = Join(parsed.GetValue(Narratives), files, columns, parsed.InvocationConfiguration.Error);
        if (narratives is not null) nibrs = nibrs with { NarrativeOf = narratives.Find };
        var library = PackFolder.Library(parsed.GetValue(Packs));
        var screener = PackFolder.Screener(library, CommonOptions.ToCodes(parsed.GetRequiredValue(Languages)));
        using var interruption = new Interruption();
        using var run = new MissedRun { Print = new PrintedRow(OffenseLookup.From(library), Redact: false), Nibrs = nibrs };
        run.Execute(files, columns, screener, MisclassificationFinder.From(library), interruption.Token);
        var purpose = parsed.GetValue(Purpose) is { } stated && !string.IsNullOrWhiteSpace(stated) ? stated.Trim() : ScreenOptions.NoPurpose;
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Out) is { } path) WriteCsv(run, path, purpose);
        if (run.WithoutOffenses > 0) parsed.InvocationConfiguration.Error.WriteLine(
            $"Found no column of offenses for {MissedText.Number(run.WithoutOffenses)} of {MissedText.Number(run.Rows)} rows, expected one: nothing says what they are recorded as; --map offense=HEADER tells which column holds the codes.");
        if (parsed.GetValue(Json)) WriteJson(run, purpose, screener.Packs, output);
        else new MissedText(Terminal.On(output)).Write(run, top);
        return run.Problems > 0 ? ExitCode.DoneWithProblems : ExitCode.Done;
    }

    /// <summary>Narratives to be joined to NIBRS files; how many have something wrong is said, the content never.</summary>
    private static NarrativeFile? Join(string? path, IReadOnlyList<InputFile> files, ColumnMap columns, TextWriter error)
    {
        if (path is null) return null;
        if (path == "-") throw CommandEnd.WrongUse("--narratives: found standard input, expected a file.");
        if (!files.Any(file => file.Format is null or SourceFormat.Nibrs))
            throw CommandEnd.WrongUse("--narratives: found no NIBRS file to join them to, expected one among the files.");
        var problems = 0;
        // Their texts wait in a file that has no name as soon as it is open (NarrativeFile), so the folder may go as well.
        var folder = Directory.CreateTempSubdirectory("credence-");
        var narratives = NarrativeFile.Open(InputFile.FindAll([path], columns, Console.OpenStandardInput)[0], columns, folder.FullName, _ => problems++);
        if (!OperatingSystem.IsWindows()) folder.Delete(recursive: true);
        if (problems > 0) error.WriteLine($"{path}: found {problems} rows with a problem, expected none; credence screen says which.");
        return narratives;
    }

    private static void WriteCsv(MissedRun run, string path, string purpose)
    {
        using var file = OwnFile.Open(path, FileMode.CreateNew, buffer: 1 << 16);
        var line = new ArrayBufferWriter<byte>();
        CsvLine.Write(line, "incident number", "row", "kinds", "recorded as", "reads like", "because", "missing", "level", "score", "file", "purpose");
        foreach (var row in run.Found)
        {
            CsvLine.Write(
                line, row.Number, CsvLine.Number(row.Row), string.Join("; ", row.Kinds), row.Recorded, string.Join("; ", row.ReadsLike),
                row.Because, string.Join("; ", row.Missing), row.Level, row.Score.ToString(CultureInfo.InvariantCulture), row.File, purpose);
            file.Write(line.WrittenSpan);
            line.ResetWrittenCount();
        }

        file.Write(line.WrittenSpan);
    }

    // Written as it is read: the list may be long.
    private static void WriteJson(MissedRun run, string purpose, IReadOnlyList<string> packs, TextWriter output)
    {
        var head = JsonSerializer.Serialize(
            new
            {
                purpose,
                rows = run.Rows,
                listed = run.Listed,
                counts = run.Counts.ToDictionary(count => MissedWords.Id(count.Key), count => count.Value),
                codedUnread = run.CodedUnread,
                withoutOffenses = run.WithoutOffenses,
                problems = run.Problems,
                packs,
            },
            MissedRow.Json);
        output.Write($"{head[..^1]},\"incidents\":[");
        var separator = "\n";
        foreach (var row in run.Found)
        {
            output.Write($"{separator}{JsonSerializer.Serialize(row, MissedRow.Json)}");
            separator = ",\n";
        }

        output.WriteLine("]}");
    }
}
