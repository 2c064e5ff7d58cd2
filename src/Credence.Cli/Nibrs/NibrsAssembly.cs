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
        try
        {
            using var stream = File.Create(target);
            return Write(source, stream, edition, problems);
        }
        catch (CommandEnd)
        {
            File.Delete(target);
            throw;
        }
    }

    private static NibrsConversion Write(string source, Stream stream, NibrsEdition edition, TextWriter problems)
    {
        var (lines, other, leftOut) = (0L, 0L, 0L);
        foreach (var (where, bytes, isSegment, problem) in Directory.Exists(source) ? FromCsv(source, edition) : FromNdjson(source, edition))
        {
            if (bytes is null) problems.WriteLine($"{where}: {problem}");
            if (bytes is null) leftOut++;
            else lines++;
            if (bytes is not null && !isSegment) other++;
            stream.Write(bytes);
        }

        return new NibrsConversion(lines, other, leftOut);
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
    private static IEnumerable<(string Where, byte[]? Bytes, bool IsSegment, SourceProblem? Problem)> FromCsv(string folder, NibrsEdition edition)
    {
        var tables = NibrsCsv.Tables(edition).Select(table => Path.Combine(folder, table + ".csv")).Where(File.Exists).Select(path => new Table(path)).ToList();
        if (tables.Count == 0) throw CommandEnd.WrongUse($"{folder}: found no table, expected files such as administrative.csv.");
        try
        {
            while (tables.Where(table => table.HasRow).MinBy(table => table.Line) is { } next)
            {
                var (bytes, problem) = NibrsCsv.Read(edition, next.Name, next.Cell);
                yield return (string.Create(CultureInfo.InvariantCulture, $"{next.Name}.csv, row {next.Row}"), bytes, next.Name != NibrsCsv.OtherLines, problem);
                next.Advance();
            }
        }
        finally
        {
            tables.ForEach(table => table.Dispose());
        }
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

        public long Row { get; private set; }

        public long Line { get; private set; }

        public string? Cell(string header) => _headers.TryGetValue(header, out var at) && at < _rows.RowFieldCount ? _rows.GetString(at) : null;

        public void Advance()
        {
            HasRow = Read(_rows.Read);
            if (!HasRow) return;
            Row++;
            if (long.TryParse(Cell("line"), NumberStyles.None, CultureInfo.InvariantCulture, out var line)) Line = line;
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
