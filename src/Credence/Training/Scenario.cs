using Credence.Packs;
using Credence.Screening.Instruments;

namespace Credence.Training;

/// <summary>An invented call that an officer plays choice by choice. Nobody in it is real, and nobody is shamed for a choice.</summary>
public sealed record Scenario
{
    /// <summary>Short name, unique among scenarios.</summary>
    public required string Id { get; init; }

    /// <summary>Its title, which gives nothing away.</summary>
    public required string Title { get; init; }

    /// <summary>Minutes that it takes.</summary>
    public required int Minutes { get; init; }

    /// <summary>The pack it stands in, as id@version.</summary>
    public required string Pack { get; init; }

    /// <summary>What can be learned by asking and looking.</summary>
    public required IReadOnlyList<Learnable> Learnables { get; init; }

    /// <summary>Its scenes; the first begins it.</summary>
    public required IReadOnlyList<Scene> Scenes { get; init; }

    /// <summary>The report that an officer wrote who asked and looked, with what a careful reader concludes from it.</summary>
    public required InventedIncident Report { get; init; }

    /// <summary>The scene of that id, or null.</summary>
    public Scene? Find(string scene) => Scenes.FirstOrDefault(known => known.Id == scene);

    /// <summary>Every set of what somebody can have learned where a play ends.</summary>
    public IReadOnlyList<IReadOnlySet<string>> Learned() => [.. ScenarioStates.Of(this).Plays.Where(play => play.IsOver).Select(play => play.Learned)];

    /// <summary>Its id.</summary>
    public override string ToString() => Id;
}

/// <summary>Something that an officer learns in a scenario by asking or looking.</summary>
/// <param name="Id">Short name in its scenario.</param>
/// <param name="Says">Completes "You learned that …".</param>
/// <param name="Fact">The fact of packs/facts that it answers, or null.</param>
/// <param name="Answer">What it answers.</param>
public sealed record Learnable(string Id, string Says, string? Fact, Answer Answer)
{
    /// <summary>Its id.</summary>
    public override string ToString() => Id;
}

/// <summary>A moment of a scenario: what is seen and heard, and what can be done.</summary>
/// <param name="Id">Short name in its scenario.</param>
/// <param name="Text">What is seen and heard; paragraphs.</param>
/// <param name="Ending">What came of it, in a few words, where the scenario ends here; null where it goes on.</param>
/// <param name="Choices">What can be done; none at an ending.</param>
public sealed record Scene(string Id, string Text, string? Ending, IReadOnlyList<SceneChoice> Choices)
{
    /// <summary>Its id.</summary>
    public override string ToString() => Id;
}

/// <summary>Something that can be done in a scene, and what it means.</summary>
public sealed record SceneChoice
{
    /// <summary>Short name in its scene.</summary>
    public required string Id { get; init; }

    /// <summary>What is done, as the officer reads it.</summary>
    public required string Text { get; init; }

    /// <summary>The scene it leads to.</summary>
    public required string To { get; init; }

    /// <summary>What must have been learned before it is offered.</summary>
    public required IReadOnlyList<string> If { get; init; }

    /// <summary>What must not have been learned yet.</summary>
    public required IReadOnlyList<string> Unless { get; init; }

    /// <summary>What is learned by it.</summary>
    public required IReadOnlyList<string> Learns { get; init; }

    /// <summary>The recommendation it serves or breaks.</summary>
    public required Recommendation Recommendation { get; init; }

    /// <summary>True if it serves the recommendation, false if it breaks it.</summary>
    public required bool Serves { get; init; }

    /// <summary>The rule it keeps or breaks, as pack/item, such as model-agency/own-safety.</summary>
    public required string Rule { get; init; }

    /// <summary>What follows from it and why; never a reproach.</summary>
    public required string Because { get; init; }

    /// <summary>Where it is written.</summary>
    public required Citation Citation { get; init; }

    /// <summary>True if it is offered to somebody who learned this much.</summary>
    public bool IsOffered(IReadOnlySet<string> learned) => If.All(learned.Contains) && !Unless.Any(learned.Contains);

    /// <summary>Its id.</summary>
    public override string ToString() => Id;
}
