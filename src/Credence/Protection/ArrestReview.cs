using Credence.Classification;
using Credence.Incidents;
using Credence.Packs;

namespace Credence.Protection;

/// <summary>What a policy says of one charge against one person.</summary>
public enum ChargeOutcome
{
    /// <summary>The person is under the age of immunity: no arrest, no exception.</summary>
    Immune,

    /// <summary>The policy covers it and the person is a possible victim: no arrest, citation or warning.</summary>
    Covered,

    /// <summary>What decides is unknown: screen, ask the age, before anybody is arrested.</summary>
    AskFirst,

    /// <summary>The policy leaves it to others, or nothing known makes the person a possible victim.</summary>
    NotCovered,
}

/// <summary>What a policy says of one charge.</summary>
/// <param name="Charge">The charge.</param>
/// <param name="Outcome">What it says.</param>
/// <param name="Because">Why, in one sentence.</param>
/// <param name="Citation">Where it is written, or null where the policy says nothing.</param>
public sealed record ChargeReview(OffenseCode Charge, ChargeOutcome Outcome, string Because, Citation? Citation)
{
    /// <summary>True if the policy covers the offense for a possible victim, whoever this person is.</summary>
    public bool IsCoveredOffense { get; init; }

    /// <summary>True if it is the selling of sex and the age is not known: the person may be a child.</summary>
    public bool NeedsAge { get; init; }
}

/// <summary>What a policy says before a person is arrested, cited or warned. It records; it stops nobody from protecting life.</summary>
public sealed record ArrestReview
{
    /// <summary>The policy.</summary>
    public required Policy Policy { get; init; }

    /// <summary>What the evidence says of the statutes.</summary>
    public required ClassificationResult Classification { get; init; }

    /// <summary>Whether the person is under 18, by answers and record.</summary>
    public required Support Under18 { get; init; }

    /// <summary>The charges.</summary>
    public required IReadOnlyList<ChargeReview> Charges { get; init; }

    /// <summary>The packs used, as id@version.</summary>
    public required IReadOnlyList<string> Packs { get; init; }

    /// <summary>True if the person is to be treated as a possible victim.</summary>
    public bool IsPossibleVictim => Classification.Victim is VictimProposal.Possible || Charges.Any(charge => charge.Outcome == ChargeOutcome.Immune);

    /// <summary>True if the policy asks not to arrest, cite or warn, for some charge, at least until something is known.</summary>
    public bool AsksNotToArrest => Charges.Any(charge => charge.Outcome != ChargeOutcome.NotCovered);

    /// <summary>True if the policy says what to do now: it asks not to arrest, or the person is a possible victim or under 18.</summary>
    public bool AsksForCare => AsksNotToArrest || IsPossibleVictim || Under18 == Support.Supported;

    /// <summary>What comes before anything else: the policy's steps, and for a person under 18 those for a child.</summary>
    public IReadOnlyList<string> Steps => [.. Policy.Before, .. Under18 == Support.Supported && Policy.Immunity is { } immunity ? immunity.Instead : []];

    /// <summary>Whom to call first, whatever the reason.</summary>
    public IReadOnlyList<string> Call => [.. Policy.RefusedReasons.Select(reason => reason.Call[0]).Distinct()];

    /// <summary>The answer to a reason that an officer gives for an arrest.</summary>
    public ReasonAnswer Ask(string reason) =>
        Policy.RefusedReasons.FirstOrDefault(known => known.Id == reason) is { } refused ? new ReasonAnswer.Refused(refused)
        : Policy.Exceptions?.Reasons.FirstOrDefault(known => known.Id == reason) is { } exception
            ? new ReasonAnswer.NeedsApproval(exception, Policy.Exceptions.Approvers)
            : new ReasonAnswer.NotListed(Policy.Exceptions?.Reasons ?? []);

