using Credence.Evaluation.Measures;

namespace Credence.Disclosure;

/// <summary>
/// The groups of one measure at one site as they are told. Groups of which nothing is told stand together and without their names: a
/// name that stands only where somebody is would tell that somebody is.
/// </summary>
/// <param name="Named">Groups of which something is told; the site as a whole is always among them.</param>
/// <param name="Others">The groups of which nothing is told.</param>
public sealed record FoldedGroups(IReadOnlyList<ToldGroup> Named, IReadOnlyList<ToldGroup> Others)
{
    /// <summary>How the others are called beside those that have a name.</summary>
    public const string OtherGroups = "other groups";

    /// <summary>How the others are called; "every group" if none has a name.</summary>
    public string Name => Named.Count == 0 ? "every group" : OtherGroups;

    /// <summary>True if nothing is known of anybody in the others: then they are not measured.</summary>
    public bool AreOthersNotMeasured => Others.All(told => told.Group.IsNotMeasured);

    /// <summary>Of one measure, in one breakdown, at one site.</summary>
    public static FoldedGroups Of(IReadOnlyList<ToldGroup> groups)
    {
        var named = groups.Where(told => told.Group.By == Breakdown.None || IsTold(told)).ToList();
        return new FoldedGroups(named, [.. groups.Except(named)]);
    }

    private static bool IsTold(ToldGroup told) => !told.Group.IsNotMeasured && Enumerable.Range(0, told.Group.Shares.Count).Any(told.IsTold);
}
