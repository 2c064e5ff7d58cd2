namespace Credence.Consents;

/// <summary>What information is told for. A consent names one purpose and serves no other.</summary>
public enum Purpose
{
    /// <summary>To arrange help.</summary>
    Referral,

    /// <summary>To plan for safety.</summary>
    SafetyPlanning,

    /// <summary>To investigate or prosecute a crime against the person.</summary>
    Investigation,

    /// <summary>To support an application for immigration relief.</summary>
    ImmigrationRelief,

    /// <summary>To ask for compensation or restitution.</summary>
    Compensation,

    /// <summary>To clear the person's own record.</summary>
    RecordRelief,

    /// <summary>To be represented by counsel.</summary>
    LegalHelp,

    /// <summary>To tell how the person was treated.</summary>
    Feedback,
}

/// <summary>Across which side of the wall. Organizations alone do not say so: an agency may have advocates of its own on the other side.</summary>
public enum Direction
{
    /// <summary>From the police record to a provider.</summary>
    PoliceToCare,

    /// <summary>From a provider to police.</summary>
    CareToPolice,

    /// <summary>From a provider to another.</summary>
    CareToCare,

    /// <summary>From a provider to somebody else, such as counsel or a court.</summary>
    CareToOther,
}

/// <summary>Somebody wants to tell, or to read across the wall: about whom, from whom, to whom, what and why. Asked anew for every read.</summary>
/// <param name="About">The person.</param>
/// <param name="From">Who holds the information.</param>
/// <param name="To">Who would receive it.</param>
/// <param name="Direction">Across which side of the wall.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Kinds">What would be told; all of it.</param>
public sealed record Disclosure(
    PersonId About, OrganizationId From, OrganizationId To, Direction Direction, Purpose Purpose, IReadOnlyCollection<InformationKind> Kinds);
