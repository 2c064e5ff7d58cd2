using Credence.Screening;

namespace Credence.Police.Incidents;

/// <summary>Which incidents of the queue to show. What is null does not narrow.</summary>
public sealed record QueueFilter
{
    /// <summary>True for the missed ones only: possible or strong, while no code says trafficking.</summary>
    public bool MissedOnly { get; init; } = true;

    public Level? Level { get; init; }

    public ExploitationType? Type { get; init; }

    public MinorStatus? Minor { get; init; }

    /// <summary>ORI of the reporting agency.</summary>
    public string? Agency { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>What is shown as one or two queries, missed and others, because each half has an index of its own in the queue's order.</summary>
    internal IEnumerable<(bool AreMissed, IQueryable<RecordedIncident> Incidents)> Halves(IQueryable<RecordedIncident> incidents)
    {
        yield return (true, Narrow(incidents.Where(row => row.IsMissed)));
        if (!MissedOnly) yield return (false, Narrow(incidents.Where(row => !row.IsMissed)));
    }

    internal IQueryable<RecordedIncident> Narrow(IQueryable<RecordedIncident> incidents)
    {
        if (MissedOnly) incidents = incidents.Where(row => row.IsMissed);
        if (Level is { } level) incidents = incidents.Where(row => row.Level == level);
        if (Type is { } type) incidents = incidents.Where(row => row.Type == type);
        if (Minor is { } minor) incidents = incidents.Where(row => row.Minor == minor);
        if (Agency is { } agency) incidents = incidents.Where(row => row.Agency == agency);
        if (From is { } from) incidents = incidents.Where(row => row.Date >= from);
        if (To is { } to) incidents = incidents.Where(row => row.Date <= to);
        return incidents;
    }
}

/// <summary>One line of the queue: a number, codes and a level; never a name, never a word of a narrative.</summary>
public sealed record QueueLine(
    IncidentId Id, string Number, string Agency, DateOnly? Date, string? Offenses, Level Level, ExploitationType Type, MinorStatus Minor, double Score, bool IsMissed)
{
    /// <summary>Where the next page begins.</summary>
    public required QueuePlace Place { get; init; }

    public override string ToString() => $"QueueLine({Number})";
}

/// <summary>A place in the queue's order, so that a page begins where the one before ended, whatever has come in meanwhile.</summary>
public readonly record struct QueuePlace(Level Level, double Score, long Row);

/// <summary>How many incidents stand at one level; possible and strong are never added up.</summary>
public sealed record QueueCount(Level Level, bool IsMissed, long Incidents);
