using Credence.Review;
using Credence.Screening;

namespace Credence.Police.Review;

/// <summary>What a reader says of an incident. It does not print itself: it tells of a person.</summary>
/// <param name="Id">Given by the reader's device; the same judgement sent twice is kept once.</param>
/// <param name="Victim">Whether there is a possible victim.</param>
/// <param name="Type">Sex, labor, both or none.</param>
public sealed record Judgement(ReadingId Id, VictimAnswer Victim, ExploitationType Type)
{
    private const int MostCharacters = 20_000;

    /// <summary>The elements that the reader sees.</summary>
    public IReadOnlyList<Element> Elements { get; init; } = [];

    /// <summary>Who is affected, without a name.</summary>
    public string Affected { get; init; } = "";

    /// <summary>What is to be remembered, without a name.</summary>
    public string Note { get; init; } = "";

    /// <summary>The reader's own last reading of this incident, if this one is to take its place.</summary>
    public ReadingId? Replaces { get; init; }

    /// <summary>What is wrong with it in one sentence, or null.</summary>
    internal string? Problem => this switch
    {
        { Id.Value: var id } when id == default => "Found a reading without an id, expected one that the device gave.",
        _ when !Enum.IsDefined(Victim) || !Enum.IsDefined(Type) || Elements.Any(element => !Enum.IsDefined(element) || element == Element.None) =>
            "Found an answer that is none of those asked for, expected one of them.",
        { Victim: VictimAnswer.Yes, Type: ExploitationType.None } => "Found no kind of exploitation, expected sex, labor or both where there is a possible victim.",
        { Victim: VictimAnswer.No, Type: not ExploitationType.None } => "Found a kind of exploitation, expected none where there is no possible victim.",
        _ when Affected.Length + Note.Length > MostCharacters => $"Found {Affected.Length + Note.Length} characters of notes, expected {MostCharacters} at most.",
        _ => null,
    };

    /// <summary>Its elements as they are kept.</summary>
    internal string ElementWords => string.Join(' ', Elements.Distinct().Order());

    public override string ToString() => nameof(Judgement);
}

/// <summary>A reading as one who may see it sees it. It does not print itself: it tells of a person.</summary>
public sealed record KeptReading
{
    public required ReadingId Id { get; init; }

    public required Record.Access.AccountId Reader { get; init; }

    public required DateTimeOffset At { get; init; }

    public required VictimAnswer Victim { get; init; }

    public required ExploitationType Type { get; init; }

    public required IReadOnlyList<Element> Elements { get; init; }

    /// <summary>True if it decides between readings that differ.</summary>
    public required bool IsAdjudication { get; init; }

    /// <summary>Who is affected; null if the incident's key is erased, or nothing was written.</summary>
    public string? Affected { get; init; }

    /// <summary>What was noted; null if the incident's key is erased, or nothing was written.</summary>
    public string? Note { get; init; }

    public override string ToString() => nameof(KeptReading);
}
