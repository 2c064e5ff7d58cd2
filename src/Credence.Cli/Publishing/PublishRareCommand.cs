using System.Buffers;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Credence.Cli.Evaluation;
using Credence.Cli.Screening;
using Credence.Evaluation.Release;

namespace Credence.Cli.Publishing;

/// <summary><c>credence publish rare</c>: by which combinations of codes somebody could be found in rows that go out.</summary>
internal static class PublishRareCommand
{
    private const int MostShown = 20;

    private static readonly Argument<string> File = new("ROWS") { Description = "Rows of codes, one a person or incident (CSV, up to 20 columns); - is standard input" };

    private static readonly Option<string?> Columns = new("--columns") { Description = "Only these columns", HelpName = "COL,COL" };

    private static readonly Option<string?> Out = new("--out") { Description = "File for all of them (CSV); must not exist", HelpName = "FILE" };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("rare",
            "Finds every combination of up to three columns' codes that fewer than k rows have, and says which column makes most of them.")
        {
            File, ReleaseOptions.Threshold, Columns, Out, Json,
        };
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            return Run(parsed, interruption.Token);
        });
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var k = ReleaseOptions.KOf(parsed);
        var path = parsed.GetValue(File)!;
        var names = parsed.GetValue(Columns)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names is { Length: 0 or > 20 }) throw CommandEnd.WrongUse("--columns: found none or more than 20, expected 1 to 20 names.");
        if (parsed.GetValue(Out) is { } file) OwnFile.ExpectNew(file);
        var rows = ReleaseTables.Rows(path, names);
        if (rows.Variables.FirstOrDefault(variable => variable.Categories.Count > RareCombinations.MostCodes) is { } wide)
            throw CommandEnd.Refused($"{GoldText.Typed(path)}, column {ShownText.Of(wide.Name)}: found more than {RareCombinations.MostCodes} codes, expected codes and no numbers of persons; --columns leaves it out.");
        var rare = RareCombinations.Of(rows, k, cancellation);
        if (parsed.GetValue(Out) is { } to) OwnFile.Write(to, Csv(rows, rare));
        Say(parsed, rows, rare);
        return ExitCode.Done;
    }

    private static ReadOnlySpan<byte> Csv(CodedRows rows, RareCombinations rare)
    {
        var lines = new ArrayBufferWriter<byte>();
        CsvLine.Write(lines, "column 1", "code 1", "column 2", "code 2", "column 3", "code 3", "count");
        foreach (var combination in rare.Minimal)
        {
            var cells = new string[7];
            Array.Fill(cells, "");
            for (var i = 0; i < combination.Columns.Count; i++)
            {
                cells[2 * i] = rows.Variables[combination.Columns[i]].Name;
                cells[(2 * i) + 1] = rows.Variables[combination.Columns[i]].Categories[combination.Codes[i]];
            }

            cells[6] = CountClass(rare);
            CsvLine.Write(lines, cells);
        }

        return lines.WrittenSpan;
    }

    private static string CountClass(RareCombinations rare) => string.Create(CultureInfo.InvariantCulture, $"<{rare.Threshold}");

    private static void Say(ParseResult parsed, CodedRows rows, RareCombinations rare)
    {
        var (output, all) = (parsed.InvocationConfiguration.Output, rare.BySize.Sum());
        var columns = rows.Variables.Select((variable, column) => (variable.Name, With: rare.WithColumn[column])).OrderByDescending(column => column.With).ToList();
        if (parsed.GetValue(Json))
        {
            output.WriteLine(JsonSerializer.Serialize(
                new
                {
                    K = rare.Threshold,
                    Rows = rows.Count,
                    Singles = rare.BySize[0],
                    Pairs = rare.BySize[1],
                    Triples = rare.BySize[2],
                    Columns = columns.Select(column => new { Column = column.Name, PartOf = column.With }),
                    Minimal = rare.Minimal.Select(one => new { Columns = one.Columns.Select(column => rows.Variables[column].Name), Codes = one.Columns.Zip(one.Codes, (column, code) => rows.Variables[column].Categories[code]), Count = CountClass(rare) }),
                },
                EvaluationJson.Options));
            return;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Count:N0} rows, {rows.Variables.Count} columns. Fewer than {rare.Threshold} rows have: {rare.BySize[0]:N0} single codes, {rare.BySize[1]:N0} pairs, {rare.BySize[2]:N0} triples."));
        if (all == 0) return;
        output.WriteLine("Columns by how many of these would be gone without them:");
        foreach (var (name, with) in columns.Where(column => column.With > 0)) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {ShownText.Of(name)}: {with:N0} ({100.0 * with / all:0} in 100)"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Rare though none of their parts is: {rare.Minimal.Count:N0}{(rare.Minimal.Count == RareCombinations.MostKept ? " and more" : "")}"));
        foreach (var one in rare.Minimal.Take(MostShown)) output.WriteLine("  " + ShownText.Of(string.Join(", ", one.Columns.Zip(one.Codes, (column, code) => $"{rows.Variables[column].Name} {rows.Variables[column].Categories[code]}"))) + $": {CountClass(rare)}");
        if (rare.Minimal.Count > MostShown) output.WriteLine("  … all of them with --out FILE or --json");
        output.WriteLine("This list points at people. It is for whoever prepares the rows, and not to be published.");
    }
}
