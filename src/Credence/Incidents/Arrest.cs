namespace Credence.Incidents;

/// <summary>How somebody was arrested (NIBRS data element 43).</summary>
public enum ArrestType
{
    /// <summary>Not recorded.</summary>
    Unknown,

    /// <summary>On view: without a warrant or an earlier report.</summary>
    OnView,

    /// <summary>Summoned or cited, not taken into custody.</summary>
    Summoned,

    /// <summary>Taken into custody on a warrant or an earlier report.</summary>
    TakenIntoCustody,
}

/// <summary>An arrest or a citation as recorded.</summary>
/// <param name="Type">How.</param>
/// <param name="Date">When, or null.</param>
/// <param name="Offense">For which offense, or null.</param>
/// <param name="Arrestee">Who, without a name.</param>
public sealed record Arrest(ArrestType Type, DateOnly? Date, OffenseCode? Offense, Person Arrestee);
