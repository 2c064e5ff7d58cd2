using System.Diagnostics;

namespace Credence.RecordBench;

/// <summary>How long something takes, and how much more memory the process has meanwhile.</summary>
internal static class Watch
{
    public static async Task<(double Seconds, double Megabytes)> Of(Func<Task> act)
    {
        GC.Collect();
        var (before, most, began) = (Environment.WorkingSet, 0L, Stopwatch.GetTimestamp());
        var task = Task.Run(act);
        while (await Task.WhenAny(task, Task.Delay(20)) != task) most = Math.Max(most, Environment.WorkingSet);
        await task;
        return (Stopwatch.GetElapsedTime(began).TotalSeconds, Math.Max(0, Math.Max(most, Environment.WorkingSet) - before) / 1048576.0);
    }
}
