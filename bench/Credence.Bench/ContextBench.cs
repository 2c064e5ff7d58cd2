using System.Diagnostics;
using System.Globalization;

namespace Credence.Bench;

/// <summary>Context alone: microseconds for each sentence in which something was found.</summary>
internal static class ContextBench
{
    // FastContext, as published (Shi and Hurdle 2018, J. Biomed. Inform.).
    private const double FastContext = 4.0;

    public static void Run(string data, int rounds)
    {
        Console.WriteLine();
        Console.WriteLine("## Context alone");
        Console.WriteLine("| text | sentences with a finding | µs a sentence | FastContext's published figure |");
        Console.WriteLine("| --- | --- | --- | --- |");
        Row("Boston narratives", BenchText.Narratives(BenchData.Boston(data)), rounds);
        Row("federal summaries", BenchText.Narratives(BenchData.Federal(data)), rounds);
    }

    private static void Row(string name, string[] texts, int rounds)
    {
        var reading = new Reading();
        var sentences = 0;
        foreach (var text in texts)
        {
            reading.Match(text);
            sentences += reading.SentencesWithSigns();
        }

        var seconds = Rounds.Medians(rounds, () => ContextOf(reading, texts))[0];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {sentences:N0} | {seconds / sentences * 1e6:0.00} | {FastContext:0.0} |"));
    }

    /// <summary>Seconds in context only; between its calls the narratives are matched, as they are in a run.</summary>
    private static double ContextOf(Reading reading, string[] texts)
    {
        var ticks = 0L;
        foreach (var text in texts)
        {
            reading.Match(text);
            var began = Stopwatch.GetTimestamp();
            reading.ReadContext(text);
            ticks += Stopwatch.GetTimestamp() - began;
        }

        return (double)ticks / Stopwatch.Frequency;
    }
}
