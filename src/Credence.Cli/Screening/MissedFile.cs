using System.Buffers;
using System.Globalization;
using System.Text;
using Credence.Incidents;
using Credence.Screening;

namespace Credence.Cli.Screening;

/// <summary>
/// <c>missed.csv</c>: rows whose screening says possible or strong while no offense code of that incident, on any row,
/// says trafficking. A later row may still say it, so candidates are kept in a file and sorted out at the end: memory
/// holds only which incidents are coded as trafficking, and level, score and place of each candidate.
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
        var key = CodedIncidents.KeyOf(row.Incident.Number);
        if (result.IsRecordedAsTrafficking)
        {
            if (key.Length > 0) Encoding.UTF8.GetBytes(key + "\n", coded);
        }
        else if (result.Level >= Level.PossibleIndication)
        {
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(int)result.Level}\t{Rounded(result)}\t{key}\t"), candidates);
            WriteLine(row, result, file, purpose, candidates);
        }
    }

    /// <summary>
    /// Copies the candidates whose incident is nowhere coded as trafficking, in the order to read them: strong before
    /// possible, the higher score first, else as in the input. Counts rows and incidents.
    /// </summary>
    public static (long Rows, long Incidents) Finish(string candidates, CodedIncidents coded, Stream output)
    {
        var incidents = new HashSet<ulong>();
        var chosen = new List<Candidate>();
        long unnumbered = 0;
        foreach (var (candidate, incident) in Read(candidates))
        {
            if (coded.Holds(incident)) continue;
            chosen.Add(candidate);
            if (incident == 0) unnumbered++;
            else incidents.Add(incident);
        }

        chosen.Sort();
        Copy(chosen, candidates, output);
        return (chosen.Count, incidents.Count + unnumbered);
    }

    // No line holds a carriage return or another control character: CsvLine takes them away.
    private static IEnumerable<(Candidate Candidate, ulong Incident)> Read(string path)
    {
        var offset = 0L;
        foreach (var line in File.ReadLines(path))
        {
            var cells = line.Split('\t', 4);
            var length = Encoding.UTF8.GetByteCount(line) + 1;
            var text = Encoding.UTF8.GetByteCount(cells[3]) + 1;
            var level = int.Parse(cells[0], CultureInfo.InvariantCulture);
            var score = double.Parse(cells[1], CultureInfo.InvariantCulture);
            yield return (new Candidate(level, score, offset + length - text, text), CodedIncidents.Fingerprint(cells[2]));
            offset += length;
        }
    }

    private static void Copy(List<Candidate> chosen, string candidates, Stream output)
    {
        var header = new ArrayBufferWriter<byte>();
        WriteHeader(header);
        using var buffered = new BufferedStream(output, 1 << 16);
        buffered.Write(header.WrittenSpan);
        using var from = File.OpenRead(candidates);
        var bytes = new byte[1 << 12];
        foreach (var candidate in chosen)
        {
            if (bytes.Length < candidate.Length) bytes = new byte[candidate.Length * 2];
            from.Position = candidate.Offset;
            from.ReadExactly(bytes, 0, candidate.Length);
            buffered.Write(bytes, 0, candidate.Length);
        }
    }

    private static void WriteLine(
        IncidentRow row, ScreeningResult result, string file, string purpose, IBufferWriter<byte> output) => CsvLine.Write(
        output,
        row.Incident.Number.Value,
        CsvLine.Number(row.Row),
        Spelling.Of(result.Level),
        Spelling.Of(result.Type),
        Spelling.Of(result.Minor),
        Rounded(result).ToString(CultureInfo.InvariantCulture),
        result.Reason,
        string.Join("; ", row.Incident.Offenses ?? []),
        row.Incident.Offenses is null ? WithoutCodes : WithCodes,
        file,
        purpose);

    private static double Rounded(ScreeningResult result) => Math.Round(result.Score, 4);

    /// <summary>Where the line of a candidate lies, and how early it is to be read.</summary>
    private readonly record struct Candidate(int Level, double Score, long Offset, int Length) : IComparable<Candidate>
    {
        public int CompareTo(Candidate other) =>
            (other.Level, other.Score, Offset).CompareTo((Level, Score, other.Offset));
    }
}
