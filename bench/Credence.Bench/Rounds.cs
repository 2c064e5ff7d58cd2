using System.Diagnostics;

namespace Credence.Bench;

/// <summary>Runs contenders in turn, round after round, so that what disturbs one disturbs all; medians of what they took.</summary>
internal static class Rounds
{
    /// <param name="rounds">How often each runs; one more round before warms up.</param>
    /// <param name="contenders">Each runs once and says how many seconds it took.</param>
    public static double[] Medians(int rounds, params Func<double>[] contenders)
    {
        var seconds = contenders.Select(_ => new List<double>()).ToArray();
        for (var round = -1; round < rounds; round++)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                var took = contenders[i]();
                if (round >= 0) seconds[i].Add(took);
            }
        }

        return [.. seconds.Select(Median)];
    }

    public static Func<double> Timed(Action run) => () =>
    {
        var began = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    };

    private static double Median(List<double> all)
    {
        all.Sort();
        return all.Count % 2 == 1 ? all[all.Count / 2] : (all[all.Count / 2 - 1] + all[all.Count / 2]) / 2;
    }
}
