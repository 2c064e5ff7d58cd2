namespace Credence.Interviews.Deidentification;

/// <summary>What by which somebody could be known: the kinds of 45 CFR 164.514(b)(2) that a transcript may hold.</summary>
public enum IdentifierKind
{
    /// <summary>A name of a person.</summary>
    Person,

    /// <summary>A place smaller than a state, a street or a zip code.</summary>
    Place,

    /// <summary>A business, an agency, a shelter.</summary>
    Organization,

    /// <summary>A day or a month; a year alone may stay.</summary>
    Date,

    /// <summary>A telephone or fax number.</summary>
    Telephone,

    /// <summary>An address of e-mail or of the web, or a name used there.</summary>
    OnlineAddress,

    /// <summary>A number of a case, a plate, a card, an account, social security.</summary>
    Number,

    /// <summary>An age over 89.</summary>
    Age,
}

/// <summary>A place in a text that may say who somebody is. It is proposed; a person decides.</summary>
/// <param name="Kind">What it seems to be.</param>
/// <param name="Span">Where it stands.</param>
public readonly record struct Identifier(IdentifierKind Kind, TextSpan Span);

/// <summary>One way of writing, as it is proposed: with all its places, so that one decision serves them all.</summary>
/// <param name="Written">The words.</param>
/// <param name="Kind">What it seems to be.</param>
/// <param name="Places">Where it stands: transcript and stretch, in order.</param>
public sealed record IdentifierProposal(string Written, IdentifierKind Kind, IReadOnlyList<(Transcript Transcript, TextSpan Span)> Places)
{
    /// <summary>The kind and the number of places only.</summary>
    public override string ToString() => $"IdentifierProposal({Kind}, {Places.Count} places)";
}

/// <summary>What a person decided: these words become those, in every transcript, or stay as they are.</summary>
/// <param name="Written">The words.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Pseudonym">What stands in their place; null if they stay.</param>
public sealed record IdentifierDecision(string Written, IdentifierKind Kind, string? Pseudonym)
{
    /// <summary>True if the words were replaced.</summary>
    public bool Replaces => Pseudonym is not null;

    /// <summary>The kind only.</summary>
    public override string ToString() => $"IdentifierDecision({Kind})";
}
