using Credence.Packs;

namespace Credence.Protection;

/// <summary>A policy that protects possible victims from arrest and punishment, as a pack states it.</summary>
public sealed record Policy
{
    /// <summary>Id of its pack.</summary>
    public required string Id { get; init; }

    /// <summary>Language of its words: ISO 639-1.</summary>
    public required string Language { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Whether it is law, a model or a principle.</summary>
    public required string Standing { get; init; }

    /// <summary>What it is for; paragraphs.</summary>
    public required IReadOnlyList<string> Purpose { get; init; }

    /// <summary>Who is treated as a possible victim; parts of one sentence.</summary>
    public required IReadOnlyList<string> PossibleVictim { get; init; }

    /// <summary>What comes before any arrest, citation or warning.</summary>
    public required IReadOnlyList<string> Before { get; init; }

    /// <summary>Offenses for which a possible victim is not arrested, cited or warned.</summary>
    public required IReadOnlyList<CoveredOffense> Covered { get; init; }

    /// <summary>Offenses that it leaves to others to decide.</summary>
    public required IReadOnlyList<CoveredOffense> NotCovered { get; init; }

    /// <summary>Offenses for which nobody under an age is arrested, or null.</summary>
    public required Immunity? Immunity { get; init; }

    /// <summary>Reasons that are never accepted.</summary>
    public required IReadOnlyList<RefusedReason> RefusedReasons { get; init; }

    /// <summary>Who may approve an exception, and for what; null if there is none.</summary>
    public required Exceptions? Exceptions { get; init; }

    /// <summary>What follows where somebody is under arrest already.</summary>
    public required IReadOnlyList<string> Release { get; init; }

    /// <summary>What follows where somebody was charged or convicted already.</summary>
    public required IReadOnlyList<string> Vacatur { get; init; }

    /// <summary>That it stops nobody from protecting life.</summary>
    public required string Life { get; init; }

    /// <summary>What is counted.</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>What the agency writes into the printed document.</summary>
    public required IReadOnlyList<string> FillIn { get; init; }

    /// <summary>Where it is written.</summary>
    public required Citation Citation { get; init; }

    /// <summary>The pack.</summary>
    public required Pack Pack { get; init; }
}

/// <summary>Offenses that a policy covers, or leaves alone.</summary>
public sealed record CoveredOffense
{
    /// <summary>Identifier in its policy.</summary>
    public required string Id { get; init; }

    /// <summary>Which offenses, in words.</summary>
    public required string Title { get; init; }

    /// <summary>Why, or null.</summary>
    public string? Why { get; init; }

    /// <summary>NIBRS codes, and words of an offense column.</summary>
    public required IReadOnlyList<string> Offenses { get; init; }

    /// <summary>Words that name them where the tables of offenses know nothing else of what was written.</summary>
    public IReadOnlyList<string> InWords { get; init; } = [];

    /// <summary>How a person is shown what the patterns of words find: plain words.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>True if nobody is arrested for it before a screening.</summary>
    public bool ScreenFirst { get; init; }

    /// <summary>Where it is written.</summary>
    public required Citation Citation { get; init; }
}

/// <summary>Offenses for which nobody under an age is arrested, whatever else is known.</summary>
/// <param name="Under">The age.</param>
/// <param name="Rule">The offenses, with their citation.</param>
/// <param name="Instead">What to do instead.</param>
public sealed record Immunity(int Under, CoveredOffense Rule, IReadOnlyList<string> Instead);

/// <summary>A reason for an arrest that a policy refuses, with what to do instead.</summary>
public sealed record RefusedReason
{
    /// <summary>Identifier in its policy.</summary>
    public required string Id { get; init; }

    /// <summary>The reason, as it is given.</summary>
    public required string Title { get; init; }

    /// <summary>Why it is refused.</summary>
    public required string Why { get; init; }

    /// <summary>What to do instead.</summary>
    public required IReadOnlyList<string> Instead { get; init; }

    /// <summary>Whom to call.</summary>
    public required IReadOnlyList<string> Call { get; init; }

    /// <summary>Where it is written.</summary>
    public required Citation Citation { get; init; }
}

/// <summary>How an exception is made.</summary>
/// <param name="Approvers">Roles that may approve one.</param>
/// <param name="Rule">The rule in words.</param>
/// <param name="Reasons">The closed list of reasons.</param>
/// <param name="Citation">Where it is written.</param>
public sealed record Exceptions(
    IReadOnlyList<string> Approvers, string Rule, IReadOnlyList<ExceptionReason> Reasons, Citation Citation);

/// <summary>A reason for which an exception may be approved.</summary>
/// <param name="Id">Identifier in its policy.</param>
/// <param name="Title">The reason.</param>
public sealed record ExceptionReason(string Id, string Title)
{
    /// <summary>True if it serves only for charges that the policy does not cover.</summary>
    public bool OnlyNotCovered { get; init; }
}
