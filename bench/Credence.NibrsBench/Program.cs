using System.Diagnostics;
using System.Globalization;
using Credence.Incidents;
using Credence.Incidents.Nibrs;
using Credence.Testing;

// Reads a flat file in memory, an invented one or the FILE given, in several ways; prints medians of five rounds of each.
const int Rounds = 5;
const int Incidents = 20_000;

var bytes = args is [var path] ? File.ReadAllBytes(path) : FlatFile.Bytes(Enumerable.Range(0, Incidents).SelectMany(i => FlatFile.Incident($"31-{i:000000}")));
var edition = NibrsEdition.Shipped;

double? plain = null;
Console.WriteLine($"{Say(bytes.Length / 1e6)} MB, medians of {Rounds} rounds");
Console.WriteLine($"{"",-34} {"lines",12} {"MB/s",10} {"lines/s",14} {"× plain",8} {"allocated, bytes a line",26}");
Measure("plain: StreamReader.ReadLine", () =>
{
    using var reader = new StreamReader(new MemoryStream(bytes));
    var lines = 0L;
    while (reader.ReadLine() is not null) lines++;
    return lines;
});
Measure("segments: NibrsReader", () => Lines(new NibrsReader(new MemoryStream(bytes), edition)));
Measure("reports: NibrsReports", () => Reports(static _ => { }));
Measure("edits: NibrsChecker", () =>
{
    var checker = new NibrsChecker(edition);
    return Reports(report => checker.Check(report));
});
Measure("incidents: IncidentSource", () =>
{
    if (!IncidentSource.TryOpen(new MemoryStream(bytes), ColumnMap.Empty, out var source, out _)) return 0;
    while (source.TryRead(out _)) { }
    source.Dispose();
    return bytes.AsSpan().Count((byte)'\n');
});

static long Lines(NibrsReader reader)
{
    var lines = 0L;
    while (reader.TryRead(out _)) lines++;
    return lines;
}

long Reports(Action<NibrsReport> each)
{
    var lines = 0L;
    var reports = new NibrsReports(new NibrsReader(new MemoryStream(bytes), edition));
    while (reports.TryRead(out var report))
    {
        each(report);
        lines += report.Lines.Count;
    }

    return lines;
}

void Measure(string name, Func<long> read)
{
    var seconds = new List<double>();
    var (lines, allocated) = (0L, 0L);
    for (var round = 0; round <= Rounds; round++)
    {
        var (before, start) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        lines = read();
        var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        // The first round compiles.
        if (round > 0) seconds.Add(elapsed);
    }

    seconds.Sort();
    var median = seconds[Rounds / 2];
    plain ??= median;
    Console.WriteLine($"{name,-34} {lines,12} {Say(bytes.Length / 1e6 / median),10} {Say(lines / median),14} {median / plain,8:0.0} {Say((double)allocated / lines),26}");
}

static string Say(double number) => number.ToString("N0", CultureInfo.InvariantCulture);
