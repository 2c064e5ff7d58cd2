using Credence.Record.Access;
using Credence.Record.Keys;

namespace Credence.Police.Encounters;

/// <summary>An encounter as the record keeps it: whose it is, how many revisions it has. What was answered is sealed under a key of its own.</summary>
public sealed class RecordedEncounter : ICaseRow
{
    public required EncounterId Id { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>Whose it is. Nobody else sees it, but a supervisor who is asked to approve.</summary>
    public required AccountId Officer { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>The last revision, from 1.</summary>
    public required int Revision { get; set; }

    /// <summary>Whether two different contents came as one revision; until a later revision settles it.</summary>
    public bool IsDisputed { get; set; }

    /// <summary>The number of the incident it belongs to, once the officer has said so.</summary>
    public string? Incident { get; set; }

    public ContentState Content { get; set; }

    public override string ToString() => $"RecordedEncounter({Id.Value})";
}

/// <summary>One revision as it came, sealed; never changed. Two that came as the same revision both stay.</summary>
public sealed class EncounterRevision : ICaseRow
{
    public long Id { get; init; }

    public required EncounterId Encounter { get; init; }

    public required OrganizationId Organization { get; init; }

    public required int Revision { get; init; }

    /// <summary>0 for the first content that came as this revision, then 1 and on.</summary>
    public required int Version { get; init; }

    public required byte[] Content { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
