using Credence.Statistics;
using MathNet.Numerics.Distributions;

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

        var share = mix.Sum(type => type.Value * own[type.Key].Share.Value);
        var error = Math.Sqrt(mix.Sum(type => Math.Pow(type.Value * ErrorOf(own[type.Key]), 2)));
        var half = Normal.InvCDF(0, 1, 0.975) * error;
        return new StandardizedShare(site[0].Site, new Estimate(share, new Interval(share - half, share + half).ClippedTo(0, 1)), []);
    }

    // Without spread the width of the exact interval stands in for it.
    private static double ErrorOf(MeasuredShare share) => share.StandardError > 1e-12 ? share.StandardError : share.Share.Interval.Width / (2 * 1.96);
}
