using Credence.Disclosure;
using Credence.Evaluation.Measures;

namespace Credence.Cli.Studies;

/// <summary>Which shares of a study are held against which; only what may be told takes part.</summary>
internal static class StudyContrasts
{
    /// <summary>Each group of a table against the largest of its site, adjusted for all that the table tests, at every site.</summary>
    public static IReadOnlyList<(string Site, NamedContrast Contrast)> Within(IReadOnlyList<ToldGroup> table)
    {
        var pairs = table.Where(group => !group.Group.IsNotMeasured && group.Group.Group != MeasureWords.NotRecorded && group.Share(0) is not null)
            .GroupBy(group => group.Group.Site).SelectMany(AgainstLargest).ToList();
        return [.. pairs.Zip(NamedContrast.Adjusted([.. pairs.Select(pair => (Named(pair.Group), Named(pair.Largest)))]), (pair, contrast) => (pair.Group.Group.Site, contrast))];
    }

    private static IEnumerable<(ToldGroup Group, ToldGroup Largest)> AgainstLargest(IEnumerable<ToldGroup> site)
    {
        var told = site.ToList();
        var largest = told.MaxBy(group => group.Group.Of)!;
        return told.Where(group => group != largest).Select(group => (group, largest));
    }

    /// <summary>Every two sites, in the order given.</summary>
    public static IReadOnlyList<NamedContrast> Between(StudyResults results, Measure measure) => NamedContrast.Pairs(
        [.. results.Whole(measure).Where(site => !site.Group.IsNotMeasured && site.Share(0) is not null).Select(site => (site.Group.Site, site.Share(0)!))]);

    /// <summary>Every site at the common mix of types; null where a count that it needs is withheld; none at all for a measure that is not broken down by type.</summary>
    public static IReadOnlyList<StandardizedShare?> AtCommonMix(StudyResults results, Measure measure)
    {
        if (!measure.By.Contains(Breakdown.Type)) return [];
        var byType = results.Sites.Select(site => results.By(measure, Breakdown.Type).Where(told => told.Group.Site == site).ToList()).ToList();
        // The mix is of all sites: where one of them withholds a part, nobody's can be told.
        if (byType.Any(site => site.Count == 0 || site.Exists(told => !told.Group.IsNotMeasured && told.Share(0) is null))) return [.. results.Sites.Select(_ => (StandardizedShare?)null)];
        return [.. StandardizedShare.Of([.. byType.Select(site => site.ConvertAll(told => told.Group))])];
    }

    private static (string, MeasuredShare) Named(ToldGroup told) => (told.Group.Group, told.Share(0)!);
}
