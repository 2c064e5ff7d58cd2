using System.Diagnostics;
using System.Runtime.InteropServices;
using Credence.PublishBench;

// Each contender runs in a process of its own, so that the peak of its memory is its own.
if (args is [var contender, var path])
{
    var began = Stopwatch.GetTimestamp();
    var found = contender == "duckdb" ? DuckCounts.Rare(path, RareBench.Threshold) : RareBench.Credence(path);
    Console.WriteLine(FormattableString.Invariant($"{Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} {found}"));
    return 0;
}

Console.WriteLine($"Software: {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} logical processors");
Console.WriteLine($"Load before the run: {(File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Trim() : "unknown")}");
if (!args.Contains("--suppression")) { RareBench.Run(args.Contains("--quick") ? 1 : 5); }
SuppressionBench.Run();
return 0;
