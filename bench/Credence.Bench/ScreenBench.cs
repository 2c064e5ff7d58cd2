using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using Credence.Cli.Screening;
using Credence.Incidents;
using Credence.Packs;
using Credence.Screening;

namespace Credence.Bench;

/// <summary>The whole of <c>credence screen</c> on one core and on two, and where the time goes.</summary>
internal static class ScreenBench
{
    // Much, so that what a run costs once (its report, the last write to the disk) weighs as little as it does in use.
    private const long Least = 160_000_000;

    public static void Run(string data, int rounds)
    {
        var screener = Screener.From(DefaultPacks.Read());
        Console.WriteLine();
        Console.WriteLine("## The whole of screen");
        Console.WriteLine("| text | MB | one core, MB/s | narratives/s | two cores, MB/s | two to one |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        Row("Boston contacts", BenchData.Boston(data), Least, screener, rounds);
        Row("federal summaries", BenchData.Federal(data), Least / 8, screener, rounds);
        Console.WriteLine();
        Console.WriteLine("## The command, from its start to its end");
        Command(BenchData.Boston(data));
        Console.WriteLine();
        Console.WriteLine("## Where the time goes, Boston contacts, one core");
        Stages(BenchData.Boston(data), screener, rounds);
    }

    private static void Row(string name, string path, long least, Screener screener, int rounds)
    {
        using var copies = ExportCopies.Of(path, least);
        var took = Rounds.Medians(rounds, Rounds.Timed(() => Screen(copies.Path, screener, 1)), Rounds.Timed(() => Screen(copies.Path, screener, 2)));
        var megabytes = copies.Bytes / 1e6;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {megabytes:N0} | {megabytes / took[0]:N1} | {copies.Rows / took[0]:N0} | {megabytes / took[1]:N1} | {took[0] / took[1]:0.00} × |"));
    }

    private static void Screen(string path, Screener screener, int jobs)
    {
        var folder = Directory.CreateTempSubdirectory("credence-bench-");
        var options = new ScreenOptions { Files = [path], Out = folder.FullName, Purpose = "benchmark", Jobs = jobs };
        new ScreenRun(options, screener.Screen, screener.Packs, Progress.To(TextWriter.Null)).Execute(CancellationToken.None);
        folder.Delete(recursive: true);
    }

    // One large file and one ten times as small: what grows with the file would show.
    private static void Command(string path)
    {
        Console.WriteLine("| MB read | s | peak memory, MB |");
        Console.WriteLine("| --- | --- | --- |");
        foreach (var bytes in new[] { Least / 10, Least })
        {
            using var copies = ExportCopies.Of(path, bytes);
            var folder = Directory.CreateTempSubdirectory("credence-bench-");
            var began = Stopwatch.GetTimestamp();
            var peak = PeakMemory(Path.Combine(AppContext.BaseDirectory, "Credence.Cli"), "screen", copies.Path, "--out", folder.FullName, "--purpose", "benchmark");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {copies.Bytes / 1e6:N0} | {Stopwatch.GetElapsedTime(began).TotalSeconds:N1} | {peak / 1e6:N0} |"));
            folder.Delete(recursive: true);
        }
    }

    private static long PeakMemory(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var (output, peak) = (process.StandardOutput.ReadToEndAsync(), 0L);
        while (!process.WaitForExit(20))
        {
            process.Refresh();
            peak = Math.Max(peak, process.PeakWorkingSet64);
        }

        output.Wait();
        return peak;
    }

    private static void Stages(string path, Screener screener, int rounds)
    {
        using var copies = ExportCopies.Of(path, Least / 4);
        var (reading, ticks) = (new Reading(), new long[5]);
        Rounds.Medians(rounds, Rounds.Timed(() => Stage(copies.Path, reading, screener, ticks)));
        Console.WriteLine("| read | match | context | level | write |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        var all = (double)ticks.Sum();
        Console.WriteLine("| " + string.Join(" | ", ticks.Select(stage => string.Create(CultureInfo.InvariantCulture, $"{stage / all:0%}"))) + " |");
    }

    // English only, each stage timed narrative by narrative: the clock itself costs a little, so shares, not speeds.
    private static void Stage(string path, Reading reading, Screener screener, long[] ticks)
    {
        using var source = Open(path);
        var output = new ArrayBufferWriter<byte>();
        using var writer = ScreenedLine.Writer(output);
        var line = new ScreenedLine("benchmark", screener.Packs);
        for (var last = Stopwatch.GetTimestamp(); source.TryRead(out var row); output.ResetWrittenCount())
        {
            last = Take(ref ticks[0], last);
            reading.Match(row.Incident.Narrative.Text);
            last = Take(ref ticks[1], last);
            reading.ReadContext(row.Incident.Narrative.Text);
            last = Take(ref ticks[2], last);
            var result = reading.Judge(row.Incident, screener.Packs);
            last = Take(ref ticks[3], last);
            line.Write(writer, output, "file", row, result);
            last = Take(ref ticks[4], last);
        }
    }

    private static long Take(ref long stage, long last)
    {
        var now = Stopwatch.GetTimestamp();
        stage += now - last;
        return now;
    }

    private static IncidentSource Open(string path) => IncidentSource.TryOpen(File.OpenRead(path), ColumnMap.Empty, out var source, out var problem)
        ? source
        : throw new InvalidDataException(problem.ToString());
}
