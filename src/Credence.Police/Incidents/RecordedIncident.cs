using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Screening;

namespace Credence.Police.Incidents;

/// <summary>An incident as the record keeps it: numbers, codes and levels to count and to sort by. What anybody wrote is sealed.</summary>
public sealed class RecordedIncident : ICaseRow
{
    /// <summary>Its place in the tables.</summary>
    public long Row { get; init; }

    public required IncidentId Id { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>The agency's number, by which the same incident is known when it comes again.</summary>
    public required string Number { get; init; }

    /// <summary>The ORI that came with it; empty if none did.</summary>
    public required string Agency { get; init; }

    public DateOnly? Date { get; set; }

    /// <summary>NIBRS codes, one space between; null when the source has no offense column. Words that are no code are sealed with the rest.</summary>
    public string? Offenses { get; set; }

    /// <summary>A NIBRS location code, or null.</summary>
    public string? Location { get; set; }

    /// <summary>Persons as codes to count by: involvement, age, sex, race, such as V16FB; null when the source does not say.</summary>
    public string? Persons { get; set; }

    public required Level Level { get; set; }

    public required ExploitationType Type { get; set; }

    public required MinorStatus Minor { get; set; }

    /// <summary>The clause of the level rule that held, or null.</summary>
    public string? Clause { get; set; }

    /// <summary>Orders incidents within a level.</summary>
    public required double Score { get; set; }

    /// <summary>Screened as possible or strong, while no code says trafficking.</summary>
    public required bool IsMissed { get; set; }

    public required bool IsRecordedAsTrafficking { get; set; }

    /// <summary>What measures tell of it, in one number (<see cref="Measures.IncidentFacets"/>); null where it came in before measures were kept.</summary>
    public long? Facets { get; set; }

    /// <summary>The packs that screened it.</summary>
    public required int PackSet { get; set; }

    /// <summary>Findings and reason, sealed.</summary>
    public required byte[] Findings { get; set; }

    /// <summary>Rows of sources that make up the incident now.</summary>
    public required int SourceRows { get; set; }

    /// <summary>The import that last brought it.</summary>
    public required long LastImport { get; set; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }

    public ContentState Content { get; set; }

    public override string ToString() => $"RecordedIncident({Number})";
}

/// <summary>One row of a source as it came, sealed. An incident is the rows of its last import; those before are its history.</summary>
public sealed class RecordedSourceRow : ICaseRow
{
    public long Id { get; init; }

    public required long Incident { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>HMAC-SHA256 of the row under a key that is not in the database, cut to 16 bytes: tells whether it came before, and nothing else.</summary>
    public required byte[] Fingerprint { get; init; }

    /// <summary>The row's cells, sealed.</summary>
    public required byte[] Content { get; init; }

    public required long FirstImport { get; init; }

    public required long LastImport { get; set; }

    /// <summary>The import from which on it no longer holds, or null.</summary>
    public long? EndedBy { get; set; }
}

/// <summary>Packs with their versions, as they screened; stored once.</summary>
public sealed class PackSet
{
    public int Id { get; init; }

    /// <summary>Ids and versions, one space between.</summary>
    public required string Packs { get; init; }
}
