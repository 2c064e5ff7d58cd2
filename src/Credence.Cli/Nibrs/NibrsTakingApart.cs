using System.Buffers;
using Credence.Cli.Screening;
using Credence.Incidents.Nibrs;

namespace Credence.Cli.Nibrs;

/// <summary>Takes a flat file apart: into JSON lines, or into CSV tables.</summary>
internal static class NibrsTakingApart
{
    private const int Flush = 1 << 16;

    public static NibrsConversion Make(string source, string form, string target, NibrsEdition edition)
    {
        using var file = NibrsFile.Open(source, edition);
        return form == "csv" ? ToCsv(file.Reader, target) : ToNdjson(file.Reader, target);
    }

    private static NibrsConversion ToNdjson(NibrsReader reader, string target)
    {
        using var stream = File.Create(target);
        var output = new ArrayBufferWriter<byte>(2 * Flush);
        using var writer = NibrsNdjson.Writer(output);
        var (lines, other) = (0L, 0L);
        while (reader.TryRead(out var line))
        {
            NibrsNdjson.Write(line, writer, output);
            lines++;
            if (!line.IsWellFormed) other++;
            Empty(output, stream, Flush);
        }

        Empty(output, stream, 0);
        return new NibrsConversion(lines, other, 0);
    }

    private static NibrsConversion ToCsv(NibrsReader reader, string folder)
    {
        Directory.CreateDirectory(folder);
        using var tables = new Tables(folder, reader.Edition);
        var list = NibrsTableList.Of(NibrsCsv.Tables(reader.Edition));
        var headers = NibrsCsv.Tables(reader.Edition).ToDictionary(table => table, table => NibrsCsv.Headers(reader.Edition, table));
        var (lines, other) = (0L, 0L);
        while (reader.TryRead(out var line))
        {
            var (table, cells) = NibrsCsv.Row(line);
            tables.Write(table, cells);
            list.Add(table, headers[table], cells);
            lines++;
            if (table == NibrsCsv.OtherLines) other++;
        }

        list.Write(folder);
        return new NibrsConversion(lines, other, 0);
    }

    private static void Empty(ArrayBufferWriter<byte> output, Stream stream, int above)
    {
        if (output.WrittenCount <= above) return;
        stream.Write(output.WrittenSpan);
        output.ResetWrittenCount();
    }

    /// <summary>The tables of a folder, all open at a time.</summary>
    private sealed class Tables : IDisposable
    {
        private readonly Dictionary<string, (FileStream Stream, ArrayBufferWriter<byte> Output)> _open = [];

        public Tables(string folder, NibrsEdition edition)
        {
            foreach (var table in NibrsCsv.Tables(edition))
            {
                _open[table] = (File.Create(Path.Combine(folder, table + ".csv")), new ArrayBufferWriter<byte>(2 * Flush));
                CsvLine.Write(_open[table].Output, NibrsCsv.Headers(edition, table));
            }
        }

        public void Write(string table, string[] cells)
        {
            var (stream, output) = _open[table];
            CsvLine.Write(output, cells);
            Empty(output, stream, Flush);
        }

        public void Dispose()
        {
            foreach (var (stream, output) in _open.Values)
            {
                Empty(output, stream, 0);
                stream.Dispose();
            }
        }
    }
}
