using Credence.Directories;

namespace Credence.Referrals;

/// <summary>What is looked for, for whom and from where. It holds no name and is kept nowhere.</summary>
public sealed record MatchQuestion
{
    /// <summary>Kilometers in a mile, as people say how far it is where this is used (international mile of 1959).</summary>
    public const double KmInMile = 1.609344;

    /// <summary>What is needed, and how soon.</summary>
    public required IReadOnlyList<NeededHelp> Needs { get; init; }

    /// <summary>What is so of the person and decides whether a service takes her or him; only what she or he chose to say.</summary>
    public IReadOnlySet<EligibilityCode> Applies { get; init; } = new HashSet<EligibilityCode>();

    /// <summary>The age, or null.</summary>
    public int? Age { get; init; }

    /// <summary>The language, by ISO 639-1 code, or null.</summary>
    public string? Language { get; init; }

    /// <summary>The town where the person is, or null.</summary>
    public string? Town { get; init; }

    /// <summary>Where the person is, or null.</summary>
    public GeoPoint? From { get; init; }

    /// <summary>How far the person can go, in kilometers; null for any way.</summary>
    public double? WithinKm { get; init; }

    /// <summary>When; its offset is the time of the place.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Says nothing of anybody.</summary>
    public override string ToString() => $"MatchQuestion({Needs.Count} needs)";
}
