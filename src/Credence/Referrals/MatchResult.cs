using Credence.Directories;

namespace Credence.Referrals;

/// <summary>How near, in steps: nobody should be sent elsewhere for a few hundred meters.</summary>
public enum Nearness
{
    /// <summary>Within 5 km, or in the same town.</summary>
    Near,

    /// <summary>Within 15 km.</summary>
    Within15Km,

    /// <summary>Within 50 km.</summary>
    Within50Km,

    /// <summary>Not known: no place is said, or its address is confidential.</summary>
    Unknown,

    /// <summary>Farther.</summary>
    Far,
}

/// <summary>How one can speak there.</summary>
public enum SpeaksWith
{
    /// <summary>The language is spoken.</summary>
    Spoken,

    /// <summary>There are interpreters.</summary>
    Interpreters,

    /// <summary>Nothing is said of this language.</summary>
    Unknown,
}

/// <summary>How long ago a person made sure that what is listed is so.</summary>
public enum Verified
{
    /// <summary>Within 90 days.</summary>
    Lately,

    /// <summary>Within a year.</summary>
    ThisYear,

    /// <summary>Longer ago.</summary>
    LongAgo,

    /// <summary>Nobody has, or the directory does not say.</summary>
    Never,
}

/// <summary>Why a service was left out.</summary>
public enum LeftOutFor
{
    /// <summary>The directory says that it is not there, or closed for a time.</summary>
    NotActive,

    /// <summary>The age is outside of what it takes.</summary>
    Age,

    /// <summary>It says that it does not take somebody like this.</summary>
    NotTaken,

    /// <summary>It said within the last days that it is full.</summary>
    Full,

    /// <summary>It is farther than the person can go.</summary>
    TooFar,
}

/// <summary>A service left out although it meets a need, and why.</summary>
/// <param name="Service">The service.</param>
/// <param name="For">Why.</param>
/// <param name="Code">Whom it does not take, where that is why.</param>
/// <param name="Because">One sentence.</param>
public sealed record LeftOut(ListedService Service, LeftOutFor For, EligibilityCode? Code, string Because);

/// <summary>A service that may help, with what was weighed.</summary>
public sealed record Match
{
    /// <summary>The service.</summary>
    public required ListedService Service { get; init; }

    /// <summary>The needs that it meets of those asked for, the soonest first.</summary>
    public required IReadOnlyList<MetNeed> Meets { get; init; }

    /// <summary>How many of the needs that are needed now it meets.</summary>
    public required int MeetsNow { get; init; }

    /// <summary>Whether there is room; what was said too long ago is unknown.</summary>
    public required CapacityState Room { get; init; }

    /// <summary>Whether it is open at the moment that was asked for.</summary>
    public required Opening Opening { get; init; }

    /// <summary>How one can speak there; null if no language was asked for.</summary>
    public required SpeaksWith? Speaks { get; init; }

    /// <summary>What it does not say of whom it takes: no refusal, but to be asked.</summary>
    public required IReadOnlyList<EligibilityCode> ToAsk { get; init; }

    /// <summary>How near.</summary>
    public required Nearness Nearness { get; init; }

    /// <summary>The way in kilometers; null where it is not known or must not be told.</summary>
    public required double? Km { get; init; }

    /// <summary>How long ago a person made sure.</summary>
    public required Verified Verified { get; init; }

    /// <summary>Why it is here and what to ask, a sentence each, in the order in which it was weighed.</summary>
    public IReadOnlyList<string> Why => MatchWords.Of(this);
}

/// <summary>What was found.</summary>
/// <param name="Matches">The services that may help, in order.</param>
/// <param name="LeftOut">Services that meet a need and were left out, by name.</param>
/// <param name="Others">How many services meet none of the needs.</param>
/// <param name="Packs">The packs by which needs were found.</param>
public sealed record MatchResult(IReadOnlyList<Match> Matches, IReadOnlyList<LeftOut> LeftOut, int Others, string Packs);
