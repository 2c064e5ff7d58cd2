using Credence.Statistics;

namespace Credence.Evaluation.Measures;

/// <summary>
/// What a site's share would be if its incidents were of the same types as those of all sites together: direct standardization, so
/// that sites with more labor cases are not compared with sites that have few as if they were alike.
/// </summary>
/// <param name="Site">The site.</param>
/// <param name="Share">The share at the common mix; undefined where the site lacks a type that others have.</param>
/// <param name="Lacks">Types that it lacks.</param>
public sealed record StandardizedShare(string Site, Estimate Share, IReadOnlyList<string> Lacks)
{
    /// <summary>Of the first answer of a measure, by type, for every site in the order given.</summary>
    /// <param name="byType">For each site its groups by type.</param>
    public static IReadOnlyList<StandardizedShare> Of(IReadOnlyList<IReadOnlyList<MeasuredGroup>> byType)
    {
        var sizes = byType.SelectMany(site => site).Where(group => group.Of > 0).GroupBy(group => group.Group)
            .ToDictionary(type => type.Key, type => type.Sum(group => group.Shares[0].Size));
        var all = sizes.Values.Sum();
        return [.. byType.Where(site => site.Count > 0).Select(site => Of(site, sizes.ToDictionary(type => type.Key, type => type.Value / all)))];
    }

    private static StandardizedShare Of(IReadOnlyList<MeasuredGroup> site, Dictionary<string, double> mix)
    {
        var own = site.Where(group => group.Of > 0).ToDictionary(group => group.Group, group => group.Shares[0]);
        string[] lacks = [.. mix.Keys.Where(type => !own.ContainsKey(type)).Order(StringComparer.Ordinal)];
        if (lacks.Length > 0 || mix.Count == 0) { return new StandardizedShare(site[0].Site, Estimate.Undefined, lacks); }

        var share = mix.Sum(type => type.Value * own[type.Key].Process.Value);
        // The limits of the types put together (Zou and Donner 2008); as in every comparison without finite population correction.
        double Apart(Func<Estimate, double> limit) => Math.Sqrt(mix.Sum(type => Math.Pow(type.Value * limit(own[type.Key].Process), 2)));
        return new StandardizedShare(site[0].Site, new Estimate(share, new Interval(
            Math.Max(0, share - Apart(one => one.Value - one.Interval.Low)), Math.Min(1, share + Apart(one => one.Interval.High - one.Value)))), []);
    }
}
