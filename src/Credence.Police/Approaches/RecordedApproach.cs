using Credence.Police.Incidents;
using Credence.Record.Access;
using Credence.Record.Keys;

namespace Credence.Police.Approaches;

/// <summary>A question whether somebody may be approached about an old incident.</summary>
public readonly record struct ApproachId(Guid Value);

/// <summary>How somebody would be approached. Unannounced, with a warrant, or as a check of status is no way, and is not on the list.</summary>
public enum ApproachWay
{
    /// <summary>The advocate asks whether the person wants to hear from anybody; police wait for the answer.</summary>
    AdvocateAsksFirst,

    /// <summary>A letter or message that names no crime and leaves the answer to the person.</summary>
    MessageThatNamesNoCrime,

    /// <summary>A meeting that the person agreed to beforehand, at a place of her or his choice.</summary>
    MeetingAgreedBeforehand,
}

/// <summary>By whom.</summary>
public enum ApproachBy
{
    /// <summary>The advocate alone.</summary>
    AdvocateAlone,

    /// <summary>The advocate, and with her or him a detective without uniform.</summary>
    AdvocateAndDetective,

    /// <summary>Somebody whom the person trusts and named, brought by the advocate.</summary>
    TrustedPerson,
}

/// <summary>How the question stands. Only one of these lets anybody be contacted.</summary>
public enum ApproachState
{
    /// <summary>Waits for the advocate.</summary>
    AwaitsAdvocate,

    /// <summary>The advocate agreed; waits for a supervisor.</summary>
    AwaitsSupervisor,

    /// <summary>Both agreed, until it expires.</summary>
    Allowed,

    /// <summary>One of them did not agree. No reason is asked.</summary>
    NotAllowed,

    /// <summary>Taken back; one alone is enough.</summary>
    TakenBack,

    /// <summary>The approach was made; another needs another question.</summary>
    Made,
}

/// <summary>What came of an approach.</summary>
public enum ApproachOutcome
{
    NotReached,

    /// <summary>The person wants no contact. That is an end and not a reason to ask again.</summary>
    WantsNoContact,

    /// <summary>The person wants help, and not police.</summary>
    WantsHelpOnly,

    WantsToTalk,
}

/// <summary>A question of approach as the record keeps it: who was asked, who said what, until when. What was put before the advocate is sealed.</summary>
public sealed class RecordedApproach : ICaseRow
{
    public required ApproachId Id { get; init; }

    public required OrganizationId Organization { get; init; }

    public required IncidentId Incident { get; init; }

    public required ApproachWay Way { get; init; }

    public required ApproachBy By { get; init; }

    public required AccountId AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The advocate before whom it was put; for no other advocate it exists.</summary>
    public required AccountId Advocate { get; init; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public AccountId? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>From when on nobody may be contacted by it.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    public ApproachOutcome? Outcome { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public required ApproachState State { get; set; }

    /// <summary>What is put before the advocate, sealed.</summary>
    public required byte[] Sheet { get; init; }

    /// <summary>What the advocate answered, sealed; null before.</summary>
    public byte[]? Answer { get; set; }

    internal SealedPlace SheetPlace => new($"approaches.sheet/{Id.Value:N}", Incident.Value);

    internal SealedPlace AnswerPlace => new($"approaches.answer/{Id.Value:N}", Incident.Value);

    public override string ToString() => $"RecordedApproach({Id.Value})";
}