    /// <summary>Why nobody could approve an exception for this reason, in one sentence; null if a second person may.</summary>
    /// <param name="reason">Id of a reason from the closed list.</param>
    public string? WhyNoException(string reason) => Policy.Exceptions switch
    {
        null => "The policy has no exceptions.",
        _ when Charges.Any(charge => charge.Outcome == ChargeOutcome.Immune) => "A person under the age of immunity is no exception.",
        // An unknown age is never 40A. To ask it takes a minute; what cannot wait is saving life, which needs no exception.
        _ when Charges.Any(charge => charge.NeedsAge) => "The age is not known, and a person under 18 is no exception: ask the age first.",
        { } exceptions when exceptions.Reasons.FirstOrDefault(known => known.Id == reason) is not { } =>
            $"Found the reason {reason}, expected one of {string.Join(", ", exceptions.Reasons.Select(known => known.Id))}.",
        { } exceptions when exceptions.Reasons.First(known => known.Id == reason).OnlyNotCovered && Charges.FirstOrDefault(charge => charge.IsCoveredOffense) is { } covered =>
            $"Found {covered.Charge}, which the policy covers, expected only offenses that it does not cover for the reason {reason}.",
        _ => null,
    };

    /// <summary>An exception, if a second person may and does approve it.</summary>
    /// <param name="reason">Id of a reason from the closed list.</param>
    /// <param name="officer">Who asks.</param>
    /// <param name="approver">Who approves: somebody else, in a role that the policy names.</param>
    /// <param name="on">The day.</param>
    public ExceptionAnswer Approve(string reason, Decider officer, Decider approver, DateOnly on)
    {
        if (WhyNoException(reason) is { } because) return new ExceptionAnswer.Refused(because);
        if (officer.IsSamePerson(approver)) return new ExceptionAnswer.Refused("Whoever asks does not approve: a second person is needed.");
        var exceptions = Policy.Exceptions!;
        return exceptions.Approvers.Contains(approver.Role, StringComparer.OrdinalIgnoreCase)
            ? new ExceptionAnswer.Approved(new ArrestException(
                Policy.Pack.Stamp, exceptions.Reasons.First(known => known.Id == reason), [.. Charges.Select(charge => charge.Charge)], officer, approver, on))
            : new ExceptionAnswer.Refused($"Found a {approver.Role} as approver, expected one of {string.Join(", ", exceptions.Approvers)}.");
    }
}

/// <summary>The answer to a reason that is given for an arrest.</summary>
public abstract record ReasonAnswer
{
    private ReasonAnswer()
    {
    }

    /// <summary>The policy refuses it and says what to do instead.</summary>
    /// <param name="Reason">The reason, with alternatives and whom to call.</param>
    public sealed record Refused(RefusedReason Reason) : ReasonAnswer;

    /// <summary>A second person may approve it.</summary>
    /// <param name="Reason">The reason.</param>
    /// <param name="Approvers">Roles that may approve it.</param>
    public sealed record NeedsApproval(ExceptionReason Reason, IReadOnlyList<string> Approvers) : ReasonAnswer;

    /// <summary>It is on neither list: an exception needs a reason from the closed list.</summary>
    /// <param name="Reasons">The closed list.</param>
    public sealed record NotListed(IReadOnlyList<ExceptionReason> Reasons) : ReasonAnswer;
}

/// <summary>The answer to somebody who asks for an exception.</summary>
public abstract record ExceptionAnswer
{
    private ExceptionAnswer()
    {
    }

    /// <summary>Approved; it is to be recorded and counted.</summary>
    /// <param name="Exception">The exception.</param>
    public sealed record Approved(ArrestException Exception) : ExceptionAnswer;

    /// <summary>Not approved.</summary>
    /// <param name="Because">Why, in one sentence.</param>
    public sealed record Refused(string Because) : ExceptionAnswer;
}

/// <summary>An exception that a second person approved.</summary>
/// <param name="Policy">The policy, as id@version.</param>
/// <param name="Reason">The reason, from the closed list.</param>
/// <param name="Charges">The charges.</param>
/// <param name="Officer">Who asked.</param>
/// <param name="Approver">Who approved.</param>
/// <param name="On">When.</param>
public sealed record ArrestException(
    string Policy, ExceptionReason Reason, IReadOnlyList<OffenseCode> Charges, Decider Officer, Decider Approver, DateOnly On);
