using Credence.Police.Encounters;
using Credence.Police.Protection;
using Credence.Referrals;
using Credence.Screening.Instruments;

namespace Credence.Police.Web.Roadside;

/// <summary>What the roadside calls things.</summary>
internal static class RoadsideWords
{
    public const string Concern = "Treat this person as a possible victim until a person has decided.";
    public const string NoConcern = "Nothing here raised concern. That is not \"no victim\": nobody is sent away for it, and nobody is arrested for it.";

    public const string NothingAsked = "Nothing was asked yet.";

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
        _ => Of(answer),
    };

    /// <summary>The answers that an item offers. What is only seen, nobody refuses to say.</summary>
    public static IReadOnlyList<Answer> Offered(InstrumentItem item) =>
        [Answer.Yes, Answer.No, Answer.Unknown, item.Kind is ItemKind.Observed ? Answer.NotAsked : Answer.Refused];

    public static string Of(HelpState state) => state switch
    {
        HelpState.Offered => "Offered, no answer yet",
        HelpState.Accepted => "Accepted",
        HelpState.Declined => "Declined",
        _ => "Needed, help not offered yet",
    };

    public static string Of(Need need) => need switch
    {
        Need.Safety => "Not to be hurt or found",
        Need.Medical => "Doctor, dentist, medicine",
        Need.MentalHealth => "Somebody to talk to",
        Need.SubstanceUse => "Help with drugs or alcohol",
        Need.Shelter => "A bed tonight",
        Need.Housing => "A place to live",
        Need.Food => "Food and water",
        Need.Clothing => "Clothing, a wash",
        Need.Interpreter => "An interpreter",
        Need.Legal => "A lawyer of one's own",
        Need.Immigration => "Help with immigration",
        Need.ChildCare => "Care for children",
        Need.Transport => "To get somewhere",
        Need.Documents => "Passport, identity card",
        Need.Communication => "A phone, a call home",
        Need.Money => "Money, wages owed",
        Need.Work => "Work or training",
        Need.Education => "School",
        _ => "An advocate at one's side",
    };

    public static string Of(ArrestState state) => state switch
    {
        ArrestState.AwaitsApproval => "A supervisor is asked for an exception. Until that person has agreed, there is none.",
        ArrestState.Approved => "A supervisor approved the exception.",
        ArrestState.Declined => "A supervisor declined the exception.",
        ArrestState.AwaitsLook => "Recorded. A supervisor looks at it afterwards.",
        ArrestState.LookedAt => "A supervisor has looked at it.",
        ArrestState.AwaitsRelief => "Flagged: a supervisor sees to the release, or to the packet for counsel.",
        ArrestState.Relieved => "A supervisor has seen to it.",
        _ => "Answered. Nobody else is asked.",
    };

    public static string Of(ArrestStage stage) => stage switch
    {
        ArrestStage.ActedToProtectLife => "I acted to protect life, and ask now",
        ArrestStage.MadeBeforeScreening => "It was made before anybody screened",
        ArrestStage.ChargedBeforeScreening => "The person was charged or convicted before anybody screened",
        _ => "Nothing is done yet",
    };
}
