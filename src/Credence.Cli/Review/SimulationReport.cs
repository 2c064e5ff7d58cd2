using System.Globalization;
using Credence.Cli.Evaluation;

namespace Credence.Cli.Review;

/// <summary>How simulated reviews read.</summary>
internal static class SimulationReport
{
    public static Report Of(Simulation simulation) => new(
        $"{simulation.File}: {Figures.Count(simulation.Documents)} documents, {Figures.Count(simulation.Relevant)} relevant, {simulation.Trials} trials",
        [
            new Section(
                "Ranking",
                new Table(
                    ["", "mean [95 %]"],
                    [
                        ["loss (0 best, 1 worst)", Figure(simulation.Loss, "0.0000")],
                        ["recall in the first 10 %", Figure(simulation.RecallAt10Percent, "0.000")],
                        ["work saved at recall .95 (Cohen)", Figure(simulation.WorkSavedAt95, "0.000")],
                        ["readings to recall .95", Figure(simulation.ReadingsTo95, "0")],
                        ["milliseconds of CPU a training", simulation.MillisecondsPerTraining.ToString("0.00", CultureInfo.InvariantCulture)],
                    ]),
                new Paragraph(
                    $"Left out: {simulation.Duplicates} duplicates, {simulation.WithoutText} without text. Trained after every reading; "
                    + "intervals are Student's over trials, which share the documents.")),
            Stops(simulation.Rule, simulation.InARowRule),
        ]);

    public static Report Of(Simulations all) => new(
        $"All {all.Files.Count} files, {all.Files.Sum(file => file.Trials)} trials: mean loss {all.MeanLoss.ToString("0.0000", CultureInfo.InvariantCulture)}",
        [Stops(all.Rule, all.InARowRule)]);

    private static Section Stops(Stopping rule, Stopping inARow) => new(
        "Stopping",
        new Table(
            ["", "recall missed [exact 95 %]", "mean recall", "smallest", "work saved [95 %]"],
            [Row("hypergeometric rule", rule), Row($"{Simulation.InARow} irrelevant in a row", inARow)]));

    private static IReadOnlyList<string> Row(string rule, Stopping stopping) =>
    [
        rule, Figures.Exact(stopping.Missed), Figures.Share(stopping.MeanRecall), Figures.Share(stopping.SmallestRecall),
        Figure(stopping.WorkSaved, "0.000"),
    ];

    private static string Figure(Statistics.Estimate estimate, string format) => double.IsNaN(estimate.Interval.Low)
        ? estimate.Value.ToString(format, CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{estimate.Value.ToString(format, CultureInfo.InvariantCulture)} [{estimate.Interval.Low.ToString(format, CultureInfo.InvariantCulture)}, {estimate.Interval.High.ToString(format, CultureInfo.InvariantCulture)}]");
}
