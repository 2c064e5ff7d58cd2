using Sylvan.Data.Csv;

namespace Credence.Bench;

/// <summary>The rows of an export, shuffled and repeated with numbers of their own until the file is large.</summary>
internal sealed class ExportCopies : IDisposable
{
    private const int Seed = 871;

    private ExportCopies(string path, long rows) => (Path, Rows) = (path, rows);

    public string Path { get; }

    public long Rows { get; }

    public long Bytes => new FileInfo(Path).Length;

    public static ExportCopies Of(string export, long leastBytes)
    {
        var (headers, rows) = Read(export);
        var (random, number) = (new Random(Seed), 0L);
        var path = System.IO.Path.GetTempFileName();
        using var output = new StreamWriter(path);
        Write(output, headers);
        while (output.BaseStream.Position < leastBytes)
        {
            random.Shuffle(rows);
            foreach (var row in rows) Write(output, [$"R{++number}", .. row.Skip(1)]);
            output.Flush();
        }

        return new ExportCopies(path, number);
    }

    public void Dispose() => File.Delete(Path);

    private static (string[] Headers, string[][] Rows) Read(string export)
    {
        using var reader = CsvDataReader.Create(export);
        var headers = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, headers.Length).Select(reader.GetString)]);
        return (headers, [.. rows]);
    }

    private static void Write(StreamWriter output, IEnumerable<string> cells) =>
        output.Write(string.Join(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n");
}
