using Credence.Incidents;
using Credence.Police.Encounters;
using Credence.Police.Incidents;
using Credence.Protection;
using Credence.Record.Access;

namespace Credence.Police.Protection;

/// <summary>What an officer asks before, or after, a possible victim is arrested, cited or warned.</summary>
public sealed record ArrestQuestion
{
    /// <summary>Made with the form: what is asked by the same form twice, and answered alike, is one review.</summary>
    public required MadeByClient Name { get; init; }

    public ArrestMeasure Measure { get; init; }

    public ArrestStage Stage { get; init; }

    /// <summary>Charges, as NIBRS codes or plain words; empty for those of the incident.</summary>
    public IReadOnlyList<OffenseCode> Charges { get; init; } = [];

    /// <summary>Id of a reason of the policy; null if none is given.</summary>
    public string? Reason { get; init; }

    // Charges may be words that somebody typed.
    public override string ToString() => $"ArrestQuestion({Measure}, {Stage})";
}

/// <summary>What comes of asking.</summary>
public abstract record ArrestAnswer
{
    private ArrestAnswer()
    {
    }

    /// <summary>Reviewed, and kept.</summary>
    /// <param name="Id">By which it is found again.</param>
    /// <param name="State">Whether somebody else is asked now.</param>
    /// <param name="Result">What to do, whom to call, what was answered to the reason.</param>
    /// <param name="Review">The review as a whole, with the questions that may gently be asked.</param>
    public sealed record Reviewed(ArrestReviewId Id, ArrestState State, ArrestResult Result, ArrestReview Review) : ArrestAnswer
    {
        public override string ToString() => $"Reviewed({State})";
    }

    /// <summary>Done: decided, looked at, ended or relieved.</summary>
    public sealed record Done(ArrestState State) : ArrestAnswer;

    /// <summary>Whoever asked does not decide.</summary>
    public sealed record NeedsAnotherPerson : ArrestAnswer;

    /// <summary>It does not stand so that this could be done; somebody else may have been quicker.</summary>
    /// <param name="State">How it stands.</param>
    /// <param name="IsByYou">Whether the one who asks has said another thing of it before.</param>
    public sealed record NotInThisState(ArrestState State, bool IsByYou = false) : ArrestAnswer;

    /// <summary>What is known, or the policy, is not what it was when the exception was asked for: ask again.</summary>
    public sealed record Changed : ArrestAnswer;

    /// <summary>Not so, in one sentence.</summary>
    public sealed record Refused(string Because) : ArrestAnswer;

    /// <summary>There is none for the one who asks.</summary>
    public sealed record NotFound : ArrestAnswer;
}

/// <summary>An arrest review in a list: codes and times; no charge, and nothing that was answered.</summary>
public sealed record ArrestReviewLine(
    ArrestReviewId Id, IncidentId? Incident, EncounterId? Encounter, AccountId AskedBy, DateTimeOffset AskedAt, ArrestMeasure Measure, ArrestStage Stage,
    string Policy, string? Reason, bool IsPossibleVictim, ArrestState State, ReliefKind? Relief, AccountId? DecidedBy, DateTimeOffset? DecidedAt, ArrestEnd? End)
{
    /// <summary>The agency's number of the incident it is about, where it is about one.</summary>
    public string? Number { get; init; }

    /// <summary>What the agency calls the account of whoever asked, such as a badge number.</summary>
    public string? AskedByHandle { get; init; }

    /// <summary>The same of the second person.</summary>
    public string? DecidedByHandle { get; init; }

    /// <summary>What was decided of the exception, if one was asked for and decided.</summary>
    public ExceptionDecision? Decision { get; init; }

    /// <summary>Whether it was made although the exception was declined.</summary>
    public bool IsMadeAnyway => Decision is ExceptionDecision.Declined && End is ArrestEnd.Made;

    /// <summary>What the agency calls the account of whoever looked at what was done.</summary>
    public string? LookedByHandle { get; init; }

    public DateTimeOffset? LookedAt { get; init; }

    /// <summary>What the second person found, where something was done before anybody asked.</summary>
    public AfterFinding? Finding { get; init; }
}

/// <summary>An arrest review as it was opened; null result if its case is erased.</summary>
public sealed record OpenedArrestReview(ArrestReviewLine Line, ArrestResult? Result);

/// <summary>How often something was answered, under which policy and for which reason.</summary>
/// <param name="Kind">The event, such as arrest.excepted.</param>
/// <param name="Policy">The policy, as id@version.</param>
/// <param name="Reason">Id of the reason.</param>
/// <param name="By">The second person; null where none decided.</param>
/// <param name="Reviews">How many.</param>
public sealed record ArrestCount(string Kind, string Policy, string Reason, AccountId? By, long Reviews);

/// <summary>What comes of asking for the facts for counsel.</summary>
public abstract record PacketAnswer
{
    private PacketAnswer()
    {
    }

    /// <summary>The facts; that they were taken out, and why, is written down.</summary>
    public sealed record Made(ReliefPacket Packet) : PacketAnswer
    {
        public override string ToString() => nameof(Made);
    }

    /// <summary>There is no finding and no fact to tell. None found does not mean none: call the advocate.</summary>
    public sealed record NothingToTell : PacketAnswer;

    /// <summary>There is none for the one who asks, it is not for release or vacatur, or its content is erased.</summary>
    public sealed record NotFound : PacketAnswer;
}
