namespace Credence.Referrals;

/// <summary>Why a provider does not take somebody. Every one is about the provider or the service; none is about what the person deserves.</summary>
public enum DeclineReason
{
    /// <summary>Not said.</summary>
    NotSaid,

    /// <summary>There is no room.</summary>
    NoRoom,

    /// <summary>It has to look closer before it can say.</summary>
    MoreToAsk,

    /// <summary>It takes other ages.</summary>
    OtherAge,

    /// <summary>It takes another gender.</summary>
    OtherGender,

    /// <summary>It does not take children along.</summary>
    ChildrenNotTaken,

    /// <summary>It gives another service than is needed.</summary>
    OtherService,

    /// <summary>It serves another area.</summary>
    OtherArea,

    /// <summary>It cannot give the care that is needed.</summary>
    CareBeyondIt,

    /// <summary>Nobody there speaks the language, and there is no interpreter.</summary>
    LanguageNotSpoken,

    /// <summary>The person would not be safe there.</summary>
    NotSafeThere,

    /// <summary>It has no money for it.</summary>
    NoFunding,

    /// <summary>It asks for a health insurance.</summary>
    NoInsurance,

    /// <summary>It asks for an identity document.</summary>
    NoDocument,

    /// <summary>It takes an immigration status to be in the way.</summary>
    ImmigrationStatus,

    /// <summary>It could not reach the person.</summary>
    NotReached,
}

/// <summary>The same reasons in the lists of others. Where a list has no word for one, there is none: nothing is guessed.</summary>
public static class DeclineCrosswalk
{
    /// <summary>The capacity status of SDOH Clinical Care 3.0.0 (SDOHCC-CodeSystem, capacity status), or null: the reason is not about room.</summary>
    public static string? SdohCapacity(DeclineReason reason) => reason switch
    {
        DeclineReason.NoRoom => "no-capacity",
        DeclineReason.MoreToAsk => "additional-assessment-required",
        _ => null,
    };

    /// <summary>The capacity status of a referral as its provider answered last, or null.</summary>
    public static string? SdohCapacity(Referral referral) => referral.State switch
    {
        ReferralState.Waitlisted => "waitlist",
        ReferralState.Accepted or ReferralState.FirstContact or ReferralState.ServiceStarted => "capacity",
        ReferralState.Declined => SdohCapacity(referral.Steps.OfType<ReferralStep.Declined>().Last().Reason),
        _ => null,
    };

    /// <summary>NIEM 6.0, hs:UnprovidedServiceReasonCategoryCodeSimpleType, or null. That list names what is wrong with systems, not with persons.</summary>
    public static string? Niem(DeclineReason reason) => reason switch
    {
        DeclineReason.NoRoom => "Lack of adequate resources",
        DeclineReason.LanguageNotSpoken => "Language concerns",
        DeclineReason.NotSafeThere => "Safety concerns",
        DeclineReason.NoFunding => "Lack of adequate funding",
        DeclineReason.NoInsurance => "Lack of health insurance",
        DeclineReason.ImmigrationStatus => "Victims legal status",
        _ => null,
    };
}
