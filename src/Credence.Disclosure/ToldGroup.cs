using Credence.Evaluation.Measures;

namespace Credence.Disclosure;

/// <summary>A group with what of it may be told.</summary>
/// <param name="Group">The group.</param>
/// <param name="Told">For each answer whether its count may be told, then for the answers not known, then for all in the population.</param>
public sealed record ToldGroup(MeasuredGroup Group, IReadOnlyList<bool> Told)
{
    /// <summary>Whether the denominator may be told.</summary>
    public bool IsSizeTold => Told.Take(Group.Counts.Count).All(told => told) || (Told[^1] && IsUnknownTold);

    /// <summary>Whether the count of those whose answer is not known may be told.</summary>
    public bool IsUnknownTold => Told[^2];

    /// <summary>Whether a share may be told: its count and what it is a share of.</summary>
    public bool IsTold(int share) => Told[share] && IsSizeTold;

    /// <summary>The share, or null if it is withheld.</summary>
    public MeasuredShare? Share(int place) => IsTold(place) ? Group.Shares[place] : null;
}
