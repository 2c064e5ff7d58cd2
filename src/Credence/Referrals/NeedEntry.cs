using System.Text.Json.Serialization;
using Credence.Consents;

namespace Credence.Referrals;

/// <summary>What was asked of one need, and answered.</summary>
/// <param name="Need">The need.</param>
/// <param name="Answering">Whether it was asked, and answered.</param>
/// <param name="Urgency">How soon; null where it is not needed, or not answered.</param>
public sealed record AskedNeed(Need Need, Answering Answering, Urgency? Urgency = null);

/// <summary>Something that is written about needs. Nothing is overwritten: what is needed changes, and each time stays.</summary>
/// <param name="At">When.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "entry")]
[JsonDerivedType(typeof(Asked), "asked")]
[JsonDerivedType(typeof(Met), "met")]
public abstract record NeedEntry(DateTimeOffset At)
{
    /// <summary>What kind of entry it is.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Found and expected, in one sentence; null if it can be kept.</summary>
    [JsonIgnore]
    public string? Problem => this switch
    {
        Asked { Needs.Count: 0 } => "Found no need, expected at least one that was asked.",
        Asked asked when asked.Needs.GroupBy(one => one.Need).FirstOrDefault(same => same.Count() > 1) is { } twice => $"Found {EnumWord.Of(twice.Key)} twice, expected each need once.",
        Asked asked when asked.Needs.Any(one => one.Answering == Answering.NotAsked) => "Found a need that was not asked, expected only what was: leave it out.",
        Asked asked when asked.Needs.Any(one => one.Answering != Answering.Answered && one.Urgency is not null) => "Found how soon beside no answer, expected either.",
        Met met when string.IsNullOrWhiteSpace(met.By) => "Found nobody who did it, expected who met the need.",
        _ => null,
    };

    /// <summary>Needs were asked.</summary>
    /// <param name="At">When.</param>
    /// <param name="Needs">Which, and what came of it.</param>
    public sealed record Asked(DateTimeOffset At, IReadOnlyList<AskedNeed> Needs) : NeedEntry(At);

    /// <summary>Something was done for a need.</summary>
    /// <param name="At">When.</param>
    /// <param name="Need">The need.</param>
    /// <param name="Extent">How far it was met.</param>
    /// <param name="By">By whom, as one calls them.</param>
    public sealed record Met(DateTimeOffset At, Need Need, Extent Extent, string By) : NeedEntry(At);
}

/// <summary>How one need stands.</summary>
/// <param name="Need">The need.</param>
/// <param name="Answering">Whether it was asked, and answered.</param>
/// <param name="Urgency">How soon; null where it is not needed, or not known.</param>
/// <param name="AskedAt">When it was asked last, or null.</param>
/// <param name="Met">What was done for it last, since it was asked last; null if nothing was.</param>
public sealed record NeedStanding(Need Need, Answering Answering, Urgency? Urgency, DateTimeOffset? AskedAt, NeedEntry.Met? Met)
{
    /// <summary>Whether something is still to be done.</summary>
    public bool IsOpen => Urgency is not null && Met?.Extent != Extent.Met;
}

/// <summary>How all needs of a person stand, from what was written.</summary>
public static class NeedsPicture
{
    /// <summary>Every need in the order of the list, also those that nobody asked: what was not asked is not known.</summary>
    public static IReadOnlyList<NeedStanding> Of(IReadOnlyCollection<NeedEntry> entries)
    {
        var ordered = entries.OrderBy(entry => entry.At).ToList();
        return [.. Enum.GetValues<Need>().Select(need => Of(need, ordered))];
    }

    /// <summary>When needs were asked for the first time, or null.</summary>
    public static DateTimeOffset? FirstAsked(IEnumerable<NeedEntry> entries) => entries.OfType<NeedEntry.Asked>().Select(entry => (DateTimeOffset?)entry.At).Min();

    private static NeedStanding Of(Need need, List<NeedEntry> ordered)
    {
        var asked = ordered.OfType<NeedEntry.Asked>().SelectMany(entry => entry.Needs.Where(one => one.Need == need).Select(one => (entry.At, One: one))).ToList();
        var met = ordered.OfType<NeedEntry.Met>().LastOrDefault(entry => entry.Need == need);
        // A question without an answer takes back nothing that was answered before.
        var last = asked.LastOrDefault(one => one.One.Answering == Answering.Answered) is { One: not null } answered ? answered : asked.LastOrDefault();
        return last.One is null ? new NeedStanding(need, Answering.NotAsked, null, null, met)
            : new NeedStanding(need, last.One.Answering, last.One.Urgency, asked[^1].At, met?.At >= last.At ? met : null);
    }
}
