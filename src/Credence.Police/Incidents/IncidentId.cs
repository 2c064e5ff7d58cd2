namespace Credence.Police.Incidents;

/// <summary>An incident in the police record; made when it first comes in (version 7, so that it sorts by time).</summary>
public readonly record struct IncidentId(Guid Value);
