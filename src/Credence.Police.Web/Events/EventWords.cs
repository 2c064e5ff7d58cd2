namespace Credence.Police.Web.Events;

/// <summary>The words before the dot of every kind of event: chosen, never typed, so that no address of the log carries what somebody wrote.</summary>
internal static class EventWords
{
    public static IReadOnlyList<string> All { get; } =
    [
        "account", "approach", "arrest", "charge", "consent", "content", "determinations", "encounter", "entry-link", "events", "handover", "handovers",
        "help", "hold", "import", "incident", "incidents", "link", "measures", "needs", "offense-code", "organization", "partner", "practice", "proposal", "reading", "readings", "record",
        "retention", "review", "search-index", "sign-in", "victim-status",
    ];
}
