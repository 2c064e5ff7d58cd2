using System.Diagnostics;
using Credence.Evaluation;
using Credence.Review;

namespace Credence.ReviewBench;

/// <summary>One simulated review: what a training costs, and what LinearSVC makes of the same readings.</summary>
internal static class TrainingBench
{
    public static void Run(string path)
    {
        var texts = Read(path);
        var clock = Stopwatch.StartNew();
        var rows = DocumentRows.Of(texts.Documents);
        Console.WriteLine($"{Path.GetFileName(path)}: {rows.Count} documents, rows in {clock.Elapsed.TotalSeconds:0.00} s");
        var start = new ReviewTrial(1, 0).Start(texts.IsRelevant);
        // Twice: the first run compiles.
        ReviewRun.Of(rows, texts.IsRelevant, start);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var run = ReviewRun.Of(rows, texts.IsRelevant, start);
        var spent = Process.GetCurrentProcess().TotalProcessorTime - before;
        Console.WriteLine(
            $"  Credence: {spent.TotalMilliseconds / run.Order.Count:0.000} ms of CPU a reading (training, scores of all, choice, taking in), "
            + $"{run.Order.Count} readings, every one trained; loss {run.Loss:0.0000}");
        List<int> order = [start.Relevant, start.Irrelevant, .. run.Order];
        Console.WriteLine(LinearSvc.Compare(rows, order, texts.IsRelevant) ?? "  scikit-learn: skipped, not here (Debian: python3-sklearn)");
    }

    private static LabeledTexts Read(string path)
    {
        using var text = File.OpenText(path);
        return LabeledTexts.Read(text, null, [], false, out var problem) ?? throw new InvalidDataException($"{Path.GetFileName(path)}, {problem}.");
    }
}
