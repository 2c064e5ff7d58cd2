using System.Buffers;
using System.Globalization;
using System.Text;
using Credence.Incidents;
using Credence.Screening;

namespace Credence.Cli.Screening;

/// <summary>
/// <c>missed.csv</c>: rows whose screening says possible or strong while no offense code of that incident, on any row,
/// says trafficking. A later row may still say it, so candidates are kept in a file and sorted out at the end: memory
/// holds only the numbers of incidents that are coded as trafficking.
/// </summary>
internal static class MissedFile
{
    public const string WithoutCodes = "Indicated, no code";
    public const string WithCodes = "Missed";

    public static void WriteHeader(IBufferWriter<byte> output) => CsvLine.Write(
        output, "incident number", "row", "level", "type", "minor", "score", "reason", "offense codes", "status", "file", "purpose");

    /// <summary>Writes a row down as a candidate, or its number as coded, or neither.</summary>
    public static void Sort(
        IncidentRow row,
        ScreeningResult result,
        string file,
        string purpose,
        IBufferWriter<byte> candidates,
        IBufferWriter<byte> coded)
    {
        var key = CsvLine.OneLine(row.Incident.Number.Value);
        if (result.IsRecordedAsTrafficking)
        {
            if (key.Length > 0) Encoding.UTF8.GetBytes(key + "\n", coded);
        }
        else if (result.Level >= Level.PossibleIndication)
        {
            Encoding.UTF8.GetBytes(key + "\t", candidates);
            WriteLine(row, result, file, purpose, candidates);
        }
    }

    /// <summary>Copies the candidates whose incident is nowhere coded as trafficking; counts rows and incidents.</summary>
    public static (long Rows, long Incidents) Finish(string candidates, string coded, Stream output)
    {
        var numbers = File.ReadLines(coded).ToHashSet(StringComparer.Ordinal);
        var incidents = new HashSet<ulong>();
        using var writer = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var header = new ArrayBufferWriter<byte>();
        WriteHeader(header);
        writer.Write(Encoding.UTF8.GetString(header.WrittenSpan));
        long rows = 0, unnumbered = 0;
        foreach (var line in File.ReadLines(candidates))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (numbers.Contains(line[..tab])) continue;
            writer.WriteLine(line.AsSpan(tab + 1));
            rows++;
            if (tab == 0) unnumbered++;
            else incidents.Add(Hash(line.AsSpan(0, tab)));
        }

        return (rows, incidents.Count + unnumbered);
    }

    private static void WriteLine(
        IncidentRow row, ScreeningResult result, string file, string purpose, IBufferWriter<byte> output) => CsvLine.Write(
        output,
        row.Incident.Number.Value,
        CsvLine.Number(row.Row),
        Spelling.Of(result.Level),
        Spelling.Of(result.Type),
        Spelling.Of(result.Minor),
        Math.Round(result.Score, 4).ToString(CultureInfo.InvariantCulture),
        result.Reason,
        string.Join("; ", row.Incident.Offenses ?? []),
        row.Incident.Offenses is null ? WithoutCodes : WithCodes,
        file,
        purpose);

    // FNV-1a, 64 bits: only for counting, so that a nation's flagged incidents fit into memory.
    private static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }
}
