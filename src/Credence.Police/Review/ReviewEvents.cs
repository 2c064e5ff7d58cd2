using Credence.Police.Incidents;
using Credence.Record.Events;

namespace Credence.Police.Review;

/// <summary>
/// Events of a review. They stand under the review and name the incident as their detail, so that an auditor finds both, while the
/// history of an incident, which its readers may see, does not tell that somebody else has read it.
/// </summary>
internal static class ReviewEvents
{
    public static readonly EventKind Opened = new("incident.opened");

    public static EventDraft Of(EventKind kind, ReviewId review, IncidentId incident) => new(kind, review.Value, detail: $"incident:{incident.Value:N}");
}
