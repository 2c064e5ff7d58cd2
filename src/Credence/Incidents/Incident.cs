namespace Credence.Incidents;

/// <summary>One report that came to the police, as recorded. Only the number prints.</summary>
public sealed record Incident(IncidentNumber Number, Narrative Narrative)
{
    /// <summary>Offense codes; null when the source has no offense column at all, empty when the cell is empty.</summary>
    public IReadOnlyList<OffenseCode>? Offenses { get; init; }

    /// <summary>The day it happened or was reported, or null.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Reporting agency (ORI), or null.</summary>
    public string? Agency { get; init; }

    /// <summary>Location type: a NIBRS code (14 is a hotel) or the agency's word, or null.</summary>
    public string? LocationType { get; init; }

    /// <summary>Who identified it (patrol, vice, specialized unit, detective, tip), as recorded, or null.</summary>
    public string? IdentifiedBy { get; init; }

    /// <summary>How it was cleared exceptionally: a code of NIBRS data element 4 (D, victim refused to cooperate) or the
    /// agency's word, or null.</summary>
    public string? Clearance { get; init; }

    /// <summary>Arrests and citations as recorded; null when the source does not say, empty when there was none.</summary>
    public IReadOnlyList<Arrest>? Arrests { get; init; }

    /// <summary>Persons as recorded; null when the source does not say who was involved.</summary>
    public IReadOnlyList<Person>? Persons { get; init; }

    /// <summary>Says the number only.</summary>
    public override string ToString() => $"Incident({Number})";
}
