using Credence.Police.Encounters;
using Credence.Police.Protection;
using Credence.Police.Web.Handovers;
using Credence.Referrals;
using Credence.Screening.Instruments;
using Credence.Web;

namespace Credence.Police.Web.Roadside;

/// <summary>What the roadside calls things.</summary>
internal static class RoadsideWords
{
    public const string Concern = "Treat this person as a possible victim until a person has decided.";
    public const string NoConcern = "Nothing here raised concern. That is not \"no victim\": nobody is sent away for it, and nobody is arrested for it.";

    public const string NothingAsked = "Nothing is answered yet, so nothing can be said. What you see counts too: treat the person as a possible victim where it troubles you.";

    /// <summary>What an instrument is called in a list, where two may differ in their language only.</summary>
    public static string Of(Instrument instrument) => instrument.Language == "en" ? instrument.Title : $"{instrument.Title}, {SigningWords.Language(instrument.Language)}";

    public static string Of(Answer answer) => answer switch
    {
        Answer.Yes => "Yes",
        Answer.No => "No",
        Answer.Unknown => "Not known",
        Answer.Refused => "Would rather not say",
        _ => "Not asked",
    };

    /// <summary>An answer to this item: an open question is answered by whether what was said raises concern.</summary>
    public static string Of(Answer answer, InstrumentItem item) => (item.Kind, answer) switch
    {
        (ItemKind.Open, Answer.Yes) => "Raises concern",
        (ItemKind.Open, Answer.No) => "Raises none",
        (ItemKind.Observed, Answer.Unknown) => "Cannot tell",
        (ItemKind.Observed, Answer.NotAsked) => "Not looked at",
        _ => Of(answer),
    };

    /// <summary>The answers that an item offers. What is only seen, nobody refuses to say. A press that was not meant can be taken back.</summary>
    public static IReadOnlyList<Answer> Offered(InstrumentItem item) =>
        item.Kind is ItemKind.Observed ? [Answer.Yes, Answer.No, Answer.Unknown, Answer.NotAsked] : [Answer.Yes, Answer.No, Answer.Unknown, Answer.Refused, Answer.NotAsked];

    public static string Of(HelpState state) => state switch
    {
        HelpState.Offered => "Offered, no answer yet",
        HelpState.Accepted => "Accepted",
        HelpState.Declined => "Declined",
        _ => "Needed, help not offered yet",
    };

    public static string Of(Need need) => HelpWords.Of(need);

    public static string Of(ArrestState state) => state switch
    {
        ArrestState.AwaitsApproval => "A supervisor is asked for an exception. Until that person has agreed, there is none. Call her or him, and load this page again for the answer.",
        ArrestState.Approved => "A supervisor approved the exception.",
        ArrestState.Declined => "A supervisor declined the exception.",
        ArrestState.AwaitsLook => "Recorded. A supervisor looks at it afterwards.",
        ArrestState.LookedAt => "A supervisor has looked at it.",
        ArrestState.AwaitsRelief => "Flagged: a supervisor sees to the release, or to the packet for counsel.",
        ArrestState.Relieved => "A supervisor has seen to it.",
        _ => "The answer stands below. No supervisor is asked.",
    };

    public static string Of(ArrestStage stage) => stage switch
    {
        ArrestStage.ActedToProtectLife => "I acted to protect life, and ask now",
        ArrestStage.MadeBeforeScreening => "It was made before anybody screened",
        ArrestStage.ChargedBeforeScreening => "The person was charged or convicted before anybody screened",
        _ => "Nothing is done yet",
    };
}
