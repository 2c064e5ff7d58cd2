using Credence.Incidents;
using Credence.Screening;

namespace Credence.Training;

/// <summary>A story as a pack writes it: what may vary, and what a careful reader concludes whatever varies.</summary>
internal sealed class Story
{
    public required string Id { get; init; }

    public required PlantedKind Kind { get; init; }

    /// <summary>The language it is written in; a style of that language writes it down.</summary>
    public required string Language { get; init; }

    public required StoryTruth Truth { get; init; }

    /// <summary>What it may be recorded as.</summary>
    public required IReadOnlyList<RecordedOffense> Recorded { get; init; }

    public required IReadOnlyList<string> Locations { get; init; }

    public required IReadOnlyList<string> IdentifiedBy { get; init; }

    public required IReadOnlyList<StoryPart> Parts { get; init; }

    public required StoryText Narrative { get; init; }

    /// <summary>A later report of the same incident, or null.</summary>
    public StoryText? Update { get; init; }

    /// <summary>Phrases of this story only, by group.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<StoryText>> Phrases { get; init; }

    /// <summary>How it may end; one of these, as often as its weight says.</summary>
    public required IReadOnlyList<StoryEnding> Endings { get; init; }
}

/// <summary>An offense in words with its codes, none where no offense was recorded.</summary>
internal sealed record RecordedOffense(string As, IReadOnlyList<OffenseCode> Codes);

/// <summary>What a careful reader concludes from a story.</summary>
internal sealed record StoryTruth
{
    public required Level Level { get; init; }

    public required ExploitationType Type { get; init; }

    public required MinorStatus Minor { get; init; }

    /// <summary>The codes that are due; empty where the recorded ones are right, or where a person has to ask first.</summary>
    public required IReadOnlyList<OffenseCode> Due { get; init; }

    public required bool NeedsReview { get; init; }

    public required string Conclusion { get; init; }
}
