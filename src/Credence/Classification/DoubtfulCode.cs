using Credence.Incidents;
using Credence.Screening;

namespace Credence.Classification;

/// <summary>In which way an incident's codes and its evidence part; in the order in which they are to be read.</summary>
public enum CodeDoubt
{
    /// <summary>A person under 18 is recorded as arrested for selling sex, who is within the FBI's definition of 64A.</summary>
    MinorArrested,

    /// <summary>Recorded as something else, while the evidence supports every element of 64A or 64B.</summary>
    ReadsLikeTrafficking,

    /// <summary>Recorded as something else, while the words suggest exploitation and an element is unknown.</summary>
    MayBeTrafficking,

    /// <summary>Recorded as selling sex, with nobody as victim, and nothing known of means or age.</summary>
    SoldWithoutVictim,

    /// <summary>Recorded as trafficking, while nothing in its words speaks of means, servitude or a person under 18.</summary>
    CodeWithoutSupport,

    /// <summary>Recorded as one kind of trafficking, while the words support the other only.</summary>
    OtherKindOfTrafficking,
}

/// <summary>An incident whose codes and evidence part. For a person to read; never a verdict.</summary>
public sealed record DoubtfulCode
{
    /// <summary>The incident.</summary>
    public required IncidentNumber Number { get; init; }

    /// <summary>Every way in which they part, the first to be read first.</summary>
    public required IReadOnlyList<CodeDoubt> Kinds { get; init; }

    /// <summary>The codes as recorded; null where the source has no offense column.</summary>
    public required IReadOnlyList<OffenseCode>? RecordedAs { get; init; }

    /// <summary>64A, 64B or both: what it reads like, or what its code would need; empty where only a person under 18 was arrested.</summary>
    public required IReadOnlyList<OffenseCode> ReadsLike { get; init; }

    /// <summary>Why, in one sentence that names indicators and never the narrative's words.</summary>
    public required string Because { get; init; }

    /// <summary>Elements that are missing, in words; empty where none is.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>The screening's level.</summary>
    public required Level Level { get; init; }

    /// <summary>The screening's score, which orders within a kind and level.</summary>
    public required double Score { get; init; }

    /// <summary>Compares by what is to be read first.</summary>
    public static int InReadingOrder(DoubtfulCode a, DoubtfulCode b)
    {
        var order = a.Kinds[0].CompareTo(b.Kinds[0]);
        order = order != 0 ? order : b.Level.CompareTo(a.Level);
        order = order != 0 ? order : b.Score.CompareTo(a.Score);
        return order != 0 ? order : string.CompareOrdinal(a.Number.Value, b.Number.Value);
    }
}
