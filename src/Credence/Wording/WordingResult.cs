using Credence.Packs;

namespace Credence.Wording;

/// <summary>One place whose words judge instead of describing. It holds where they stand, not the words.</summary>
/// <param name="Rule">What the pack says of such words.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last code unit.</param>
public sealed record WordingFlag(WordingRule Rule, int Start, int End)
{
    /// <summary>How the words judge.</summary>
    public WordingKind Kind => Rule.Kind;

    /// <summary>Why.</summary>
    public string Reason => Rule.Reason;

    /// <summary>Another way to write it that keeps the fact.</summary>
    public string Alternative => Rule.Alternative;

    /// <summary>Where that is written.</summary>
    public Citation Source => Rule.Source;
}

/// <summary>What was flagged in one narrative. Advice: nobody's words are changed.</summary>
public sealed record WordingResult
{
    /// <summary>The flags in order of position; no two of them overlap.</summary>
    public required IReadOnlyList<WordingFlag> Flags { get; init; }

    /// <summary>How many words the narrative has.</summary>
    public required int WordCount { get; init; }

    /// <summary>False if there was no narrative, or none in a language that the packs cover: then no flag says nothing.</summary>
    public required bool WasRead { get; init; }

    /// <summary>The packs used, as id@version.</summary>
    public required IReadOnlyList<string> Packs { get; init; }
}
