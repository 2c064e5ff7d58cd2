using System.Globalization;
using Sylvan.Data.Csv;

namespace Credence.Evaluation.Release;

/// <summary>
/// Reads a table: a column for each variable and one of counts, a row for each cell. Margins have the word for totals as their
/// category; without any they are added up. A cell without a row has nobody in it.
/// </summary>
public static class TableReader
{
    /// <summary>The category of a total, unless another word is given.</summary>
    public const string UsualTotal = "(all)";

    /// <summary>What stands in place of a withheld count.</summary>
    public const string Withheld = "withheld";

    /// <summary>What stands in place of the count of a combination that cannot occur.</summary>
    public const string Impossible = "impossible";

    private static readonly string[] CountNames = ["count", "n", "freq", "frequency", "number", "people", "persons", "incidents"];

    // How agencies mark them: words, stars, single letters.
    private static readonly HashSet<string> Marks = new(StringComparer.OrdinalIgnoreCase) { Withheld, "suppressed", "*", "**", "s", "x", "c", "d", "(d)", "(s)", "[c]", ".." };

    /// <summary>The table, or what is wrong with it in one sentence that quotes no cell.</summary>
    public static TableReading Read(TextReader text, string total = UsualTotal, IReadOnlyList<SpanningVariable>? like = null)
    {
        if (text.Peek() < 0) return new UnreadableTable("found nothing in it, expected a table with a header");
        try
        {
            using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { MaxBufferSize = 16 * 1024 * 1024 });
            var header = Enumerable.Range(0, csv.FieldCount).Select(column => Plain(csv.GetName(column))).ToList();
            return Wrong(header) is { } wrong ? new UnreadableTable(wrong) : new RowsOfCells(header, CountIn(header), total).Read(csv, like);
        }
        catch (Exception fault) when (fault is CsvFormatException or CsvInvalidCharacterException or CsvRecordTooLargeException)
        {
            return new UnreadableTable("found a quote that is not closed or not doubled, expected well-formed CSV");
        }
    }

    // Without the apostrophe that keeps a spreadsheet from taking text for a formula.
    internal static string Plain(string cell) => cell.Trim() is ['\'', '=' or '+' or '-' or '@', ..] guarded ? guarded[1..] : cell.Trim();

    internal static bool IsWithheld(string cell) => Marks.Contains(cell) || (cell is ['<', ..] && int.TryParse(cell.AsSpan(1).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out _));

    private static int CountIn(List<string> header) => header.FindIndex(name => CountNames.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static string? Wrong(List<string> header) => header switch
    {
        _ when CountIn(header) < 0 => $"line 1: found no column of counts, expected one called {string.Join(", ", CountNames[..^1])} or {CountNames[^1]}",
        { Count: < 2 } => "line 1: found counts alone, expected a column for each variable",
        { Count: > FrequencyTable.MostVariables + 1 } => $"line 1: found {header.Count - 1} variables, expected at most {FrequencyTable.MostVariables}",
        _ when header.Distinct(StringComparer.Ordinal).Count() < header.Count => "line 1: found two columns of one name, expected a name for each",
        _ when header.Exists(string.IsNullOrWhiteSpace) => "line 1: found a column without a name, expected a name for every variable",
        _ => null,
    };
}

/// <summary>What came of reading a table.</summary>
public abstract record TableReading
{
    private protected TableReading()
    {
    }
}

/// <summary>A table with its margins.</summary>
/// <param name="Table">The table.</param>
public sealed record ReadTable(FrequencyTable Table) : TableReading;

/// <summary>No table.</summary>
/// <param name="Message">Found, expected, where.</param>
public sealed record UnreadableTable(string Message) : TableReading;
