namespace Credence.Statistics;

/// <summary>Percentile bootstrap (Efron 1979) with a seed of its own, so that a report can be made again to the byte.</summary>
/// <param name="Seed">Where the draws begin.</param>
/// <param name="Replicates">How many times the sample is drawn again.</param>
public sealed record Bootstrap(ulong Seed, int Replicates = 2000)
{
    /// <summary>
    /// Draws as many units from each group as it has, with replacement, and hands the statistic how often each unit was drawn.
    /// Replicates for which the statistic is NaN are left out.
    /// </summary>
    public Interval Percentile<TGroup>(
        IReadOnlyList<TGroup> groups, Func<IReadOnlyList<int>, double> statistic, double confidence = 0.95)
        where TGroup : notnull
    {
        var members = Enumerable.Range(0, groups.Count).GroupBy(i => groups[i]).Select(g => g.ToArray()).ToList();
        var chance = new Pcg32(Seed);
        var times = new int[groups.Count];
        var values = new List<double>(Replicates);
        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            Draw(members, times, chance);
            if (statistic(times) is var value && !double.IsNaN(value)) { values.Add(value); }
        }

        return Middle(values, confidence);
    }

    /// <summary>
    /// Counts drawn anew for every replicate: as many units as there are, each of the kind that a unit drawn at random has.
    /// The array is the same each time.
    /// </summary>
    public IEnumerable<int[]> Multinomial(IReadOnlyList<int> counts)
    {
        int[] kinds = [.. counts.SelectMany((count, kind) => Enumerable.Repeat(kind, count))];
        var chance = new Pcg32(Seed);
        var drawn = new int[counts.Count];
        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            Array.Clear(drawn);
            foreach (var _ in kinds) { drawn[kinds[chance.Below(kinds.Length)]]++; }

            yield return drawn;
        }
    }

    private static void Draw(List<int[]> members, int[] times, Pcg32 chance)
    {
        Array.Clear(times);
        foreach (var group in members)
        {
            for (var i = 0; i < group.Length; i++) { times[group[chance.Below(group.Length)]]++; }
        }
    }

    private static Interval Middle(List<double> values, double confidence)
    {
        if (values.Count == 0) { return Interval.Undefined; }

        values.Sort();
        return new Interval(Quantiles.Linear(values, (1 - confidence) / 2), Quantiles.Linear(values, (1 + confidence) / 2));
    }
}
