using Credence.Evaluation.HiddenPopulation;
using Credence.Statistics;

namespace Credence.Cli.Evaluation;

/// <summary>An estimate of a hidden population as JSON; terms are the pairs of lists taken in.</summary>
internal static class EstimateJson
{
    public static object Of(HiddenEstimate estimate) => new
    {
        estimate.Table.Observed,
        estimate.Table.Lists,
        estimate.Threshold,
        MainEffects = Model(estimate, estimate.MainEffects),
        Stepwise = Model(estimate, estimate.Stepwise),
        Bootstrap = estimate.Bootstrap is not { } bootstrap ? null : new
        {
            bootstrap.Interval.Low, bootstrap.Interval.High, bootstrap.Replicates, bootstrap.Failed, bootstrap.Below,
        },
        Sensitivity = Of(estimate, estimate.Sensitivity),
        Criticism = PublishedCriticism.Points.Select(point => new { point.Says, point.Source }),
    };

    private static object Of(HiddenEstimate estimate, ModelSensitivity sensitivity) => new
    {
        sensitivity.ChaoLowerBound,
        ByThreshold = sensitivity.ByThreshold.Select(by => new { by.Threshold, Model = Model(estimate, by.Estimate) }),
        ByListLeftOut = sensitivity.ByListLeftOut.Select(left => new
        {
            left.List, left.Observed, MainEffects = left.MainEffects.Population.Value, Stepwise = left.Stepwise.Population.Value,
        }),
        sensitivity.ModelsTried,
        ModelsEstimated = sensitivity.Models.Count,
        Within2 = Range(sensitivity.Within(2)),
        Within10 = Range(sensitivity.Within(10)),
    };

    private static object Range((int Models, Interval Range) near) => new { near.Models, near.Range.Low, near.Range.High };

    private static object Model(HiddenEstimate estimate, ModelEstimate model) => new
    {
        Estimate = model.Population.Value,
        Lower = model.Population.Interval.Low,
        Upper = model.Population.Interval.High,
        Terms = estimate.Names(model),
        model.Aic,
    };
}
