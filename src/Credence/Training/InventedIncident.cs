using Credence.Incidents;
using Credence.Screening;

namespace Credence.Training;

/// <summary>An incident that never happened, with what a careful reader should conclude from it.</summary>
public sealed record InventedIncident
{
    /// <summary>Short name, unique in its casebook.</summary>
    public required string Id { get; init; }

    /// <summary>The language it is written in, as ISO 639-1 code.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The incident; its number begins with INVENTED.</summary>
    public required Incident Incident { get; init; }

    /// <summary>What an officer wrote it down as, in words.</summary>
    public required string RecordedAs { get; init; }

    /// <summary>The person that stories and docs follow, such as "the farm worker"; null for all but a few.</summary>
    public string? Cast { get; init; }

    /// <summary>The level a careful reader would give.</summary>
    public required Level Level { get; init; }

    /// <summary>The type a careful reader would give.</summary>
    public required ExploitationType Type { get; init; }

    /// <summary>Whether the person at risk is under 18.</summary>
    public required MinorStatus Minor { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Conclusion { get; init; }
}
