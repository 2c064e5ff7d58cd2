using Credence.Packs;

namespace Credence.Screening.Instruments;

/// <summary>Whose words the items of an instrument are in.</summary>
public enum InstrumentWording
{
    /// <summary>Those of its publisher, as printed.</summary>
    Verbatim,

    /// <summary>Those of its publisher as somebody remembers them: to be verified before use.</summary>
    ToBeVerified,

    /// <summary>Ours, after the publisher's list.</summary>
    Ours,

    /// <summary>Brought in by the agency, from a copy that it may use.</summary>
    Agency,

    /// <summary>Not here: an agency that may use it imports them.</summary>
    Missing,
}

/// <summary>A questionnaire: what is asked or observed, what makes it positive, for whom it was made, and how good it is.</summary>
public sealed record Instrument
{
    /// <summary>Identifier, such as hhs-card.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Title { get; init; }

    /// <summary>Language of the items: ISO 639-1.</summary>
    public required string Language { get; init; }

    /// <summary>Whose words they are.</summary>
    public required InstrumentWording Wording { get; init; }

    /// <summary>For whom it was made.</summary>
    public required string Population { get; init; }

    /// <summary>What it must not be used for, and where it was never tried.</summary>
    public required IReadOnlyList<string> Limits { get; init; }

    /// <summary>What is said, or done, before the first question.</summary>
    public required IReadOnlyList<string> Before { get; init; }

    /// <summary>Items in order.</summary>
    public required IReadOnlyList<InstrumentItem> Items { get; init; }

    /// <summary>How many concerns make it positive; null for an instrument without score.</summary>
    public required int? Threshold { get; init; }

    /// <summary>How good it was found to be; empty where nobody measured.</summary>
    public required IReadOnlyList<StudyResult> Studies { get; init; }

    /// <summary>What to do now if its rule is met or, without a rule, if anything raises concern.</summary>
    public required IReadOnlyList<string> DoNow { get; init; }

    /// <summary>What to do now if not: it is no proof that nothing happened.</summary>
    public required IReadOnlyList<string> Otherwise { get; init; }

    /// <summary>Who may use it, and on what terms.</summary>
    public required string Rights { get; init; }

    /// <summary>Where it is published.</summary>
    public required Citation Citation { get; init; }

    /// <summary>The pack it stands in, as id@version.</summary>
    public required string Pack { get; init; }
}

/// <summary>How an item is answered.</summary>
public enum ItemKind
{
    /// <summary>A question with yes or no.</summary>
    YesNo,

    /// <summary>An open question: whoever asks says whether the answer raises concern. The words are not kept.</summary>
    Open,

    /// <summary>Seen or heard, not asked.</summary>
    Observed,
}

/// <summary>One question, or one thing to observe.</summary>
public sealed record InstrumentItem
{
    /// <summary>Identifier in its instrument.</summary>
    public required string Id { get; init; }

    /// <summary>The question; null where the wording is not here.</summary>
    public required string? Ask { get; init; }

    /// <summary>What it is about, in our words.</summary>
    public required string Topic { get; init; }

    /// <summary>What an answer that raises concern says of the person; the topic, where that says it.</summary>
    public required string Raised { get; init; }

    /// <summary>How it is answered.</summary>
    public required ItemKind Kind { get; init; }

    /// <summary>The answer that raises concern: yes or, as for "Are you being paid?", no.</summary>
    public required Answer Concern { get; init; }

    /// <summary>Facts that the concern supports and the opposite answer speaks against.</summary>
    public required IReadOnlyList<string> Facts { get; init; }

    /// <summary>Facts that the concern supports, about which the opposite answer says nothing.</summary>
    public required IReadOnlyList<string> Suggests { get; init; }

    /// <summary>Facts that the concern raises and does not support.</summary>
    public required IReadOnlyList<string> Hints { get; init; }

    /// <summary>Asked only after this answer to another item; null for always.</summary>
    public ItemCondition? When { get; init; }

    /// <summary>A question that opens a way and is not counted.</summary>
    public bool IsCounted { get; init; } = true;
}

/// <summary>The answer to another item that leads to this one.</summary>
/// <param name="Item">The other item.</param>
/// <param name="Answers">Answers that lead here.</param>
public sealed record ItemCondition(string Item, IReadOnlyList<Answer> Answers);
