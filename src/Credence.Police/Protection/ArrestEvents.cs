using Credence.Classification;
using Credence.Record.Events;

namespace Credence.Police.Protection;

/// <summary>The events of arrest reviews: measures are counted from them, so their details are codes in one order.</summary>
internal static class ArrestEvents
{
    public const string Excepted = "arrest.excepted";
    public const string Declined = "arrest.declined";
    public const string ReasonRefused = "arrest.reason-refused";
    public const string ProtectedLife = "arrest.life-protected";

    /// <summary>Those that oversight counts by reason.</summary>
    public static readonly IReadOnlyList<string> Counted = [Excepted, Declined, ReasonRefused, ProtectedLife];

    private const string NoReason = "none";

    /// <summary>policy/reason: what <see cref="Of(string)"/> reads again.</summary>
    public static EventDraft OfReason(string kind, RecordedArrestReview review) =>
        new(new EventKind(kind), review.Id.Value, detail: $"{review.Policy}/{review.Reason ?? NoReason}");

    public static (string Policy, string Reason) Of(string detail) => detail.Split('/') is [var policy, var reason] ? (policy, reason) : (detail, NoReason);

    /// <summary>policy/measure/stage/possible or not-known/age.</summary>
    public static EventDraft Reviewed(RecordedArrestReview review) => new(new EventKind("arrest.reviewed"), review.Id.Value, detail: $"{review.Policy}/{Facts(review)}");

    /// <summary>What was done in the end; made beside it says under what: approved, life, against or not-covered, and the codes that are NIBRS codes.</summary>
    public static EventDraft Ended(RecordedArrestReview review, string under, IEnumerable<string> codes) => new(
        new EventKind(review.End is ArrestEnd.Made ? "arrest.made" : "arrest.not-made"), review.Id.Value,
        detail: $"{Facts(review)}/{review.Reason ?? NoReason}/{under}/{string.Join(',', codes)}");

    private static string Facts(RecordedArrestReview review) =>
        $"{review.Measure}/{review.Stage}/{(review.IsPossibleVictim ? "possible" : "not-known")}/"
        + review.Under18 switch { Support.Supported => "under-18", Support.NotSupported => "adult", _ => "age-unknown" };
}
