using System.Text.RegularExpressions;
using Credence.Record.Access;

namespace Credence.Record.Events;

/// <summary>An event before it has its place in the chain. It names ids, codes and counts; words do not fit in it.</summary>
public sealed partial record EventDraft
{
    public EventDraft(EventKind kind, Guid? subject = null, long count = 1, string detail = "")
    {
        if (!Form().IsMatch(detail)) throw new ArgumentException("Found words in the detail of an event, expected a code.", nameof(detail));
        (Kind, Subject, Count, Detail) = (kind, subject, count, detail);
    }

    public EventKind Kind { get; }

    /// <summary>The incident, person, consent or account it is about, or null if it is about the record.</summary>
    public Guid? Subject { get; }

    /// <summary>How many it was about.</summary>
    public long Count { get; }

    /// <summary>A code, a version or an id; empty as a rule.</summary>
    public string Detail { get; }

    /// <summary>The organization in whose part of the log it stands; null for that of the one who acts.</summary>
    public OrganizationId? Organization { get; init; }

    // No space: a sentence cannot get into the log.
    [GeneratedRegex(@"\A[A-Za-z0-9.:@/+_,=-]{0,200}\z")]
    private static partial Regex Form();
}
