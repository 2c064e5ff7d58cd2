namespace Credence.Care.Web.Pages;

/// <summary>The words before the dot of every kind of event: chosen, never typed, so that no address of the log carries what somebody wrote.</summary>
internal static class EventWords
{
    public static IReadOnlyList<string> All { get; } =
    [
        "account", "card", "caseload", "consent", "consents", "content", "declaration", "declarations", "directory", "entry-link", "erasure", "events", "feedback", "follow-up", "handover",
        "hold", "inbox", "interview", "interviews", "link", "measures", "need", "needs", "organization", "own-entry", "paper", "papers", "partner", "person", "police", "proposal", "record", "referral",
        "referrals", "release", "releases", "restorative", "retention", "safety-plan", "service", "sign-in", "statement", "statements", "wish", "wishes",
    ];
}
