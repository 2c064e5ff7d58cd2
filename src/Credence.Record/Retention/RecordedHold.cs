using Credence.Record.Access;

namespace Credence.Record.Retention;

/// <summary>Why a content must not be erased now; a closed list, so that no log tells a case.</summary>
public enum HoldReason
{
    /// <summary>A criminal case is pending or expected.</summary>
    CriminalCase,

    /// <summary>A civil suit is pending or expected.</summary>
    CivilSuit,

    /// <summary>A court ordered it.</summary>
    CourtOrder,

    /// <summary>Somebody asked for the record under a law, and the answer is due.</summary>
    RecordsRequest,

    /// <summary>An audit or an inquiry into the agency.</summary>
    Inquiry,

    /// <summary>The person needs it, for relief, compensation or clearing an own record.</summary>
    NeededByThePerson,
}

/// <summary>A legal hold on one incident or person: while it stands nothing of it is erased, whoever asks.</summary>
public sealed class RecordedHold : ICaseRow
{
    public required Guid Id { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>The incident or person.</summary>
    public required Guid Subject { get; init; }

    public required HoldReason Reason { get; init; }

    public required AccountId PlacedBy { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>When two persons lifted it, or null while it stands.</summary>
    public DateTimeOffset? LiftedAt { get; set; }
}
