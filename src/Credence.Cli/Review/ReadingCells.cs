using Credence.Incidents;
using Credence.Review;
using Credence.Screening;
using Sylvan.Data.Csv;

namespace Credence.Cli.Review;

/// <summary>A reading as somebody typed it, on the command line or in a row.</summary>
internal sealed record ReadingCells(
    string Where, string Incident, string? Reader, string? Victim, string? Type, string? Elements, string? Affected, string? Note)
{
    private static readonly string[] Columns = ["incident", "victim", "reader", "type", "elements", "affected", "note"];

    /// <summary>Row of the file, the headers being row 1; 0 for the command line.</summary>
    public int Row { get; private init; }

    /// <summary>Headers of the file by what they mean, as they stand in it; null for what was typed on the command line.</summary>
    private IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Rows of a CSV file; a reader named for all of them stands where the row names none.</summary>
    public static IReadOnlyList<ReadingCells> Read(TextReader text, string file, string? reader)
    {
        try
        {
            using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { HasHeaders = true, Schema = CsvSchema.Nullable });
            var columns = Enumerable.Range(0, csv.FieldCount).ToLookup(i => csv.GetName(i).Trim(), StringComparer.OrdinalIgnoreCase);
            foreach (var needed in new[] { "incident", "victim" })
                if (!columns[needed].Any()) throw CommandEnd.WrongUse($"{file}, line 1: found no column '{needed}', expected incident and victim.");
            var headers = Columns.ToDictionary(name => name, name => columns[name].Select(i => csv.GetName(i).Trim()).FirstOrDefault(name));
            var rows = new List<ReadingCells>();
            while (csv.Read())
            {
                string? Cell(string name) => columns[name].Select(i => i < csv.RowFieldCount ? csv.GetString(i).Trim() : "").FirstOrDefault(cell => cell.Length > 0);
                rows.Add(new ReadingCells(
                    $"{file}, row {rows.Count + 2}, ", Cell("incident") ?? "", Cell("reader") ?? reader, Cell("victim"), Cell("type"),
                    Cell("elements"), Cell("affected"), Cell("note")) { Headers = headers, Row = rows.Count + 2 });
            }

            return rows;
        }
        catch (Exception e) when (e is CsvFormatException or CsvInvalidCharacterException or CsvRecordTooLargeException)
        {
            throw CommandEnd.WrongUse($"{file}: found no well-formed CSV, expected a row of headers and rows of readings.");
        }
    }

    /// <summary>The reading; ends the command with what is wrong with it.</summary>
    public Reading ToReading(ReviewFolder folder)
    {
        if (string.IsNullOrEmpty(Reader)) throw Wrong("--reader", "nothing", $"one of {string.Join(", ", folder.Review.Readers)}");
        var victim = One<VictimAnswer>("--victim", Victim) ?? throw Wrong("--victim", "nothing", "yes, no or unsure");
        var type = One<ExploitationType>("--type", Type);
        if (victim == VictimAnswer.Yes && type is null or ExploitationType.None) throw Wrong("--type", "no kind of exploitation", "sex, labor or both where there is a possible victim");
        if (victim == VictimAnswer.No && type is not (null or ExploitationType.None)) throw Wrong("--type", "a kind of exploitation", "none where there is no possible victim");
        return new Reading(new IncidentNumber(Incident.Trim()), folder.Reader(Reader), victim, type ?? ExploitationType.None)
        {
            Elements = [.. (Elements ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(element =>
                One<Element>("--elements", element) is { } known and not Element.None ? known : throw Wrong("--elements", "another word", "act, means, purpose"))],
            Affected = Affected ?? "",
            Note = Note ?? "",
        };
    }

    /// <summary>Where it stood; the rest tells of a person.</summary>
    public override string ToString() => $"ReadingCells({Where})";

    private T? One<T>(string option, string? cell)
        where T : struct, Enum =>
        string.IsNullOrEmpty(cell) ? null
        : Enum.GetNames<T>().FirstOrDefault(name => name.Equals(cell, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name)
        : throw Wrong(option, "another word", string.Join(", ", Enum.GetNames<T>().Select(known => known.ToLowerInvariant())));

    /// <summary>The column of the file, or the option or argument of the command line, that is wrong.</summary>
    public string NameOf(string option) => Headers?[option.TrimStart('-').ToLowerInvariant()] is { } header ? $"column {header}" : option;

    private CommandEnd Wrong(string option, string found, string expected) => CommandEnd.WrongUse($"{Where}{NameOf(option)}: found {found}, expected {expected}.");
}
