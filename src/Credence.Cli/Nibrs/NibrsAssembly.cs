using System.Globalization;
using System.Text;
using Credence.Incidents;
using Credence.Incidents.Nibrs;
using Sylvan.Data.Csv;

namespace Credence.Cli.Nibrs;

/// <summary>Puts a flat file together from JSON lines or from CSV tables, in the order of its lines.</summary>
internal static class NibrsAssembly
{
    public static NibrsConversion Make(string source, string target, NibrsEdition edition, TextWriter problems)
    {
        if (!Directory.Exists(source) && !File.Exists(source)) throw CommandEnd.WrongUse($"{source}: found no such file or folder.");
        if (File.Exists(source) && FirstByte(source) != '{')
            throw CommandEnd.WrongUse($"{source}: found no JSON object at its beginning, expected an .ndjson file or a folder of CSV tables.");
        // Asked before the file is made: a refusal leaves what was there.
        var list = Directory.Exists(source) ? NibrsTableList.Read(source, edition) : null;
        try
        {
            using var stream = File.Create(target);
            return Write(source, stream, edition, list, problems);
        }
        catch (CommandEnd)
        {
            File.Delete(target);
            throw;
        }
    }

    private static NibrsConversion Write(string source, Stream stream, NibrsEdition edition, NibrsTableList? list, TextWriter problems)
    {
        var (lines, other, leftOut) = (0L, 0L, 0L);
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (where, bytes, isSegment, problem) in list is not null ? FromCsv(source, edition, list, rows) : FromNdjson(source, edition))
        {
            if (bytes is null) problems.WriteLine($"{where}: {problem}");
            if (bytes is null) leftOut++;
            else lines++;
            if (bytes is not null && !isSegment) other++;
            stream.Write(bytes);
        }

