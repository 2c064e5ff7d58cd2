using Credence.Packs;

namespace Credence.Wording;

/// <summary>How words judge instead of describing what happened.</summary>
public enum WordingKind
{
    /// <summary>A noun stands in the place of a person.</summary>
    Label,

    /// <summary>The choice of words says that the person is not believed.</summary>
    Disbelief,

    /// <summary>Words of consent, or of a trade, for what a child or a person under force was made to do.</summary>
    ImpliedConsent,

    /// <summary>Words make an act smaller, or leave out who did it.</summary>
    Minimizing,

    /// <summary>The person is made the cause of what was done to her or him.</summary>
    Blame,
}

/// <summary>Words that judge, as a pack states them: why, and how the fact can be written instead.</summary>
public sealed record WordingRule
{
    /// <summary>theme.name, unique in its pack.</summary>
    public required string Id { get; init; }

    /// <summary>How such words judge.</summary>
    public required WordingKind Kind { get; init; }

    /// <summary>What was written, as a plain phrase of the pack: never the narrative's own words.</summary>
    public required string Written { get; init; }

    /// <summary>Why it judges instead of describing.</summary>
    public required string Reason { get; init; }

    /// <summary>Another way to write it that keeps the fact; for the writer to take or leave.</summary>
    public required string Alternative { get; init; }

    /// <summary>Where that is written.</summary>
    public required Citation Source { get; init; }

    /// <summary>True if the words count only as all that stands in quotation marks, one or two words.</summary>
    internal bool IsQuoted { get; init; }
}
