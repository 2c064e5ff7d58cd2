using Credence.Statistics;

namespace Credence.Evaluation.HiddenPopulation;

/// <summary>
/// The BCa bootstrap of the whole procedure: every replicate chooses its model anew, so that the interval holds what the
/// choice itself leaves open (Silverman, Chan and Vincent 2024). Wald limits act as if the model had been known.
/// </summary>
/// <param name="Interval">95 %; undefined where too few replicates can be estimated.</param>
/// <param name="Replicates">Tables drawn.</param>
/// <param name="Failed">Tables drawn that gave no estimate, because not even the main effects have one; left out.</param>
/// <param name="Below">Tables drawn that gave less than the estimate; far from half of them, the choice of a model is not stable.</param>
public sealed record PopulationBootstrap(Interval Interval, int Replicates, int Failed, int Below)
{
    /// <summary>Draws tables from the observed one, with a seed, and leaves out every person once for the acceleration.</summary>
    public static PopulationBootstrap Of(CaptureTable table, StepwiseSearch search, Bootstrap draws, double confidence = 0.95)
    {
        if (Total(table, search) is not { } estimate) { return new PopulationBootstrap(Interval.Undefined, draws.Replicates, draws.Replicates, 0); }

        var replicates = draws.Multinomial(table.Counts).Select(counts => Total(table.With([.. counts]), search)).ToList();
        var found = replicates.OfType<double>().ToList();
        var jackknife = table.Counts.Select((count, cell) => (count, cell)).Where(c => c.count > 0)
            .Select(c => (Total: Total(Without(table, c.cell), search), Times: c.count))
            .Where(left => left.Total is not null).Select(left => (left.Total!.Value, left.Times)).ToList();
        return new PopulationBootstrap(
            BcaInterval.Of(estimate, found, jackknife).At(confidence), draws.Replicates, draws.Replicates - found.Count,
            found.Count(total => total < estimate));
    }

    private static CaptureTable Without(CaptureTable table, int cell)
    {
        int[] counts = [.. table.Counts];
        counts[cell]--;
        return table.With(counts);
    }

    private static double? Total(CaptureTable table, StepwiseSearch search) =>
        (search.Find(table) as Fitted)?.Estimate.Population.Value;
}
