using Credence.Police.Protection;
using Credence.Police.Web.Pages;
using Credence.Protection;

namespace Credence.Police.Web.Protection;

/// <summary>What the pages of arrests call things.</summary>
internal static class ArrestWords
{
    public static string What(ArrestReviewLine line) =>
        $"{line.Measure.ToString().ToLowerInvariant()}, {Of(line.Stage)}{(line.Number is { } number ? $", incident {number}" : line.Encounter is null ? "" : ", at the roadside")}";

    public static string Of(ArrestStage stage) => stage switch
    {
        ArrestStage.ActedToProtectLife => "made to protect life",
        ArrestStage.MadeBeforeScreening => "made before anybody screened",
        ArrestStage.ChargedBeforeScreening => "charged or convicted before anybody screened",
        _ => "not made yet",
    };

    /// <summary>How it stands. Against what a supervisor declined is said before all else.</summary>
    public static string Short(ArrestReviewLine line) => $"{(line.IsMadeAnyway ? "declined, made anyway; " : "")}{Stands(line)}";

    private static string Stands(ArrestReviewLine line) => line.State switch
    {
        ArrestState.AwaitsApproval => "exception waits for a supervisor",
        ArrestState.Approved => "exception approved",
        ArrestState.Declined => "exception declined",
        ArrestState.AwaitsLook => "waits for a supervisor's look",
        ArrestState.LookedAt => $"looked at: {(line.Finding is { } finding ? Of(finding) : "no finding")}",
        ArrestState.AwaitsRelief => line.Relief is ReliefKind.Vacatur ? "flagged for vacatur" : "flagged for release",
        ArrestState.Relieved => line.Relief is ReliefKind.Vacatur ? "packet is with counsel" : "released",
        _ => "answered",
    };

    /// <summary>Who decided, and who looked at what was done, each with the time.</summary>
    public static string Decided(ArrestReviewLine line) => (line.DecidedAt, line.LookedAt) switch
    {
        ({ } decided, { } looked) => $"{line.DecidedByHandle}, {Words.Time(decided)}; looked at by {line.LookedByHandle}, {Words.Time(looked)}",
        ({ } decided, null) => $"{line.DecidedByHandle}, {Words.Time(decided)}",
        (null, { } looked) => $"{line.LookedByHandle}, {Words.Time(looked)}",
        _ => "not yet",
    };

    public static string Of(AfterFinding finding) => finding switch
    {
        AfterFinding.FollowsPolicy => "it follows the policy",
        AfterFinding.AgainstPolicy => "it does not follow the policy",
        _ => "it cannot be told from what is known",
    };

    /// <summary>A reason by the policy's words; its id if this policy does not have it any more.</summary>
    public static string Reason(string? id, Policy policy) => id is null or "none" ? "none beyond the offense"
        : policy.RefusedReasons.FirstOrDefault(one => one.Id == id)?.Title ?? policy.Exceptions?.Reasons.FirstOrDefault(one => one.Id == id)?.Title ?? id;

    /// <summary>What is counted, by the kind of its event.</summary>
    public static string Counted(string kind) => kind switch
    {
        "arrest.excepted" => "exception approved",
        "arrest.declined" => "exception declined",
        "arrest.reason-refused" => "reason refused by the policy",
        _ => "done to protect life",
    };
}
