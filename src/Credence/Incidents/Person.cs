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

/// <summary>A person as recorded in an incident: no name, only what rules need.</summary>
/// <param name="Involvement">The part the person has.</param>
/// <param name="Age">Age in years, or null if not recorded.</param>
/// <param name="Sex">Sex as recorded, or null.</param>
/// <param name="Race">Race as recorded, or null.</param>
public sealed record Person(Involvement Involvement, int? Age = null, string? Sex = null, string? Race = null)
{
    /// <summary>Says the part only, never the description.</summary>
    public override string ToString() => $"Person({Involvement})";
}
