using System.Buffers;
using System.Text;
using System.Text.Json;
using Credence.Classification;
using Credence.Cli.Classification;
using Credence.Cli.Screening;
using Credence.Screening;

namespace Credence.Cli.Reports;

/// <summary>Doubtful codes for the report: how many rows of each kind, and the first to read of each.</summary>
internal sealed class DoubtTally
{
    public const int MostOfKind = 20;

    /// <summary>Rows by kind; a row of two kinds counts in both.</summary>
    public Dictionary<string, long> Counts { get; init; } = [];

    /// <summary>The first to read, by the kind under which each is read first.</summary>
    public Dictionary<string, List<MissedRow>> First { get; init; } = [];

    /// <summary>A line on the way into the report; whether it stays is known only when every row is read.</summary>
    public static void WriteLine(MissedRow row, IBufferWriter<byte> output) =>
        Encoding.UTF8.GetBytes($"{CsvLine.OneLine(row.Number)}\t{JsonSerializer.Serialize(row, MissedRow.Json)}\n", output);

    /// <summary>The rows of these lines that some row of their incident does not take back.</summary>
    public static DoubtTally Read(IEnumerable<string> lines, CodedIncidents coded)
    {
        var tally = new DoubtTally();
        foreach (var line in lines)
        {
            var cells = line.Split('\t', 2);
            var row = JsonSerializer.Deserialize<MissedRow>(cells[1], MissedRow.Json)!;
            if (!row.IsOfMissed || !coded.Holds(CodedIncidents.Fingerprint(cells[0]))) tally.Add(row);
        }

        return tally;
    }

    public void Add(MissedRow row)
    {
        foreach (var kind in row.Kinds) Counts[kind] = Counts.GetValueOrDefault(kind) + 1;
        if (!First.TryGetValue(row.Kinds[0], out var first)) First.Add(row.Kinds[0], first = []);
        // The sort keeps the order of rows that are equal.
        var at = first.FindIndex(other => Key(other).CompareTo(Key(row)) < 0);
        first.Insert(at < 0 ? first.Count : at, row);
        if (first.Count > MostOfKind) first.RemoveAt(MostOfKind);
    }

    /// <summary>Kinds that were found, in the order in which to read them, with their rows.</summary>
    public IEnumerable<(CodeDoubt Kind, long Rows, IReadOnlyList<MissedRow> First)> InReadingOrder() =>
        from kind in Enum.GetValues<CodeDoubt>()
        let id = MissedWords.Id(kind)
        where Counts.ContainsKey(id)
        select (kind, Counts[id], (IReadOnlyList<MissedRow>)First.GetValueOrDefault(id, []));

    private static (int Level, double Score) Key(MissedRow row) => ((int)Enum.Parse<Level>(row.Level), row.Score);
}
