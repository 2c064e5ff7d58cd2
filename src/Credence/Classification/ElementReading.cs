namespace Credence.Classification;

/// <summary>What the evidence says of one element, with its parts.</summary>
public sealed record ElementReading
{
    /// <summary>The element.</summary>
    public required StatuteElement Element { get; init; }

    /// <summary>Whether it is supported, over all its parts.</summary>
    public required Support Support { get; init; }

    /// <summary>The same, leaving out what only counsel can say; null where nothing else is left.</summary>
    public required Support? InReport { get; init; }

    /// <summary>What supports the element itself.</summary>
    public required IReadOnlyList<EvidenceItem> SupportedBy { get; init; }

    /// <summary>What speaks against it.</summary>
    public required IReadOnlyList<EvidenceItem> Against { get; init; }

    /// <summary>What raises it and decides nothing.</summary>
    public required IReadOnlyList<EvidenceItem> RaisedBy { get; init; }

    /// <summary>True if a hint speaks of it and nothing supports it.</summary>
    public bool IsHinted => Support != Support.Supported && RaisedBy.Any(item => Element.Hints.Contains(item.Fact));

    /// <summary>Readings of its parts.</summary>
    public required IReadOnlyList<ElementReading> Parts { get; init; }

    /// <summary>This reading and those of all parts below it.</summary>
    public IEnumerable<ElementReading> WithParts() => Parts.SelectMany(part => part.WithParts()).Prepend(this);

    /// <summary>
    /// What is missing: of parts that are all needed, each that is not supported; of alternatives, the alternative as a
    /// whole, because one question about it is enough.
    /// </summary>
    public IEnumerable<ElementReading> Missing() => Support == Support.Supported
        ? []
        : Element.Joining == Joining.All ? Parts.SelectMany(part => part.Missing()) : [this];
}
