using Credence.Packs;

namespace Credence.Incidents;

/// <summary>One row of an offense table: a word for an offense and the NIBRS codes it may belong under.</summary>
/// <param name="Offense">The word, or a phrase in the pattern syntax of packs.</param>
/// <param name="Codes">NIBRS codes that the table names for it; empty where it says "depends on circumstances".</param>
/// <param name="Citation">Where the row stands.</param>
/// <param name="Note">What the codes alone do not say, or null.</param>
public sealed record OffenseEntry(
    string Offense, IReadOnlyList<OffenseCode> Codes, Citation Citation, string? Note = null)
{
    /// <summary>64A, 64B or both, as far as the table names them.</summary>
    public IReadOnlyList<OffenseCode> TraffickingCodes { get; } = [.. Codes.Where(OffenseLookup.IsTrafficking)];

    /// <summary>What the table names besides trafficking.</summary>
    public IReadOnlyList<OffenseCode> OtherCodes { get; } = [.. Codes.Where(code => !OffenseLookup.IsTrafficking(code))];

    /// <summary>True if the word means trafficking and nothing else.</summary>
    public bool SaysTrafficking => TraffickingCodes.Count > 0 && OtherCodes.Count == 0;

    /// <summary>True if the word may be trafficking or something else.</summary>
    public bool MayBeTrafficking => TraffickingCodes.Count > 0 && OtherCodes.Count > 0;
}

/// <summary>A NIBRS offense code with its meaning (Technical Specification, Appendix A).</summary>
/// <param name="Code">The code.</param>
/// <param name="Offense">The offense.</param>
/// <param name="Category">The category it belongs to.</param>
/// <param name="Group">A, with a full incident report, or B, with arrests only.</param>
/// <param name="Against">Whom the crime is against, which decides who may be its victim.</param>
public sealed record NibrsOffense(OffenseCode Code, string Offense, string Category, char Group, CrimeAgainst Against)
{
    /// <summary>True if only federal and tribal agencies report it.</summary>
    public bool IsFederal { get; init; }
}

/// <summary>Whom a crime is against (NIBRS Technical Specification, Appendix A).</summary>
public enum CrimeAgainst
{
    /// <summary>Justifiable homicide, which is no crime.</summary>
    None,

    /// <summary>A person, who must be recorded as its victim.</summary>
    Person,

    /// <summary>Property.</summary>
    Property,

    /// <summary>Society; no person can be recorded as its victim.</summary>
    Society,

    /// <summary>Any of them (90Z).</summary>
    Any,
}
