using MathNet.Numerics.Distributions;

namespace Credence.Evaluation.HiddenPopulation;

/// <summary>
/// Takes in pairs of lists one at a time: the pair whose overlap the model so far expects least, if the chance of an overlap
/// so small or so large is below the threshold (Chan, Silverman and Vincent 2021, section 4). A pair whose model the table
/// cannot carry is passed over.
/// </summary>
/// <param name="Threshold">Chance below which a pair is taken in.</param>
public sealed record StepwiseSearch(double Threshold = 0.02)
{
    /// <summary>The model that no pair has to be added to; what became of the main effects if not even they can be fitted.</summary>
    public Modelled Find(CaptureTable table)
    {
        var found = ModelEstimate.Of(table, ListModel.MainEffects);
        while (found is Fitted fitted && Next(table, fitted.Estimate) is { } next) { found = next; }

        return found;
    }

    private Fitted? Next(CaptureTable table, ModelEstimate from) =>
        table.Pairs.Except(from.Model.Pairs)
            .Select(pair => (Pair: pair, Chance: Tail(table.On(pair.Cell), from.Fit.MeanWhere(pair.Cell))))
            .Where(candidate => candidate.Chance < Threshold)
            .OrderBy(candidate => candidate.Chance)
            .Select(candidate => ModelEstimate.Of(table, from.Model.With(candidate.Pair)))
            .OfType<Fitted>()
            .FirstOrDefault();

    private static double Tail(int count, double mean) => mean <= 0 ? 1 : Math.Min(
        Poisson.CDF(mean, count), count == 0 ? 1 : 1 - Poisson.CDF(mean, count - 1));
}
