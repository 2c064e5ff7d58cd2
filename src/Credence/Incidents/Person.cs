namespace Credence.Incidents;

/// <summary>The part a person has in an incident.</summary>
public enum Involvement
{
    /// <summary>Not recorded, or in words we do not know.</summary>
    Unknown,

    /// <summary>Recorded as a victim.</summary>
    Victim,

    /// <summary>Recorded as a suspect or offender.</summary>
    Suspect,

    /// <summary>Recorded as arrested or cited.</summary>
    Arrestee,

    /// <summary>Recorded as a witness, reporting party or other person.</summary>
    Witness,

    /// <summary>Recorded as missing or as a runaway.</summary>
    Missing,
}

/// <summary>What a victim was to a suspect. NIBRS has no code for somebody who exploits a person.</summary>
/// <param name="Suspect">The suspect's number in the incident.</param>
/// <param name="Code">Data element 35 of NIBRS, such as BG (boyfriend or girlfriend), EE (employee) or ST (stranger).</param>
public sealed record Relationship(string Suspect, string Code);

/// <summary>A person as recorded in an incident: no name, only what rules need.</summary>
/// <param name="Involvement">The part the person has.</param>
/// <param name="Age">Age in years, or null if not recorded.</param>
/// <param name="Sex">Sex as recorded, or null.</param>
/// <param name="Race">Race as recorded, or null.</param>
public sealed record Person(Involvement Involvement, int? Age = null, string? Sex = null, string? Race = null)
{
    /// <summary>Nationality as recorded, or null. It is read for one thing: whether people of different nationalities are treated differently.</summary>
    public string? Nationality { get; init; }

    /// <summary>The number the incident gives this person among those of the same part, such as 001; or null.</summary>
    public string? Number { get; init; }

    /// <summary>Of a victim: the offenses he or she suffered; null when the source does not say.</summary>
    public IReadOnlyList<OffenseCode>? Offenses { get; init; }

    /// <summary>Of a victim: what he or she was to each suspect; null when the source does not say.</summary>
    public IReadOnlyList<Relationship>? Relationships { get; init; }

    /// <summary>Says the part only, never the description.</summary>
    public override string ToString() => $"Person({Involvement})";
}
