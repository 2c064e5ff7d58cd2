using Credence.Incidents;
using Credence.Screening;

namespace Credence.Review;

/// <summary>Whether a reader sees a possible victim.</summary>
public enum VictimAnswer
{
    /// <summary>No.</summary>
    No,

    /// <summary>Cannot be said from what is written.</summary>
    Unsure,

    /// <summary>Yes; possible, never confirmed by a reading.</summary>
    Yes,
}

/// <summary>
/// One reader's judgement of one incident. Every reading is kept: a later one of the same reader stands beside the earlier.
/// </summary>
/// <param name="Incident">The incident.</param>
/// <param name="Reader">Who read it.</param>
/// <param name="Victim">Whether there is a possible victim.</param>
/// <param name="Type">Sex, labor, both or none.</param>
public sealed record Reading(IncidentNumber Incident, string Reader, VictimAnswer Victim, ExploitationType Type)
{
    /// <summary>The elements that the reader sees: act, means, purpose.</summary>
    public IReadOnlyList<Element> Elements { get; init; } = [];

    /// <summary>Who is affected, without a name.</summary>
    public string Affected { get; init; } = "";

    /// <summary>What the reader notes.</summary>
    public string Note { get; init; } = "";

    /// <summary>True if it decides between readings that differ.</summary>
    public bool IsAdjudication { get; init; }

    /// <summary>Incident and reader only: the rest tells of a person.</summary>
    public override string ToString() => $"Reading({Incident} by {Reader})";
}
