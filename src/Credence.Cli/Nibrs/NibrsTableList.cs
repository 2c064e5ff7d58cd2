using System.Globalization;
using System.Text.Json;
using Credence.Incidents;
using Credence.Incidents.Nibrs;

namespace Credence.Cli.Nibrs;

/// <summary>
/// <c>tables.json</c> in a folder of CSV tables: how many rows each had, and how many digits the numbers in a column, so that a
/// table or row that is gone, and zeros that a spreadsheet program has eaten, are noticed on the way back.
/// </summary>
internal sealed class NibrsTableList
{
    public const string FileName = "tables.json";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    private readonly SortedDictionary<string, Written> _tables;

    private NibrsTableList(SortedDictionary<string, Written> tables, bool isKnown) => (_tables, IsKnown) = (tables, isKnown);

    /// <summary>False where the folder says nothing of how its tables were written.</summary>
    public bool IsKnown { get; }

    public static NibrsTableList Of(IEnumerable<string> tables) =>
        new(new(tables.ToDictionary(table => table, _ => new Written()), StringComparer.Ordinal), true);

    /// <summary>The list of a folder; ends the command if a table is missing, since nobody could tell what was lost with it.</summary>
    public static NibrsTableList Read(string folder, NibrsEdition edition)
    {
        var path = Path.Combine(folder, FileName);
        var tables = File.Exists(path) ? Parse(path) : null;
        var expected = tables?.Keys.AsEnumerable() ?? NibrsCsv.Tables(edition);
        var missing = expected.Where(table => !File.Exists(Path.Combine(folder, table + ".csv"))).ToList();
        return missing.Count == 0
            ? new NibrsTableList(tables ?? [], tables is not null)
            : throw CommandEnd.Refused(
                $"{folder}: found no {string.Join(", ", missing.Select(table => Missing(table, tables)))}, expected every table that credence nibrs convert wrote, empty ones too.");
    }

    /// <summary>Counts a row as it is written.</summary>
    public void Add(string table, IReadOnlyList<string> headers, IReadOnlyList<string> cells)
    {
        var written = _tables[table];
        written.Rows++;
        for (var i = 0; i < cells.Count; i++)
            if (table != NibrsCsv.OtherLines && headers[i] != NibrsCsv.Line && Digits(cells[i]) is var digits and > 0)
                (written.Digits.TryGetValue(headers[i], out var known) ? known : written.Digits[headers[i]] = []).Add(digits);
    }

    public void Write(string folder) => File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(_tables, Form) + "\n");

    /// <summary>What is wrong with the numbers of a row: fewer digits than any number of the column had.</summary>
    public SourceProblem? Shortened(string table, Func<string, string?> cell)
    {
        if (!_tables.TryGetValue(table, out var written)) return null;
        var columns = written.Digits.Where(column => Digits(cell(column.Key)) is var digits and > 0 && digits < column.Value.Max && !column.Value.Contains(digits))
            .Select(column => $"{column.Key} ({string.Join(" or ", column.Value)})").ToList();
        return columns.Count == 0
            ? null
            : new SourceProblem("a number that is too short, as if a spreadsheet program had eaten zeros in front", $"digits: {string.Join(", ", columns)}");
    }

    /// <summary>What is wrong with a table of so many rows; null for nothing.</summary>
    public SourceProblem? Counted(string table, long rows) => _tables.TryGetValue(table, out var written) && written.Rows != rows
        ? new SourceProblem(
            string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows"), string.Create(CultureInfo.InvariantCulture, $"{written.Rows:N0}, as they were written"))
        : null;

    private static string Missing(string table, SortedDictionary<string, Written>? tables) => tables is null
        ? table + ".csv"
        : string.Create(CultureInfo.InvariantCulture, $"{table}.csv ({tables[table].Rows:N0} rows)");

    private static SortedDictionary<string, Written> Parse(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<SortedDictionary<string, Written>>(File.ReadAllText(path), Form)
                ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw CommandEnd.Refused($"{path}: found no list of tables, expected what credence nibrs convert wrote.");
        }
    }

    private static int Digits(string? cell) => !string.IsNullOrEmpty(cell) && cell.All(char.IsAsciiDigit) ? cell.Length : 0;

    /// <summary>What was written of one table.</summary>
    private sealed class Written
    {
        public long Rows { get; set; }

        public SortedDictionary<string, SortedSet<int>> Digits { get; set; } = new(StringComparer.Ordinal);
    }
}