        return new NibrsConversion(lines, other, leftOut, list is null ? 0 : SayOfTables(list, rows, problems));
    }

    private static int SayOfTables(NibrsTableList list, SortedDictionary<string, long> rows, TextWriter problems)
    {
        var said = 0;
        if (!list.IsKnown)
        {
            problems.WriteLine($"{NibrsTableList.FileName}: found no such file, expected it beside the tables; whether rows are missing, or zeros in front, cannot be told.");
            said++;
        }

        foreach (var (table, count) in rows)
        {
            if (list.Counted(table, count) is not { } problem) continue;
            problems.WriteLine($"{table}.csv: {problem}");
            said++;
        }

        return said;
    }

    private static char FirstByte(string path)
    {
        using var stream = File.OpenRead(path);
        return (char)Math.Max(0, stream.ReadByte());
    }

    private static IEnumerable<(string Where, byte[]? Bytes, bool IsSegment, SourceProblem? Problem)> FromNdjson(string path, NibrsEdition edition)
    {
        var row = 0L;
        foreach (var line in File.ReadLines(path))
        {
            row++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var (bytes, problem) = NibrsNdjson.Read(Encoding.UTF8.GetBytes(line), edition);
            yield return (string.Create(CultureInfo.InvariantCulture, $"row {row}"), bytes, !line.Contains("\"raw\":", StringComparison.Ordinal), problem);
        }
    }

    // The tables are read side by side: the row with the lowest line comes next.
    private static IEnumerable<(string Where, byte[]? Bytes, bool IsSegment, SourceProblem? Problem)> FromCsv(
        string folder, NibrsEdition edition, NibrsTableList list, SortedDictionary<string, long> rows)
    {
        var tables = NibrsCsv.Tables(edition).Select(table => Path.Combine(folder, table + ".csv")).Where(File.Exists).Select(path => new Table(path)).ToList();
        if (tables.Count == 0) throw CommandEnd.WrongUse($"{folder}: found no table, expected files such as administrative.csv.");
        var order = new LineOrder();
        try
        {
            ExpectColumns(tables, folder, edition);
            tables.ForEach(table => rows[table.Name] = 0);
            while (tables.Where(table => table.HasRow).MinBy(table => table.Line) is { } next)
            {
                rows[next.Name]++;
                var (bytes, problem) = (order.Problem(next.HasLine ? next.Line : null) ?? list.Shortened(next.Name, next.Cell)) is { } wrong
                    ? (null, wrong)
                    : NibrsCsv.Read(edition, next.Name, next.Cell);
                if (bytes is not null) order.Written(next.Line, bytes);
                yield return (string.Create(CultureInfo.InvariantCulture, $"{next.Name}.csv, row {next.Row}"), bytes, next.Name != NibrsCsv.OtherLines, problem);
                next.Advance();
            }
        }
        finally
        {
            tables.ForEach(table => table.Dispose());
        }
    }

    private static void ExpectColumns(List<Table> tables, string folder, NibrsEdition edition)
    {
        foreach (var table in tables)
            if (NibrsCsv.Headers(edition, table.Name).FirstOrDefault(header => !table.Has(header)) is { } gone)
                throw CommandEnd.Refused($"{Path.Combine(folder, table.Name)}.csv: found no column {gone}, expected every column that credence nibrs convert wrote.");
    }

    /// <summary>That the lines are written in order, each once, and none behind one that has no end.</summary>
    private sealed class LineOrder
    {
        private long _last;
        private bool _isOpen;

        public SourceProblem? Problem(long? line) => line switch
        {
            null => new SourceProblem($"no number of a line under {NibrsCsv.Line}", "a whole number from 1"),
            { } number when number <= _last => new SourceProblem($"a number under {NibrsCsv.Line} that comes again or out of order", "each once, rising"),
            _ when _isOpen => new SourceProblem("a row behind the last line, which has no end", "an end (LF, CRLF or CR) in every row before the last"),
            _ => null,
        };

        public void Written(long line, byte[] bytes) => (_last, _isOpen) = (line, bytes is not [.., (byte)'\n' or (byte)'\r']);
    }

    /// <summary>One table, at one of its rows.</summary>
    private sealed class Table : IDisposable
    {
        private readonly CsvDataReader _rows;
        private readonly Dictionary<string, int> _headers;

        public Table(string path)
        {
            Name = Path.GetFileNameWithoutExtension(path);
            _rows = Read(() => CsvDataReader.Create(path, new CsvDataReaderOptions { Delimiter = ',' }));
            _headers = Enumerable.Range(0, _rows.FieldCount).Select(i => (Header: _rows.GetName(i), i)).DistinctBy(column => column.Header)
                .ToDictionary(column => column.Header, column => column.i);
            Advance();
        }

        public string Name { get; }

        public bool HasRow { get; private set; }

        /// <summary>As a spreadsheet numbers it: the headers are row 1.</summary>
        public long Row { get; private set; } = 1;

        /// <summary>True if the row has a number of a line; without one it comes at once, so that it is said.</summary>
        public bool HasLine { get; private set; }

        public long Line { get; private set; }

        public bool Has(string header) => _headers.ContainsKey(header);

        public string? Cell(string header) => _headers.TryGetValue(header, out var at) && at < _rows.RowFieldCount ? _rows.GetString(at) : null;

        public void Advance()
        {
            HasRow = Read(_rows.Read);
            if (!HasRow) return;
            Row++;
            HasLine = long.TryParse(Cell(NibrsCsv.Line), NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 0;
            if (HasLine) Line = line;
        }

        public void Dispose() => _rows.Dispose();

        private T Read<T>(Func<T> read)
        {
            try
            {
                return read();
            }
            catch (Exception fault) when (fault is CsvFormatException or CsvInvalidCharacterException or CsvMissingHeadersException)
            {
                throw CommandEnd.WrongUse(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Name}.csv, row {Row + 1}: found no well-formed CSV, perhaps a quote that is not doubled or never closed; expected a table as credence nibrs convert writes it."));
            }
        }
    }
}
