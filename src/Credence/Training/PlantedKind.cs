namespace Credence.Training;

/// <summary>A kind of incident that is planted in a casebook on purpose.</summary>
public sealed record PlantedKind
{
    /// <summary>Short name, such as labor-under-theft.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, in a phrase.</summary>
    public required string Title { get; init; }

    /// <summary>True for what an agency meets every day, false for what the study counts: trafficking recorded, investigated or to be read as such.</summary>
    public required bool IsBackground { get; init; }

    /// <summary>How much of each community's incidents it is, beside the shares of the other kinds; by id of the community.</summary>
    public required IReadOnlyDictionary<string, int> Shares { get; init; }
}
