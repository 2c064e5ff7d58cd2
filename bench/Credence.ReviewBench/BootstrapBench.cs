using System.Diagnostics;
using Credence.Evaluation.HiddenPopulation;
using Credence.Statistics;

namespace Credence.ReviewBench;

/// <summary>CPU time of 1,000 BCa replicates, each of which chooses its model anew.</summary>
internal static class BootstrapBench
{
    public static bool TryRun(string path)
    {
        using var text = File.OpenText(path);
        if (CaptureTableReader.Read(text) is not ReadCaptures { Table: var table }) return false;
        var draws = new Bootstrap(Seed: 20260101, Replicates: 1000);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var found = PopulationBootstrap.Of(table, new StepwiseSearch(), draws);
        var spent = Process.GetCurrentProcess().TotalProcessorTime - before;
        Console.WriteLine($"{Path.GetFileName(path)}: 1,000 BCa replicates in {spent.TotalSeconds:0.00} s of CPU, from a cold start; {found.Interval.Low:0} to {found.Interval.High:0}");
        return true;
    }
}
