namespace Credence.Classification;

/// <summary>What the evidence says of each statute, and what a person may want to determine from it.</summary>
public sealed record ClassificationResult
{
    /// <summary>Readings of all statutes, in the order of the packs.</summary>
    public required IReadOnlyList<StatuteReading> Statutes { get; init; }

    /// <summary>What is proposed about the offense code.</summary>
    public required OffenseProposal Offense { get; init; }

    /// <summary>What is proposed about victim status.</summary>
    public required VictimProposal Victim { get; init; }

    /// <summary>The evidence as it was read.</summary>
    public required IReadOnlyList<EvidenceItem> Evidence { get; init; }

    /// <summary>The packs used, as id@version.</summary>
    public required IReadOnlyList<string> Packs { get; init; }

    /// <summary>The reading of one statute.</summary>
    /// <exception cref="KeyNotFoundException">No pack has it.</exception>
    public StatuteReading this[string id] => Statutes.FirstOrDefault(reading => reading.Statute.Id == id)
        ?? throw new KeyNotFoundException($"No statute has the id {id}.");
}
