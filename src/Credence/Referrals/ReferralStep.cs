using System.Text.Json.Serialization;
using Credence.Consents;

namespace Credence.Referrals;

/// <summary>Whose step it was; somebody of the staff may write it down for another.</summary>
public enum StepOf
{
    /// <summary>The person.</summary>
    Person,

    /// <summary>The organization that refers.</summary>
    Referrer,

    /// <summary>The provider.</summary>
    Provider,
}

/// <summary>How a referral reaches the provider.</summary>
public enum SendingWay
{
    /// <summary>By the post between records, to a partner whose keys were compared.</summary>
    Post,

    /// <summary>By an expiring link for a provider without an account.</summary>
    Link,
}

/// <summary>One step of a referral.</summary>
/// <param name="At">When.</param>
/// <param name="Of">Whose step it was.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(Agreed), "agreed")]
[JsonDerivedType(typeof(Sent), "sent")]
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(Waitlisted), "waitlisted")]
[JsonDerivedType(typeof(Declined), "declined")]
[JsonDerivedType(typeof(Contacted), "contacted")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(AskedOn), "asked-on")]
public abstract record ReferralStep(DateTimeOffset At, StepOf Of)
{
    /// <summary>What kind of step it is.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>The person agreed to this provider by a consent that names it; later again by a new consent, which moves nothing.</summary>
    /// <param name="At">When.</param>
    /// <param name="Consent">The consent.</param>
    public sealed record Agreed(DateTimeOffset At, ConsentId Consent) : ReferralStep(At, StepOf.Person);

    /// <summary>It was sent.</summary>
    /// <param name="At">When.</param>
    /// <param name="Way">How.</param>
    public sealed record Sent(DateTimeOffset At, SendingWay Way) : ReferralStep(At, StepOf.Referrer);

    /// <summary>The provider takes it.</summary>
    /// <param name="At">When.</param>
    public sealed record Accepted(DateTimeOffset At) : ReferralStep(At, StepOf.Provider);

    /// <summary>The provider has no room yet.</summary>
    /// <param name="At">When.</param>
    public sealed record Waitlisted(DateTimeOffset At) : ReferralStep(At, StepOf.Provider);

    /// <summary>The provider does not take it.</summary>
    /// <param name="At">When.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Declined(DateTimeOffset At, DeclineReason Reason) : ReferralStep(At, StepOf.Provider);

    /// <summary>The provider spoke with the person for the first time.</summary>
    /// <param name="At">When.</param>
    public sealed record Contacted(DateTimeOffset At) : ReferralStep(At, StepOf.Provider);

    /// <summary>The service began.</summary>
    /// <param name="At">When.</param>
    public sealed record Started(DateTimeOffset At) : ReferralStep(At, StepOf.Provider);

    /// <summary>It is over.</summary>
    /// <param name="At">When.</param>
    /// <param name="Outcomes">What became of each need that it asked for.</param>
    /// <param name="Person">What the person says of it.</param>
    public sealed record Closed(DateTimeOffset At, IReadOnlyList<NeedOutcome> Outcomes, OwnAnswer Person) : ReferralStep(At, StepOf.Referrer);

    /// <summary>The person takes it back. Nobody asks why.</summary>
    /// <param name="At">When.</param>
    public sealed record Withdrawn(DateTimeOffset At) : ReferralStep(At, StepOf.Person);

    /// <summary>Its consent was withdrawn or ended; the person was asked whether the help goes on without telling more. No ends it.</summary>
    /// <param name="At">When.</param>
    /// <param name="GoesOn">What the person said.</param>
    public sealed record AskedOn(DateTimeOffset At, bool GoesOn) : ReferralStep(At, StepOf.Person);
}
