using Sylvan.Data.Csv;

namespace Credence.Evaluation.Release;

/// <summary>
/// Rows of codes, one for each person or incident: what a table is counted from. Read once, kept as numbers; a column's
/// categories stand in the order of their names, so that the order of the rows does not matter.
/// </summary>
public sealed class CodedRows
{
    /// <summary>More rows than this are refused.</summary>
    public const int MostRows = 50_000_000;

    private readonly int[][] _codes;

    private CodedRows(IReadOnlyList<SpanningVariable> variables, int[][] codes) => (Variables, _codes) = (variables, codes);

    /// <summary>The columns, with the codes that occur in them.</summary>
    public IReadOnlyList<SpanningVariable> Variables { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => _codes.Length == 0 ? 0 : _codes[0].Length;

    /// <summary>The codes of one column, row by row, as places among its categories.</summary>
    public ReadOnlySpan<int> this[int column] => _codes[column];

    /// <summary>Reads columns by name, or all where none is named. An empty cell is a category of its own.</summary>
    public static CodedReading Read(TextReader text, IReadOnlyList<string>? names = null, int mostColumns = 20)
    {
        if (text.Peek() < 0) return new UnreadableCodes("found nothing in it, expected rows with a header");
        try
        {
            using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { MaxBufferSize = 16 * 1024 * 1024 });
            return Columns(csv, names, mostColumns) is { } wrong ? new UnreadableCodes(wrong) : Read(csv, Places(csv, names));
        }
        catch (Exception fault) when (fault is CsvFormatException or CsvInvalidCharacterException or CsvRecordTooLargeException)
        {
            return new UnreadableCodes("found a quote that is not closed or not doubled, expected well-formed CSV");
        }
    }

    /// <summary>Counts the rows by some of the columns.</summary>
    /// <param name="columns">Numbers of columns.</param>
    /// <param name="person">The column that tells persons apart, or null.</param>
    /// <param name="cap">Rows of one person beyond this many are left out, the later ones first.</param>
    public FrequencyTable Tabulate(IReadOnlyList<int> columns, int? person = null, int cap = int.MaxValue)
    {
        var variables = columns.Select(column => Variables[column]).ToList();
        var counts = new long[variables.Aggregate(1, (cells, variable) => cells * variable.Categories.Count)];
        var of = person is { } who ? new int[Variables[who].Categories.Count] : null;
        for (var row = 0; row < Count; row++)
        {
            if (of is not null && ++of[_codes[person!.Value][row]] > cap) { continue; }

            var cell = 0;
            for (var v = 0; v < variables.Count; v++) { cell = (cell * variables[v].Categories.Count) + _codes[columns[v]][row]; }

            counts[cell]++;
        }

        return FrequencyTable.Of(variables, counts);
    }

    private static string? Columns(CsvDataReader csv, IReadOnlyList<string>? names, int most)
    {
        var header = Enumerable.Range(0, csv.FieldCount).Select(column => csv.GetName(column).Trim()).ToList();
        if (header.Count == 0) { return "line 1: found no columns, expected one for each variable"; }

        if (header.Distinct(StringComparer.Ordinal).Count() < header.Count) { return "line 1: found two columns of one name, expected a name for each"; }

        if (names is null && header.Count > most) { return $"line 1: found {header.Count} columns, expected at most {most}"; }

        var missing = names?.FirstOrDefault(name => !header.Contains(name, StringComparer.Ordinal));
        return missing is null ? null : $"line 1: found no column called {missing}, expected one";
    }

    private static int[] Places(CsvDataReader csv, IReadOnlyList<string>? names)
    {
        var header = Enumerable.Range(0, csv.FieldCount).Select(column => csv.GetName(column).Trim()).ToList();
        return names is null ? [.. Enumerable.Range(0, header.Count)] : [.. names.Select(name => header.IndexOf(name))];
    }

    private static CodedReading Read(CsvDataReader csv, int[] places)
    {
        var columns = Array.ConvertAll(places, place => new CodeColumn(csv.GetName(place).Trim()));
        for (var row = 2; csv.Read(); row++)
        {
            if (row > MostRows) { return new UnreadableCodes($"found more than {MostRows} rows, expected fewer"); }

            if (csv.RowFieldCount != csv.FieldCount) { return new UnreadableCodes($"row {row}: found {csv.RowFieldCount} cells, expected {csv.FieldCount}"); }

            for (var i = 0; i < places.Length; i++) { columns[i].Add(csv.GetFieldSpan(places[i]).Trim()); }
        }

        return columns[0].Count == 0
            ? new UnreadableCodes("found no rows, expected one for each person or incident")
            : new ReadCodes(Sorted(columns));
    }

    private static CodedRows Sorted(CodeColumn[] columns)
    {
        var finished = Array.ConvertAll(columns, column => column.Finish());
        return new CodedRows([.. finished.Select(column => column.Variable)], Array.ConvertAll(finished, column => column.Codes));
    }

    private sealed class CodeColumn
    {
        private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
        private readonly List<int> _rows = [];
        private readonly string _name;

        public CodeColumn(string name) => (_name, _bySpan) = (name, _codes.GetAlternateLookup<ReadOnlySpan<char>>());

        public int Count => _rows.Count;

        public void Add(ReadOnlySpan<char> cell)
        {
            if (!_bySpan.TryGetValue(cell, out var code))
            {
                code = _codes.Count;
                _codes.Add(cell.ToString(), code);
            }

            _rows.Add(code);
        }

        public (SpanningVariable Variable, int[] Codes) Finish()
        {
            string[] categories = [.. _codes.Keys.Order(StringComparer.Ordinal)];
            var places = new int[categories.Length];
            for (var place = 0; place < categories.Length; place++) { places[_codes[categories[place]]] = place; }

            int[] codes = [.. _rows];
            for (var row = 0; row < codes.Length; row++) { codes[row] = places[codes[row]]; }

            return (new SpanningVariable(_name, categories), codes);
        }
    }
}

/// <summary>What came of reading rows of codes.</summary>
public abstract record CodedReading
{
    private protected CodedReading()
    {
    }
}

/// <summary>Rows that can be counted.</summary>
/// <param name="Rows">The rows.</param>
public sealed record ReadCodes(CodedRows Rows) : CodedReading;

/// <summary>No such rows.</summary>
/// <param name="Message">Found, expected, where; never a code.</param>
public sealed record UnreadableCodes(string Message) : CodedReading;
