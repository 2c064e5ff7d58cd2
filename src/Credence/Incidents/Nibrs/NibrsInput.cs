namespace Credence.Incidents.Nibrs;

/// <summary>How incidents are taken out of a NIBRS file.</summary>
/// <param name="Loading">The edition to read by; loaded when the first such file is met, since most runs meet none.</param>
public sealed record NibrsInput(Lazy<NibrsEdition> Loading)
{
    /// <summary>The edition that ships, without narratives.</summary>
    public static NibrsInput Shipped => new(new Lazy<NibrsEdition>(() => NibrsEdition.Shipped));

    /// <summary>The edition.</summary>
    public NibrsEdition Edition => Loading.Value;

    /// <summary>The narrative of an incident, which NIBRS does not hold; null for none.</summary>
    public Func<Incident, Narrative?>? NarrativeOf { get; init; }
}
