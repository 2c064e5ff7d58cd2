namespace Credence.Directories;

/// <summary>Whom a service takes: codes of our own, because HSDS has prose only.</summary>
public enum EligibilityCode
{
    /// <summary>Somebody under 18.</summary>
    Minor,

    /// <summary>Men and boys.</summary>
    Male,

    /// <summary>Somebody who is pregnant.</summary>
    Pregnant,

    /// <summary>Somebody with children who come along.</summary>
    WithChildren,

    /// <summary>Somebody who has no identity document.</summary>
    NoId,

    /// <summary>Anybody, whatever the immigration status: it is not asked, or does not matter.</summary>
    AnyImmigrationStatus,
}

/// <summary>What a directory says of a code.</summary>
public enum EligibilityAnswer
{
    /// <summary>Nothing that a program may read. It is no refusal: ask.</summary>
    Unknown,

    /// <summary>Taken in.</summary>
    Yes,

    /// <summary>Not taken in.</summary>
    No,
}

/// <summary>Whom a service takes, by code. Prose is shown to people and never read as a code.</summary>
public sealed record Eligibility
{
    private readonly Dictionary<EligibilityCode, EligibilityAnswer> _answers;

    internal Eligibility(Dictionary<EligibilityCode, EligibilityAnswer> answers) => _answers = answers;

    /// <summary>The least age, or null.</summary>
    public int? MinimumAge { get; init; }

    /// <summary>The greatest age, or null.</summary>
    public int? MaximumAge { get; init; }

    /// <summary>What the directory says in its own words, or null.</summary>
    public string? Words { get; init; }

    /// <summary>What is said of a code.</summary>
    public EligibilityAnswer this[EligibilityCode code] => _answers.GetValueOrDefault(code);

    /// <summary>Two are one if they say the same.</summary>
    public bool Equals(Eligibility? other) => other is not null && (MinimumAge, MaximumAge, Words) == (other.MinimumAge, other.MaximumAge, other.Words)
        && Enum.GetValues<EligibilityCode>().All(code => this[code] == other[code]);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(MinimumAge, MaximumAge, Words);
}
