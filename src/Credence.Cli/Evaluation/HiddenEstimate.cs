using Credence.Evaluation.HiddenPopulation;
using Credence.Statistics;

namespace Credence.Cli.Evaluation;

/// <summary>All that <c>credence estimate</c> says of one table.</summary>
internal sealed record HiddenEstimate(
    CaptureTable Table, double Threshold, ModelEstimate MainEffects, ModelEstimate Stepwise,
    PopulationBootstrap? Bootstrap, ModelSensitivity Sensitivity)
{
    /// <summary>Null if not even independent lists can be fitted.</summary>
    public static HiddenEstimate? Of(CaptureTable table, StepwiseSearch search, Bootstrap draws) =>
        ModelEstimate.Of(table, ListModel.MainEffects) is Fitted main && search.Find(table) is Fitted stepwise
            ? new HiddenEstimate(
                table, search.Threshold, main.Estimate, stepwise.Estimate,
                draws.Replicates > 0 ? PopulationBootstrap.Of(table, search, draws) : null,
                ModelSensitivity.Of(table, stepwise.Estimate))
            : null;

    /// <summary>The pairs of a model by their names.</summary>
    public IReadOnlyList<string> Names(ModelEstimate estimate) => [.. estimate.Model.Pairs.Select(pair => pair.NameIn(Table))];
}
