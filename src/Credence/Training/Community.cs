namespace Credence.Training;

/// <summary>An invented community with an agency of its own.</summary>
public sealed record Community
{
    /// <summary>Short name.</summary>
    public required string Id { get; init; }

    /// <summary>The invented name.</summary>
    public required string Name { get; init; }

    /// <summary>Letters in its incident numbers.</summary>
    public required string Letters { get; init; }

    /// <summary>The invented agency identifier (ORI).</summary>
    public required string Agency { get; init; }

    /// <summary>Trafficking-related incidents by year.</summary>
    public required IReadOnlyDictionary<int, int> Trafficking { get; init; }

    /// <summary>Other incidents by year.</summary>
    public required IReadOnlyDictionary<int, int> Background { get; init; }

    /// <summary>Says the short name.</summary>
    public override string ToString() => $"Community({Id})";
}
