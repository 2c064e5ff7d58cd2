using Credence.Screening;

namespace Credence.Classification;

/// <summary>What an item of evidence does for a fact.</summary>
public enum Standing
{
    /// <summary>It supports the fact.</summary>
    Supports,

    /// <summary>It speaks against the fact.</summary>
    Against,

    /// <summary>It raises the fact and decides nothing: weak, denied, past, feared, a label, or of another kind of exploitation, contradicted.</summary>
    Raises,
}

/// <summary>Where an item of evidence comes from.</summary>
public enum EvidenceOrigin
{
    /// <summary>Words of a narrative.</summary>
    Finding,

    /// <summary>An answer, given or observed, to an instrument.</summary>
    Answer,

    /// <summary>A field of the record.</summary>
    Record,
}

/// <summary>One thing that speaks for, against, or merely of a fact.</summary>
/// <param name="Fact">Id of the fact.</param>
/// <param name="Standing">What it does for the fact.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Reference">The indicator, the item of the instrument, or the field of the record.</param>
/// <param name="Says">What it says, as a phrase that follows "says that": never the narrative's own words.</param>
public sealed record EvidenceItem(string Fact, Standing Standing, EvidenceOrigin Origin, string Reference, string Says)
{
    /// <summary>The finding it is, or null for an answer or a field.</summary>
    public Finding? Finding { get; init; }

    /// <summary>Kind of exploitation it speaks of; <see cref="ExploitationType.Both"/> if of either.</summary>
    public ExploitationType Type { get; init; } = ExploitationType.Both;

    /// <summary>True if other evidence of the same age says the opposite, so that neither decides.</summary>
    public bool IsContradicted { get; init; }

    /// <summary>The fact and the kind only: what it says tells of a person.</summary>
    public override string ToString() => $"EvidenceItem({Fact}, {Origin})";

    /// <summary>One order for the same items however they came in, so that no order of evidence changes a result.</summary>
    internal static int InOrder(EvidenceItem a, EvidenceItem b)
    {
        var order = a.Standing.CompareTo(b.Standing);
        order = order != 0 ? order : a.Origin.CompareTo(b.Origin);
        order = order != 0 ? order : string.CompareOrdinal(a.Reference, b.Reference);
        order = order != 0 ? order : string.CompareOrdinal(a.Fact, b.Fact);
        order = order != 0 ? order : (a.Finding?.Start ?? 0).CompareTo(b.Finding?.Start ?? 0);
        return order != 0 ? order : string.CompareOrdinal(a.Says, b.Says);
    }
}
