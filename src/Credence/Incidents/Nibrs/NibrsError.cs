namespace Credence.Incidents.Nibrs;

/// <summary>What an edit found: where, which element, which number; never the value that stands there.</summary>
public sealed record NibrsError
{
    /// <summary>The line of the file, from 1; of a report as a whole that of its first segment concerned.</summary>
    public required long Line { get; init; }

    /// <summary>Position in the line, from 1, or null for a whole segment.</summary>
    public int? Column { get; init; }

    /// <summary>The segment level; null where the FBI reports it of the incident as a whole.</summary>
    public int? Segment { get; init; }

    /// <summary>The agency.</summary>
    public required string Ori { get; init; }

    /// <summary>Incident number; of a group B arrest report its transaction number.</summary>
    public required string IncidentNumber { get; init; }

    /// <summary>Offense code, of an error in an offense segment; else null.</summary>
    public string? Offense { get; init; }

    /// <summary>Sequence number of the victim, offender or arrestee; else null.</summary>
    public string? Person { get; init; }

    /// <summary>Kind of loss, of an error in a property segment; else null.</summary>
    public string? Loss { get; init; }

    /// <summary>The data element, as the FBI's error data set writes it; null for a fault of a line.</summary>
    public string? Element { get; init; }

    /// <summary>The FBI's number; null for a fault that has none.</summary>
    public string? Error { get; init; }

    /// <summary>What is wrong, in our words.</summary>
    public required string Says { get; init; }

    /// <summary>The rule; null for a fault of a line.</summary>
    public NibrsRule? Rule { get; init; }

    /// <summary>True if the record is taken all the same.</summary>
    public bool IsWarning => Rule?.IsWarning == true;
}
