using System.Globalization;
using Credence.Evaluation.HiddenPopulation;
using Credence.Statistics;

namespace Credence.Cli.Evaluation;

/// <summary>How an estimate of a hidden population reads: never one number.</summary>
internal static class EstimateReport
{
    public static Report Of(string name, HiddenEstimate estimate) => new(
        $"{name}: {Figures.Count(estimate.Table.Observed)} people on {estimate.Table.Lists.Count} lists",
        [Estimates(estimate), .. Sensitive(estimate), Criticism()]);

    private static Section Estimates(HiddenEstimate estimate) => new(
        "People, seen and unseen",
        new Table(
            ["model", "estimate", "95 % interval", "pairs of lists that depend"],
            [
                Row("main effects", estimate.MainEffects, estimate),
                Row($"stepwise, p < {Plain(estimate.Threshold)}", estimate.Stepwise, estimate),
                .. Bootstrap(estimate),
            ]),
        new Paragraph(
            "The first two intervals are Wald limits and act as if the model had been known; the bootstrap chooses a model anew "
            + "for every table drawn. None of them holds what is wrong with the assumptions below."
            + (estimate.Bootstrap is { } c && (c.Below < (c.Replicates - c.Failed) * 0.1 || c.Below > (c.Replicates - c.Failed) * 0.9)
                ? $" Of the tables drawn, {Figures.Count(c.Below)} gave less than the estimate, far from half: the choice of a model is not stable, and neither is the interval." : "")
            + (estimate.Bootstrap is { Failed: > 0 } b ? $" {b.Failed} of {b.Replicates} tables drawn gave no estimate and are left out." : "")));

    private static IEnumerable<IReadOnlyList<string>> Bootstrap(HiddenEstimate estimate) => estimate.Bootstrap is not { } bootstrap ? [] :
    [
        ["stepwise, BCa bootstrap", Figures.Count(estimate.Stepwise.Population.Value), Range(bootstrap.Interval), $"chosen anew {Figures.Count(bootstrap.Replicates)} times"],
    ];

    private static IEnumerable<Section> Sensitive(HiddenEstimate estimate)
    {
        var sensitivity = estimate.Sensitivity;
        var ((near, nearRange), (far, farRange)) = (sensitivity.Within(2), sensitivity.Within(10));
        yield return new Section(
            "How far it hangs on the model",
            new Paragraph(
                $"{(sensitivity.AreAllModels ? "Every set of pairs" : "The models one pair away")}: {Figures.Count(sensitivity.ModelsTried)} models, "
                + $"{Figures.Count(sensitivity.Models.Count)} of them with an estimate. Those that describe the table about as well as the best "
                + $"(AIC within 2): {Figures.Count(near)}, from {Range(nearRange)}. AIC within 10: {Figures.Count(far)}, from {Range(farRange)}."),
            new Table(
                ["threshold", "estimate", "95 % Wald", "pairs"],
                [.. sensitivity.ByThreshold.Select(by => Row($"p < {Plain(by.Threshold)}", by.Estimate, estimate))]));
        yield return new Section(
            "How far it hangs on one list",
            new Table(
                ["left out", "observed", "main effects", "stepwise"],
                [.. sensitivity.ByListLeftOut.Select(left => (IReadOnlyList<string>)
                [
                    left.List, Figures.Count(left.Observed), Figures.Count(left.MainEffects.Population.Value),
                    Figures.Count(left.Stepwise.Population.Value),
                ])]),
            new Paragraph(double.IsNaN(sensitivity.ChaoLowerBound)
                ? "Nobody is on exactly two lists, so Chao's lower bound cannot be given."
                : $"Chao's lower bound, if people differ in how easily they are seen: {Figures.Count(sensitivity.ChaoLowerBound)}."));
    }

    private static Section Criticism() => new(
        "What is said against it",
        [
            .. PublishedCriticism.Points.Select(point => new Paragraph($"- {point.Says} ({point.Source})")),
            new Paragraph("Quote no single number from this page. Potential, confirmed and estimated are never added up."),
        ]);

    private static IReadOnlyList<string> Row(string name, ModelEstimate model, HiddenEstimate estimate) =>
    [
        name, Figures.Count(model.Population.Value), Range(model.Population.Interval),
        model.Model.Pairs.Count == 0 ? "none" : string.Join(", ", estimate.Names(model)),
    ];

    private static string Range(Interval interval) => double.IsNaN(interval.Low) ? "not to be had"
        : $"{Figures.Count(interval.Low)} to {Figures.Count(interval.High)}";

    private static string Plain(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
