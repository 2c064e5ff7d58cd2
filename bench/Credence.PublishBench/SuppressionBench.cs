using System.Diagnostics;
using System.Globalization;
using Credence.Disclosure;
using Credence.Evaluation.Release;

namespace Credence.PublishBench;

/// <summary>Secondary suppression of invented tables: how long, how much is lost, and whether it is certain that no less can be.</summary>
internal static class SuppressionBench
{
    private static readonly int[][] Shapes = [[6, 5], [12, 8], [20, 12], [6, 5, 4], [10, 6, 4], [5, 4, 3, 3]];

    public static void Run()
    {
        Console.WriteLine("\n## Secondary suppression, k = 10, one thread");
        Console.WriteLine("| table | cells | sensitive | quick choice loses | best found loses | none loses less than | s |\n| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var shape in Shapes) { Row(shape); }
    }

    private static void Row(int[] shape)
    {
        var random = new Random(7);
        List<SpanningVariable> variables = [.. shape.Select((categories, v) => new SpanningVariable($"v{v}", [.. Enumerable.Range(0, categories).Select(i => $"{i}")]))];
        // Skewed, as counts of incidents are: most cells large, some small, some empty.
        long[] counts = [.. Enumerable.Range(0, shape.Aggregate(1, (all, one) => all * one)).Select(_ => (long)Math.Exp(random.NextDouble() * 6.5) - 1)];
        var linked = ((Linked)LinkedTables.Of([FrequencyTable.Of(variables, counts)], new SuppressionRule())).Tables;
        var quick = Suppressor.Suppress(linked, new Effort(0, 1));
        var began = Stopwatch.GetTimestamp();
        var best = Suppressor.Suppress(linked);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        if (quick is Suppressed one && best is Suppressed two)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {string.Join(" × ", shape)} | {linked.Cells.Count:N0} | {two.Primary:N0} | {one.Loss:N0} | {two.Loss:N0} | {Math.Min(two.Bound, two.Loss):N0} | {seconds:0.00} |"));
        }
    }
}
