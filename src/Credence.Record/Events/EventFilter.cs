using Credence.Record.Access;
using Credence.Record.Storage;

namespace Credence.Record.Events;

/// <summary>Which events of a log to show. What is null does not narrow.</summary>
public sealed record EventFilter
{
    /// <summary>A kind, such as incident.opened, or the word before its dot for all of it.</summary>
    public string? Kind { get; init; }

    /// <summary>Who did it.</summary>
    public AccountId? Account { get; init; }

    /// <summary>What it was about: an incident, a review, an account, whatever has an id.</summary>
    public Guid? About { get; init; }

    /// <summary>The first day, in UTC.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, in UTC.</summary>
    public DateOnly? To { get; init; }

    internal IQueryable<RecordedEvent> Narrow(IQueryable<RecordedEvent> events)
    {
        if (Kind is { } kind) events = kind.Contains('.', StringComparison.Ordinal) ? events.Where(row => row.Kind == kind) : events.Where(row => row.Kind.StartsWith(kind + "."));
        if (Account is { } account) events = events.Where(row => row.Account == account);
        if (From is { } from && Start(from) is var first) events = events.Where(row => row.At >= first);
        if (To is { } to && to < DateOnly.MaxValue && Start(to.AddDays(1)) is var after) events = events.Where(row => row.At < after);
        if (About is not { } about) return events;
        // Events of a review stand under the review and name the incident as their detail.
        var detail = $"incident:{about:N}";
        return events.Where(row => row.Subject == about || row.Detail == detail);
    }

    private static long Start(DateOnly day) => Microseconds.Of(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero));
}
