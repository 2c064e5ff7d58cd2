using System.Text.Json.Serialization;
using Credence.Evaluation;
using Credence.Review;
using Credence.Statistics;

namespace Credence.Cli.Review;

/// <summary>Several simulated reviews of one file, and what they came to.</summary>
internal sealed record Simulation
{
    /// <summary>The habit that the stop rule is held against.</summary>
    public const int InARow = 100;

    public required string File { get; init; }

    public required int Documents { get; init; }

    public required int Relevant { get; init; }

    public required int Duplicates { get; init; }

    public required int WithoutText { get; init; }

    public required int Trials { get; init; }

    public required Estimate Loss { get; init; }

    public required Estimate RecallAt10Percent { get; init; }

    public required Estimate WorkSavedAt95 { get; init; }

    public required Estimate ReadingsTo95 { get; init; }

    /// <summary>Milliseconds of CPU of one training with the scores of all documents, mean of all.</summary>
    public required double MillisecondsPerTraining { get; init; }

    public required Stopping Rule { get; init; }

    public required Stopping InARowRule { get; init; }

    [JsonIgnore]
    public IReadOnlyList<ReviewRun> Runs { get; init; } = [];

    public static Simulation Of(string file, LabeledTexts texts, int trials, ulong seed, StopRule rule, CancellationToken cancellation)
    {
        var rows = DocumentRows.Of(texts.Documents);
        var (spent, trainings, runs) = (TimeSpan.Zero, 0, new List<ReviewRun>());
        for (var trial = 0; trial < trials; trial++)
        {
            cancellation.ThrowIfCancellationRequested();
            var start = new ReviewTrial(seed, trial).Start(texts.IsRelevant);
            runs.Add(ReviewRun.Of(rows, texts.IsRelevant, start, train => spent += CpuTime(train)));
            trainings += runs[^1].Order.Count;
        }

        return new Simulation
        {
            File = file,
            Runs = runs,
            Documents = texts.Documents.Count,
            Relevant = texts.IsRelevant.Count(relevant => relevant),
            Duplicates = texts.Duplicates,
            WithoutText = texts.WithoutText,
            Trials = trials,
            Loss = Mean(runs, run => run.Loss),
            RecallAt10Percent = Mean(runs, run => run.RecallAt(0.1)),
            WorkSavedAt95 = Mean(runs, run => run.WorkSavedAt(0.95)),
            ReadingsTo95 = Mean(runs, run => run.ReadingsUntil(0.95)),
            MillisecondsPerTraining = spent.TotalMilliseconds / trainings,
            Rule = Stopping.Of(runs, rule.Recall, run => run.StopsAt(rule)),
            InARowRule = Stopping.Of(runs, rule.Recall, run => run.StopsAfterInARow(InARow)),
        };
    }

    private static Estimate Mean(List<ReviewRun> runs, Func<ReviewRun, double> measure) => MeanEstimate.Of([.. runs.Select(measure)]);

    // CPU, not the clock: a busy machine makes nobody's training longer.
    private static TimeSpan CpuTime(Action train)
    {
        var before = Environment.CpuUsage.TotalTime;
        train();
        return Environment.CpuUsage.TotalTime - before;
    }
}

/// <summary>Simulations of several files together.</summary>
internal sealed record Simulations(IReadOnlyList<Simulation> Files, double MeanLoss, Stopping Rule, Stopping InARowRule)
{
    public static Simulations Of(IReadOnlyList<Simulation> files, StopRule rule)
    {
        var runs = files.SelectMany(file => file.Runs).ToList();
        return new Simulations(
            files, files.Average(file => file.Loss.Value), Stopping.Of(runs, rule.Recall, run => run.StopsAt(rule)),
            Stopping.Of(runs, rule.Recall, run => run.StopsAfterInARow(Simulation.InARow)));
    }
}

/// <summary>What became of reviews that stopped by a rule.</summary>
internal sealed record Stopping
{
    /// <summary>Reviews that stopped before the recall was reached, with its exact interval.</summary>
    public required Proportion Missed { get; init; }

    public required Interval MissedExact { get; init; }

    public required double MeanRecall { get; init; }

    public required double SmallestRecall { get; init; }

    /// <summary>Share of the documents that nobody had to read.</summary>
    public required Estimate WorkSaved { get; init; }

    public static Stopping Of(IReadOnlyList<ReviewRun> runs, double recall, Func<ReviewRun, int> stopsAt)
    {
        var ends = runs.Select(run => (Run: run, At: stopsAt(run))).ToList();
        var recalls = ends.ConvertAll(end => end.Run.RecallAfter(end.At));
        var missed = new Proportion(recalls.Count(found => found < recall - 1e-9), runs.Count);
        return new Stopping
        {
            Missed = missed,
            MissedExact = missed.ClopperPearson(),
            MeanRecall = recalls.Average(),
            SmallestRecall = recalls.Min(),
            WorkSaved = MeanEstimate.Of([.. ends.Select(end => 1 - ((double)end.At / end.Run.Documents))]),
        };
    }
}
