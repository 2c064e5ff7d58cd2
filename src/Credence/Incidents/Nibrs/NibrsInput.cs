namespace Credence.Incidents.Nibrs;

/// <summary>How incidents are taken out of a NIBRS file.</summary>
/// <param name="Edition">The edition to read by.</param>
public sealed record NibrsInput(NibrsEdition Edition)
{
    /// <summary>The edition that ships, without narratives.</summary>
    public static NibrsInput Shipped => new(NibrsEdition.Shipped);

    /// <summary>The narrative of an incident, which NIBRS does not hold; null for none.</summary>
    public Func<Incident, Narrative?>? NarrativeOf { get; init; }
}
