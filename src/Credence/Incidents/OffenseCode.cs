namespace Credence.Incidents;

/// <summary>A NIBRS offense code (data element 6) such as 64A, or the agency's own word for an offense.</summary>
/// <param name="Value">The code as written, trimmed.</param>
public readonly record struct OffenseCode(string Value)
{
    /// <summary>Human trafficking, commercial sex acts.</summary>
    public static readonly OffenseCode CommercialSexActs = new("64A");

    /// <summary>Human trafficking, involuntary servitude.</summary>
    public static readonly OffenseCode InvoluntaryServitude = new("64B");

    /// <summary>The code as written.</summary>
    public override string ToString() => Value;
}
