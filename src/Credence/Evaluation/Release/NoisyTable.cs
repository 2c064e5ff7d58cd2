namespace Credence.Evaluation.Release;

/// <summary>A table whose finest counts have noise in them, and whose margins add these up; counts below zero stay as they are.</summary>
public sealed class NoisyTable
{
    private NoisyTable(FrequencyTable shape, IReadOnlyList<long> counts) => (Shape, Counts) = (shape, counts);

    /// <summary>Variables and the order of cells; its own counts are the true ones and are not published.</summary>
    public FrequencyTable Shape { get; }

    /// <summary>Counts with noise, margins included, in the order of the shape's cells.</summary>
    public IReadOnlyList<long> Counts { get; }

    /// <summary>Adds noise to every finest cell but structural zeros.</summary>
    public static NoisyTable Of(FrequencyTable table, PrivacyBudget budget, Entropy entropy)
    {
        var noise = new DiscreteNoise(entropy);
        var counts = new long[table.Counts.Count];
        for (var cell = 0; cell < counts.Length; cell++)
        {
            if (!table.IsFinest(cell) || table.IsImpossible(cell)) { continue; }

            var drawn = budget.Mechanism == NoiseMechanism.Geometric ? noise.Geometric(budget.Scale) : noise.Gaussian(budget.Variance);
            counts[cell] = checked((table.Counts[cell] ?? throw new ArgumentException("Found a withheld count, expected all counts.", nameof(table))) + (long)drawn);
        }

        for (var totals = 1; totals <= table.Variables.Count; totals++)
        {
            for (var cell = 0; cell < counts.Length; cell++)
            {
                if (table.TotalsIn(cell) == totals) { counts[cell] = table.LineUnder(cell).Sum(part => counts[part]); }
            }
        }

        return new NoisyTable(table, counts);
    }
}
