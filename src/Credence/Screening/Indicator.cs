using Credence.Packs;

namespace Credence.Screening;

/// <summary>A sign of trafficking as a pack states it: what it means and where that is written.</summary>
public sealed record Indicator
{
    /// <summary>theme.name, unique in its pack.</summary>
    public required string Id { get; init; }

    /// <summary>What the words say, as one plain phrase.</summary>
    public required string Title { get; init; }

    /// <summary>The theme, which is the part of the id before the dot.</summary>
    public required string Theme { get; init; }

    /// <summary>The kind of exploitation it speaks of; <see cref="ExploitationType.Both"/> if of either.</summary>
    public required ExploitationType Type { get; init; }

    /// <summary>ILO's dimension.</summary>
    public required Dimension Dimension { get; init; }

    /// <summary>Palermo's and the TVPA's element.</summary>
    public required Element Element { get; init; }

    /// <summary>How much it says by itself.</summary>
    public required Strength Strength { get; init; }

    /// <summary>Whom it is about.</summary>
    public required About About { get; init; }

    /// <summary>True if the words themselves say that the person is under 18.</summary>
    public required bool Minor { get; init; }

    /// <summary>Where the sign comes from.</summary>
    public required Citation Citation { get; init; }
}

/// <summary>How much an indicator says by itself (ILO's strong, medium and weak).</summary>
public enum Strength
{
    /// <summary>Nothing alone; adds to others.</summary>
    Weak,

    /// <summary>A person should be screened.</summary>
    Medium,

    /// <summary>A clear fact of control or exploitation.</summary>
    Strong,
}

/// <summary>ILO's six dimensions (ILO and European Commission 2009).</summary>
public enum Dimension
{
    /// <summary>Deceptive recruitment.</summary>
    DeceptiveRecruitment,

    /// <summary>Coercive recruitment.</summary>
    CoerciveRecruitment,

    /// <summary>Recruitment by abuse of vulnerability.</summary>
    RecruitmentByAbuseOfVulnerability,

    /// <summary>Exploitation.</summary>
    Exploitation,

    /// <summary>Coercion at destination.</summary>
    Coercion,

    /// <summary>Abuse of vulnerability at destination.</summary>
    AbuseOfVulnerability,
}

/// <summary>The element of trafficking that an indicator speaks to (Palermo Protocol art. 3; 22 U.S.C. 7102).</summary>
public enum Element
{
    /// <summary>None by itself.</summary>
    None,

    /// <summary>What is done: recruiting, moving, harboring, obtaining, advertising.</summary>
    Act,

    /// <summary>How: force, fraud, coercion.</summary>
    Means,

    /// <summary>For what: commercial sex, labor, services.</summary>
    Purpose,

    /// <summary>What makes the person easy to exploit.</summary>
    Vulnerability,
}

/// <summary>Whom an indicator is about.</summary>
public enum About
{
    /// <summary>A person at risk.</summary>
    Person,

    /// <summary>Somebody said to exploit others, with nobody at risk in the words themselves.</summary>
    Accused,

    /// <summary>A buyer of sex.</summary>
    Buyer,

    /// <summary>A place or a business.</summary>
    Place,

    /// <summary>Somebody else who is there; counts only beside an accused.</summary>
    Companion,
}
