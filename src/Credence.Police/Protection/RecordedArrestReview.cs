using Credence.Classification;
using Credence.Police.Encounters;
using Credence.Police.Incidents;
using Credence.Protection;
using Credence.Record.Access;

namespace Credence.Police.Protection;

/// <summary>An arrest review in the record.</summary>
public readonly record struct ArrestReviewId(Guid Value);

/// <summary>What is considered against a person, or was done.</summary>
public enum ArrestMeasure
{
    Arrest,
    Citation,
    Warning,
}

/// <summary>How far it had come when somebody asked.</summary>
public enum ArrestStage
{
    /// <summary>Nothing was done yet.</summary>
    Considered,

    /// <summary>An officer acted to protect life, and asks afterwards. Nothing here stops that.</summary>
    ActedToProtectLife,

    /// <summary>The person was arrested or cited before anybody screened.</summary>
    MadeBeforeScreening,

    /// <summary>The person was charged or convicted before anybody screened.</summary>
    ChargedBeforeScreening,
}

/// <summary>How a review stands.</summary>
public enum ArrestState
{
    /// <summary>Answered; nobody else is asked.</summary>
    Reviewed,

    /// <summary>An exception waits for a second person.</summary>
    AwaitsApproval,

    Approved,

    Declined,

    /// <summary>Done to protect life, or made against what the policy asks: waits for a second person to look at it.</summary>
    AwaitsLook,

    /// <summary>A second person has looked at it.</summary>
    LookedAt,

    /// <summary>Made before anybody screened: waits for release, or for vacatur.</summary>
    AwaitsRelief,

    /// <summary>Released, or given to counsel.</summary>
    Relieved,
}

/// <summary>What a second person said of an exception.</summary>
public enum ExceptionDecision
{
    Approved,
    Declined,
}

/// <summary>What was done in the end.</summary>
public enum ArrestEnd
{
    /// <summary>No arrest, citation or warning.</summary>
    NoneMade,

    /// <summary>It was made.</summary>
    Made,
}

/// <summary>What a second person says of something that was done before anybody asked.</summary>
public enum AfterFinding
{
    /// <summary>It follows the policy.</summary>
    FollowsPolicy,

    /// <summary>It does not; what follows is the agency's.</summary>
    AgainstPolicy,

    /// <summary>It cannot be told from what is known.</summary>
    Unclear,
}

/// <summary>An arrest review as the record keeps it: codes to count by. Why, and the charges, are sealed with the case they are about.</summary>
public sealed class RecordedArrestReview : ICaseRow
{
    public required ArrestReviewId Id { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>The incident it is about, or null.</summary>
    public IncidentId? Incident { get; init; }

    /// <summary>The encounter it is about, or null.</summary>
    public EncounterId? Encounter { get; init; }

    public required AccountId AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required ArrestMeasure Measure { get; init; }

    public required ArrestStage Stage { get; init; }

    /// <summary>The policy, as id@version.</summary>
    public required string Policy { get; init; }

    /// <summary>Id of the reason given, if the policy knows it; somebody's own words are not kept.</summary>
    public string? Reason { get; init; }

    public required bool IsPossibleVictim { get; init; }

    public required bool AsksNotToArrest { get; init; }

    public required Support Under18 { get; init; }

    /// <summary>What has to follow where it was made before anybody screened, or null.</summary>
    public ReliefKind? Relief { get; init; }

    public required ArrestState State { get; set; }

    /// <summary>Whether a supervisor was asked to look; then the review and its encounter exist for supervisors, and stay so.</summary>
    public bool IsForSupervisor { get; set; }

    /// <summary>What was decided of an exception; it stays, whatever was done in the end.</summary>
    public ExceptionDecision? Decision { get; set; }

    /// <summary>The second person: who decided on the exception, or saw to the relief.</summary>
    public AccountId? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>The second person who looked at what was done; it may be another than the one who decided.</summary>
    public AccountId? LookedBy { get; set; }

    public DateTimeOffset? LookedAt { get; set; }

    public AfterFinding? Finding { get; set; }

    public ArrestEnd? End { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public DateTimeOffset? RelievedAt { get; set; }

    /// <summary>Charges, outcomes and reasons, sealed.</summary>
    public required byte[] Result { get; set; }

    /// <summary>Whose key seals it.</summary>
    internal Guid Subject => Incident?.Value ?? Encounter!.Value.Value;

    public override string ToString() => $"RecordedArrestReview({Id.Value})";
}
