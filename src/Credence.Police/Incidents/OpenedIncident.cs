using Credence.Incidents;
using Credence.Record.Keys;
using Credence.Screening;

namespace Credence.Police.Incidents;

/// <summary>An incident as it was opened: what its source said, and what was found in it when it came.</summary>
public sealed record OpenedIncident
{
    public required IncidentId Id { get; init; }

    /// <summary>The agency's number.</summary>
    public required string Number { get; init; }

    public required Level Level { get; init; }

    public required bool IsMissed { get; init; }

    public required bool IsRecordedAsTrafficking { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Whether its content can still be read.</summary>
    public required ContentState Content { get; init; }

    /// <summary>What it says now; null if its content is erased, or does not open.</summary>
    public required Incident? Incident { get; init; }

    /// <summary>What was found when it came; null if its content is erased, or does not open.</summary>
    public required ScreenedContent? Screened { get; init; }

    /// <summary>The packs that screened it, as id@version.</summary>
    public required IReadOnlyList<string> Packs { get; init; }

    /// <summary>What it said before, newest first, each as the import in which it ended left it.</summary>
    public required IReadOnlyList<EarlierVersion> Earlier { get; init; }

    public override string ToString() => $"OpenedIncident({Id})";
}

/// <summary>What an incident said before an import changed it.</summary>
/// <param name="Until">The import that ended this version.</param>
/// <param name="EndedAt">When that import began.</param>
/// <param name="Incident">What it said.</param>
public sealed record EarlierVersion(long Until, DateTimeOffset EndedAt, Incident Incident)
{
    public override string ToString() => $"EarlierVersion({Until})";
}
