namespace Credence.Referrals;

/// <summary>How far a referral is. Police see none of it, unless a consent names it.</summary>
public enum ReferralState
{
    /// <summary>Somebody thinks that it may help.</summary>
    Proposed,

    /// <summary>The person agreed.</summary>
    Consented,

    /// <summary>It was sent.</summary>
    Sent,

    /// <summary>The provider takes it.</summary>
    Accepted,

    /// <summary>The provider has no room yet.</summary>
    Waitlisted,

    /// <summary>The provider does not take it.</summary>
    Declined,

    /// <summary>The provider spoke with the person.</summary>
    FirstContact,

    /// <summary>The service began.</summary>
    ServiceStarted,

    /// <summary>It is over, with an outcome for each need.</summary>
    Closed,

    /// <summary>The person took it back.</summary>
    Withdrawn,
}
