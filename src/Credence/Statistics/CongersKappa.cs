namespace Credence.Statistics;

/// <summary>
/// Kappa of several raters who all rated every unit, where chance keeps each rater's own shares (Conger 1980); Fleiss' takes
/// the shares of all raters together.
/// </summary>
public static class CongersKappa
{
    /// <summary>From the ratings of each unit, the raters in the same order; NaN where chance alone agrees always.</summary>
    public static double Of<T>(IReadOnlyList<IReadOnlyList<T>> units)
        where T : notnull
    {
        var raters = units.Count == 0 ? 0 : units[0].Count;
        if (units.Any(unit => unit.Count != raters)) { throw new ArgumentException("Every rater rates every unit.", nameof(units)); }

        var pairs = (from first in Enumerable.Range(0, raters) from second in Enumerable.Range(first + 1, raters - first - 1) select (first, second)).ToList();
        var observed = pairs.Average(pair => Share(units, unit => unit[pair.first].Equals(unit[pair.second])));
        var categories = units.SelectMany(unit => unit).Distinct().ToList();
        var shares = Enumerable.Range(0, raters).Select(rater => categories.Select(category => Share(units, unit => unit[rater].Equals(category))).ToArray()).ToList();
        var chance = pairs.Average(pair => shares[pair.first].Zip(shares[pair.second], (one, other) => one * other).Sum());
        return (observed - chance) / (1 - chance);
    }

    private static double Share<T>(IReadOnlyList<IReadOnlyList<T>> units, Func<IReadOnlyList<T>, bool> holds) =>
        (double)units.Count(holds) / units.Count;
}
