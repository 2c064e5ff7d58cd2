using Credence.Incidents;
using Credence.Screening;

namespace Credence.Training;

/// <summary>What a careful reader knows of an invented incident, written together with its story and before any program read it.</summary>
public sealed record PlantedTruth
{
    /// <summary>The community it belongs to.</summary>
    public required Community Community { get; init; }

    /// <summary>The kind it was planted as.</summary>
    public required PlantedKind Kind { get; init; }

    /// <summary>The story it was told from.</summary>
    public required string Story { get; init; }

    /// <summary>The level a careful reader gives to the words, over all reports of the incident.</summary>
    public required Level Level { get; init; }

    /// <summary>The type a careful reader gives.</summary>
    public required ExploitationType Type { get; init; }

    /// <summary>Whether the person at risk is under 18.</summary>
    public required MinorStatus Minor { get; init; }

    /// <summary>What it was recorded as, in words.</summary>
    public required string RecordedAs { get; init; }

    /// <summary>Which codes were due; empty where the recorded ones are right.</summary>
    public required IReadOnlyList<OffenseCode> Due { get; init; }

    /// <summary>True where the words do not decide which code is due, so a person has to ask.</summary>
    public required bool NeedsReview { get; init; }

    /// <summary>What was done to the person at risk, and for her or him.</summary>
    public required StoryEnding Ending { get; init; }

    /// <summary>The person at risk as recorded; null if the story has none.</summary>
    public Person? AtRisk { get; init; }

    /// <summary>Why a careful reader concludes that, in a sentence.</summary>
    public required string Conclusion { get; init; }

    /// <summary>What is wrong with how it was recorded; empty if nothing is.</summary>
    public required IReadOnlyList<Misclassification> Misclassified { get; init; }

    /// <summary>Says the story only.</summary>
    public override string ToString() => $"PlantedTruth({Story})";
}

/// <summary>A way in which an incident can be recorded wrongly.</summary>
public enum Misclassification
{
    /// <summary>Trafficking under another code.</summary>
    Miss,

    /// <summary>A trafficking code that nothing supports.</summary>
    FalseLabel,

    /// <summary>A person under 18 arrested or cited for prostitution.</summary>
    MinorArrested,

    /// <summary>Prostitution with nobody recorded as its victim; under 40A, a crime against society, nobody can be.</summary>
    NoVictim,
}
