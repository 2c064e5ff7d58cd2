namespace Credence.Consents;

/// <summary>What may be told about a person. The list is closed: what has no word here cannot be consented to, and is not told.</summary>
public enum InformationKind
{
    /// <summary>A name, or what the person wants to be called.</summary>
    Identity,

    /// <summary>How to reach the person safely.</summary>
    Contact,

    /// <summary>Where the person is or sleeps; never part of contact.</summary>
    Location,

    /// <summary>Whether the person is under 18.</summary>
    Age,

    /// <summary>Language, and whether an interpreter is needed.</summary>
    Language,

    /// <summary>What the person needs.</summary>
    Needs,

    /// <summary>What the person fears, and how to approach safely.</summary>
    Safety,

    /// <summary>Health, pregnancy, disability.</summary>
    Health,

    /// <summary>Immigration status and what is done about it.</summary>
    Immigration,

    /// <summary>What the person told: a statement or a part of it.</summary>
    Statement,

    /// <summary>What justice would be for the person.</summary>
    Wishes,

    /// <summary>That the person is served, and how far a referral is.</summary>
    ReferralState,

    /// <summary>What was done for the person.</summary>
    Services,

    /// <summary>Papers, pictures and messages that may prove something.</summary>
    Evidence,

    /// <summary>The number of a police incident.</summary>
    IncidentNumber,

    /// <summary>How the person was treated, in the person's own words.</summary>
    Feedback,
}
