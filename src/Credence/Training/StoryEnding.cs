namespace Credence.Training;

/// <summary>How police treated the person at risk in an invented incident.</summary>
public sealed record StoryEnding
{
    /// <summary>Nothing was done to or for anybody at risk, or nobody is.</summary>
    public static readonly StoryEnding None = new();

    /// <summary>What was done to the person at risk.</summary>
    public ArrestKind Arrest { get; init; }

    /// <summary>The stated reason for it.</summary>
    public ArrestReason Reason { get; init; }

    /// <summary>Whether help was offered.</summary>
    public ReferralKind Referral { get; init; }

    /// <summary>Whether that is how it should be done.</summary>
    public Practice Practice { get; init; }

    /// <summary>Why the practice is good or bad, or null.</summary>
    public string? Why { get; init; }

    /// <summary>True if the person is to be recorded as arrested or cited.</summary>
    internal bool IsInCustodyOrCited => Arrest is ArrestKind.Arrest or ArrestKind.Citation;

    /// <summary>How often it is drawn beside others.</summary>
    internal int Weight { get; init; } = 1;

    /// <summary>What the writer says of it, or null.</summary>
    internal StoryText? Words { get; init; }
}

/// <summary>What was done to a person at risk.</summary>
public enum ArrestKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Taken into custody.</summary>
    Arrest,

    /// <summary>Cited or summonsed.</summary>
    Citation,

    /// <summary>Warned, banned from a place or told to move along.</summary>
    Warning,
}

/// <summary>The stated reason for an arrest or a citation. Policies refuse some, whatever the law allows.</summary>
public enum ArrestReason
{
    /// <summary>None, because nothing was done.</summary>
    None,

    /// <summary>For the offense itself.</summary>
    Offense,

    /// <summary>On a warrant.</summary>
    Warrant,

    /// <summary>To obtain evidence or testimony. Refused.</summary>
    ToObtainEvidence,

    /// <summary>For the person's own safety. Refused.</summary>
    OwnSafety,

    /// <summary>To hold the person until an advocate comes. Refused.</summary>
    UntilAdvocateComes,

    /// <summary>Because no shelter is open. Refused.</summary>
    NoShelterOpen,
}

/// <summary>Whether a person at risk was offered help.</summary>
public enum ReferralKind
{
    /// <summary>Nothing is written.</summary>
    None,

    /// <summary>A card, a flyer or a number was handed over.</summary>
    Information,

    /// <summary>Help was offered and declined.</summary>
    Declined,

    /// <summary>An advocate, a shelter or another provider was called, with the person's agreement.</summary>
    Made,
}

/// <summary>Whether what police did is what they should do.</summary>
public enum Practice
{
    /// <summary>Neither good nor bad, or nobody was at risk.</summary>
    Neutral,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>As it should not be.</summary>
    Bad,
}
