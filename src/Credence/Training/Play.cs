namespace Credence.Training;

/// <summary>A scenario and the choices made in it so far: a value, from which the scene, what is offered and the ending follow.</summary>
public sealed class Play
{
    private Play(Scenario scenario, Scene scene, IReadOnlyList<StepTaken> steps, IReadOnlySet<string> learned) =>
        (Scenario, Scene, Steps, Learned) = (scenario, scene, steps, learned);

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>Where it stands.</summary>
    public Scene Scene { get; }

    /// <summary>The choices made, first to last.</summary>
    public IReadOnlyList<StepTaken> Steps { get; }

    /// <summary>Ids of what was learned.</summary>
    public IReadOnlySet<string> Learned { get; }

    /// <summary>True if it has ended.</summary>
    public bool IsOver => Scene.Ending is not null;

    /// <summary>What can be done now.</summary>
    public IReadOnlyList<SceneChoice> Offered => [.. Scene.Choices.Where(choice => choice.IsOffered(Learned))];

    /// <summary>Ids of the choices made: with the scenario, all that is needed to make this play again.</summary>
    public IReadOnlyList<string> Path => [.. Steps.Select(step => step.Choice.Id)];

    /// <summary>A scenario before its first choice.</summary>
    public static Play Begin(Scenario scenario) => new(scenario, scenario.Scenes[0], [], new HashSet<string>());

    /// <summary>The play of these choices, or null if one of them is not offered there.</summary>
    public static Play? Again(Scenario scenario, IEnumerable<string> path) => path.Aggregate((Play?)Begin(scenario), (play, choice) => play?.Choose(choice));

    /// <summary>The play after a choice, or null if it is not offered.</summary>
    public Play? Choose(string choice) => Offered.FirstOrDefault(one => one.Id == choice) is { } made && Scenario.Find(made.To) is { } next
        ? new Play(Scenario, next, [.. Steps, new StepTaken(Scene, made)], Learned.Union(made.Learns).ToHashSet())
        : null;

    /// <summary>The scenario and how many choices; never which.</summary>
    public override string ToString() => $"Play({Scenario.Id}, {Steps.Count} choices)";
}

/// <summary>A choice that was made, and where.</summary>
/// <param name="Scene">The scene.</param>
/// <param name="Choice">The choice.</param>
public sealed record StepTaken(Scene Scene, SceneChoice Choice)
{
    /// <summary>What served in the same scene with what was known there, where this choice did not.</summary>
    public IReadOnlyList<SceneChoice> Instead(IReadOnlySet<string> learned) =>
        Choice.Serves ? [] : [.. Scene.Choices.Where(other => other.Serves && other.IsOffered(learned))];
}
