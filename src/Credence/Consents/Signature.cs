using Credence.Classification;

namespace Credence.Consents;

/// <summary>Who gives a consent (34 U.S.C. 12291(b)(2)(B)(ii) and (D); 28 CFR 94.115(a)).</summary>
public enum Giver
{
    /// <summary>An adult, or a minor whom the law has made independent.</summary>
    Person,

    /// <summary>A minor who may lawfully receive the service alone.</summary>
    MinorAlone,

    /// <summary>A minor together with a parent or guardian.</summary>
    MinorAndParent,

    /// <summary>A guardian whom a court appointed for somebody who cannot consent.</summary>
    Guardian,
}

/// <summary>The part that somebody has who signs.</summary>
public enum Signer
{
    /// <summary>The person whom the information is about.</summary>
    Person,

    /// <summary>A parent, or a guardian of a minor.</summary>
    Parent,

    /// <summary>A guardian whom a court appointed.</summary>
    Guardian,
}

/// <summary>One signature.</summary>
/// <param name="By">Who signed.</param>
/// <param name="At">When.</param>
/// <param name="IsSuspected">True once the signer is suspected of trafficking or abusing the person or the other parent; then it is worth nothing, whenever it was given.</param>
public sealed record Signature(Signer By, DateTimeOffset At, bool IsSuspected = false);

/// <summary>The form in which a consent was given.</summary>
public enum ConsentForm
{
    /// <summary>On paper.</summary>
    Paper,

    /// <summary>On a screen.</summary>
    Screen,

    /// <summary>Spoken and not written down: no consent to a release yet.</summary>
    Spoken,
}

/// <summary>Who carried words from one language into another.</summary>
public enum Interpreter
{
    /// <summary>Nobody: it was given in a language of the person's own.</summary>
    NotNeeded,

    /// <summary>Somebody who knows neither the person nor the people around.</summary>
    Independent,

    /// <summary>Relative, companion, employer. Those who control somebody like to interpret.</summary>
    Companion,
}

/// <summary>How a consent was given.</summary>
/// <param name="Form">Paper, screen or spoken.</param>
/// <param name="Language">The language in which it was explained, as ISO 639-1 code.</param>
/// <param name="Interpreter">Who interpreted.</param>
/// <param name="Witness">Who was present, or null.</param>
public sealed record HowGiven(ConsentForm Form, string Language, Interpreter Interpreter = Interpreter.NotNeeded, Decider? Witness = null)
{
    /// <summary>True if the person gave it on pages of her or his own, with nobody of the holder there. The record says it, never whoever writes a consent down.</summary>
    public bool IsOnline { get; init; }
}
