using System.Buffers.Binary;
using Credence.Record.Keys;

namespace Credence.Police.Incidents;

/// <summary>Where the sealed parts of an incident belong; whoever opens one names the same place.</summary>
public static class IncidentPlaces
{
    /// <summary>Findings and reason of an incident.</summary>
    public static SealedPlace Findings(IncidentId incident) => new("incidents.findings", incident.Value);

    /// <summary>One source row, by its fingerprint: its place in the table is not known yet when it is sealed.</summary>
    public static SealedPlace Row(IncidentId incident, ReadOnlySpan<byte> fingerprint) =>
        new("incident-rows.content", incident.Value, BinaryPrimitives.ReadInt64BigEndian(fingerprint));

    /// <summary>Opens what a source row said; null if it was not sealed by this key for this place.</summary>
    public static IncidentContent? Open(this ContentKey key, IncidentId incident, RecordedSourceRow row) =>
        key.TryOpen(row.Content, Row(incident, row.Fingerprint)) is { } bytes ? IncidentContent.From(bytes) : null;

    /// <summary>Opens what was found in an incident; null if it was not sealed by this key for this place.</summary>
    public static ScreenedContent? Open(this ContentKey key, RecordedIncident incident) =>
        key.TryOpen(incident.Findings, Findings(incident.Id)) is { } bytes ? ScreenedContent.From(bytes) : null;
}
