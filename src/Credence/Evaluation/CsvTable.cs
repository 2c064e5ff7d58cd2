using Sylvan.Data.Csv;

namespace Credence.Evaluation;

/// <summary>A CSV file whose columns are found by name.</summary>
internal sealed class CsvTable
{
    private const int LargestRow = 64 * 1024 * 1024;
    private static readonly string[] NarrativeNames = ["narrative", "summary", "text", "description"];

    private static readonly string[] NumberNames =
        ["id", "incidentid", "incidentnumber", "contactid", "caseid", "casenumber", "reportnumber", "number"];

    private readonly CsvDataReader _csv;

    private CsvTable(CsvDataReader csv) => _csv = csv;

    public int? Narrative => NarrativeNames.Select(Column).FirstOrDefault(c => c is not null);

    public IReadOnlyList<string> Names => [.. Enumerable.Range(0, _csv.FieldCount).Select(column => _csv.GetName(column).Trim())];

    public bool HasNumbers => Number is not null;

    private int? Number => NumberNames.Select(Column).FirstOrDefault(c => c is not null);

    /// <summary>Opens a table whose header line has been read already; null if the header is no CSV.</summary>
    public static CsvTable? TryOpen(string header, TextReader rest)
    {
        var options = new CsvDataReaderOptions { HasHeaders = true, MaxBufferSize = LargestRow };
        try
        {
            return new CsvTable(CsvDataReader.Create(new PrefixedReader(header + "\n", rest), options));
        }
        catch (Exception fault) when (IsOfTheFile(fault))
        {
            return null;
        }
    }

    public int? Column(string name)
    {
        for (var i = 0; i < _csv.FieldCount; i++)
        {
            if (Plain(_csv.GetName(i)) == Plain(name)) { return i; }
        }

        return null;
    }

    /// <summary>
    /// Rows as (line, id, cell by column). The header is row 1. Rows without an id column are named by their place.
    /// A row that cannot be parsed ends the table with a problem.
    /// </summary>
    public IEnumerable<Row> Rows(List<GoldProblem> problems)
    {
        var number = Number;
        for (var row = 2L; Advance(row, problems); row++)
        {
            var id = number is { } column ? Cell(column) : "";
            yield return new Row(this, row, id.Length > 0 ? id : $"row {row}");
        }
    }

    private bool Advance(long row, List<GoldProblem> problems)
    {
        try
        {
            return _csv.Read();
        }
        catch (CsvRecordTooLargeException)
        {
            problems.Add(new GoldProblem(
                row, $"found a row of more than {LargestRow} characters, perhaps an open quote; expected a shorter one"));
        }
        catch (Exception fault) when (IsOfTheFile(fault))
        {
            problems.Add(new GoldProblem(row, "found a quote inside a cell that is not doubled; expected well-formed CSV"));
        }

        return false;
    }

    private static bool IsOfTheFile(Exception fault) =>
        fault is CsvFormatException or CsvInvalidCharacterException or CsvRecordTooLargeException;

    private string Cell(int column) => column < _csv.RowFieldCount ? _csv.GetString(column).Trim() : "";

    private static string Plain(string name) =>
        string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    internal readonly record struct Row(CsvTable Table, long Line, string Id)
    {
        public string this[int column] => Table.Cell(column);
    }
}
