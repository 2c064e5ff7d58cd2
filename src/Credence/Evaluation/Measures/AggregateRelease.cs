using Credence.Evaluation.Release;
using Credence.Statistics;

namespace Credence.Evaluation.Measures;

/// <summary>
/// Which counts of the service side may leave it. A count is told where it, what it leaves of the whole, and what lies between it and
/// the step of the cascade told before are each nobody or at least <see cref="SuppressionRule.UsualThreshold"/>; and where the measure
/// whose count is its whole is told.
/// </summary>
public static class AggregateRelease
{
    private const int Least = SuppressionRule.UsualThreshold;

    /// <summary>Steps of one whole, each a part of the one before.</summary>
    private static readonly string[] Cascade = ["referral-consented", "referral-sent", "referral-accepted", "referral-started"];

    /// <summary>Measures whose whole is the count of another.</summary>
    private static readonly Dictionary<string, string> WholeOf = new() { ["wishes-answered"] = "wishes-asked" };

    /// <summary>The counts as they may be told, in the order of the catalog; what is not given is not in it.</summary>
    public static IReadOnlyList<AggregateCount> Of(string site, IReadOnlyDictionary<string, Proportion> counts)
    {
        var told = new Dictionary<string, Proportion>();
        foreach (var measure in MeasureCatalog.Of(MeasureBasis.ServiceSide).Where(measure => counts.ContainsKey(measure.Id)))
        {
            var share = counts[measure.Id];
            if (MayTell(measure.Id, share, told)) { told.Add(measure.Id, share); }
        }

        return [.. MeasureCatalog.Of(MeasureBasis.ServiceSide).Where(measure => counts.ContainsKey(measure.Id))
            .Select(measure => new AggregateCount(site, measure, told.TryGetValue(measure.Id, out var share) ? share : null))];
    }

    private static bool MayTell(string id, Proportion share, Dictionary<string, Proportion> told)
    {
        var before = Cascade.Contains(id) ? Cascade.TakeWhile(step => step != id).LastOrDefault(told.ContainsKey) : null;
        return !IsSmall(share.Of) && !IsSmall(share.Count) && !IsSmall(share.Of - share.Count)
            && (before is null || !IsSmall(Math.Abs(told[before].Count - share.Count)))
            && (!WholeOf.TryGetValue(id, out var whole) || told.ContainsKey(whole));
    }

    private static bool IsSmall(int count) => count is > 0 and < Least;
}
