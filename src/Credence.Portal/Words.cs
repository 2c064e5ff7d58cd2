using Credence.Consents;
using Credence.Feedback;
using Credence.Record.Access;
using Credence.Referrals;
using Credence.Wishes;
using Microsoft.AspNetCore.Http;

namespace Credence.Portal;

/// <summary>
/// Every sentence of the pages in one language. Each is required, so that a language which lacks one does not compile; a test holds them to
/// plain words. Where {0} stands comes the name of whoever runs the portal, a day or a number.
/// </summary>
public sealed partial record Words
{
    /// <summary>Two letters.</summary>
    public required string Language { get; init; }

    /// <summary>What stands before every address of this language.</summary>
    public required string Prefix { get; init; }

    public required string Leave { get; init; }
    public required string Skip { get; init; }
    public required string OtherName { get; init; }
    public required string Menu { get; init; }
    public required string Send { get; init; }
    public required string SeeAll { get; init; }
    public required string StartTitle { get; init; }
    public required string StartTo { get; init; }
    public required string StartLead { get; init; }
    public required string StartBack { get; init; }
    public required string StartCard { get; init; }
    public required string StartAlone { get; init; }
    public required string StartAbout { get; init; }
    public required string AboutTitle { get; init; }
    public required string AboutWhat { get; init; }
    public required string AboutWho { get; init; }
    public required string AboutRunsMay { get; init; }
    public required string AboutSafeTitle { get; init; }
    public required string AboutSafeLeave { get; init; }
    public required string AboutSafeNot { get; init; }
    public required string AboutSafeTime { get; init; }
    public required string AboutSafePrivate { get; init; }
    public required string CardTitle { get; init; }
    public required string CardLead { get; init; }
    public required string CardCode { get; init; }
    public required string PassNew { get; init; }
    public required string PassAgain { get; init; }
    public required string PassHint { get; init; }
    public required string PassLost { get; init; }
    public required string AloneTitle { get; init; }
    public required string AloneLead { get; init; }
    public required string AloneLost { get; init; }
    public required string AloneBegin { get; init; }
    public required string WordsTitle { get; init; }
    public required string WordsLead { get; init; }
    public required string WordsOld { get; init; }
    public required string WordsKept { get; init; }
    public required string BackTitle { get; init; }
    public required string BackWords { get; init; }
    public required string BackPass { get; init; }
    public required string BackOpen { get; init; }
    public required string NoEntry { get; init; }
    public required string NoCard { get; init; }
    public required string PassDiffer { get; init; }
    public required string PassWeak { get; init; }
    public required string HomeTitle { get; init; }
    public required string HomeLead { get; init; }
    public required string HomeLast { get; init; }
    public required string HomeTried { get; init; }
    public required string HomeClose { get; init; }
    public required string SecretTitle { get; init; }
    public required string SecretLead { get; init; }
    public required string SecretOld { get; init; }
    public required string SecretWrong { get; init; }
    public required string SecretDone { get; init; }
    public required string NotesTitle { get; init; }
    public required string NotesLead { get; init; }
    public required string NotesNone { get; init; }
    public required string NotesNew { get; init; }
    public required string NoteTitle { get; init; }
    public required string NoteAt { get; init; }
    public required string NoteAdds { get; init; }
    public required string NoteOwn { get; init; }
    public required string NoteShared { get; init; }
    public required string NoteGone { get; init; }
    public required string NewTitle { get; init; }
    public required string NewLead { get; init; }
    public required string NewWords { get; init; }
    public required string NewKeep { get; init; }
    public required string NewEmpty { get; init; }
    public required string NewLong { get; init; }
    public required string MoreTitle { get; init; }
    public required string MoreLead { get; init; }
    public required string MoreLink { get; init; }
    public required string PartTitle { get; init; }
    public required string PartLead { get; init; }
    public required string PartLink { get; init; }
    public required string PartWhat { get; init; }
    public required string AskNothing { get; init; }
    public required string AskTalk { get; init; }
    public required string AskReportTogether { get; init; }
    public required string AskReportAlone { get; init; }
    public required string PartPolice { get; init; }
    public required string PartSend { get; init; }
    public required string DutyTitle { get; init; }
    public required string DutyLead { get; init; }
    public required string DutyNone { get; init; }
    public required string ShareAll { get; init; }
    public required string Unshare { get; init; }
    public required string UnshareSaid { get; init; }
    public required string FileTitle { get; init; }
    public required string FileLead { get; init; }
    public required string FileNone { get; init; }
    public required string FileGone { get; init; }
    public required string FileSince { get; init; }
    public required string FileClosed { get; init; }
    public required string FileName { get; init; }
    public required string FileReach { get; init; }
    public required string FileTongue { get; init; }
    public required string FileAge { get; init; }
    public required string FileNeeds { get; init; }
    public required string FileOwn { get; init; }
    public required string FileSafety { get; init; }
    public required string FileNumber { get; init; }
    public required string FileWrong { get; init; }
    public required string FileWrongLead { get; init; }
    public required string FileSend { get; init; }
    public required string FileSent { get; init; }
    public required string Yes { get; init; }
    public required string No { get; init; }
    public required string Untold { get; init; }
    public required string LookedTitle { get; init; }
    public required string LookedLead { get; init; }
    public required string LookedNone { get; init; }
    public required string LookedMore { get; init; }
    public required string LookedTold { get; init; }
    public required string LookedTo { get; init; }
    public required string LookedWhy { get; init; }
    public required string LookedOther { get; init; }
    public required string LookedLink { get; init; }
    public required string LookedOwn { get; init; }
    public required string AgreedTitle { get; init; }
    public required string AgreedLead { get; init; }
    public required string AgreedNone { get; init; }
    public required string AgreedTo { get; init; }
    public required string AgreedWhat { get; init; }
    public required string AgreedEnds { get; init; }
    public required string AgreedOver { get; init; }
    public required string AgreedBack { get; init; }
    public required string AgreedTake { get; init; }
    public required string AgreedTakes { get; init; }
    public required string TakenTitle { get; init; }
    public required string TakenNow { get; init; }
    public required string TakenNobody { get; init; }
    public required string TakenTold { get; init; }
    public required string TakenAsk { get; init; }
    public required string BroughtFrom { get; init; }
    public required string BroughtTakes { get; init; }
    public required string BroughtTold { get; init; }
    public required string BroughtAsk { get; init; }
    public required string EraseTitle { get; init; }
    public required string EraseLead { get; init; }
    public required string EraseAsk { get; init; }
    public required string EraseSee { get; init; }
    public required string EraseAsked { get; init; }
    public required string EraseGoes { get; init; }
    public required string EraseStays { get; init; }
    public required string EraseNothing { get; init; }
    public required string EraseWhy { get; init; }
    public required string EraseWhyOpen { get; init; }
    public required string EraseHeld { get; init; }
    public required string EraseWith { get; init; }
    public required string ErasePolice { get; init; }
    public required string EraseBack { get; init; }
    public required string EraseTaken { get; init; }
    public required string KnowTitle { get; init; }
    public required string KnowHere { get; init; }
    public required string KnowSee { get; init; }
    public required string KnowNo { get; init; }
    public required string KnowBack { get; init; }
    public required string KnowErase { get; init; }
    public required string KnowHelp { get; init; }
    public required string KnowLawyer { get; init; }
    public required string KnowYoung { get; init; }
    public required string KnowYoungLead { get; init; }
    public required string KnowDuty { get; init; }
    public required string KnowAlone { get; init; }
    public required string KnowAloneHow { get; init; }
    public required string KnowNumber { get; init; }
    public required string HopesTitle { get; init; }
    public required string HopesMine { get; init; }
    public required string HopesNone { get; init; }
    public required string HopesOld { get; init; }
    public required string HopesSilent { get; init; }
    public required string HopesRather { get; init; }
    public required string HopesDone { get; init; }
    public required string HopesOwn { get; init; }
    public required string HopesPick { get; init; }
    public required string HopesKeep { get; init; }
    public required string HopesNot { get; init; }
    public required string HopesChange { get; init; }
    public required string HopesChanging { get; init; }
    public required string HopesPolice { get; init; }
    public required string HopesStale { get; init; }
    public required string HopesTold { get; init; }
    public required string HopesHide { get; init; }
    public required string HopesShow { get; init; }
    public required string HelpTitle { get; init; }
    public required string HelpLead { get; init; }
    public required string HelpNone { get; init; }
    public required string HelpFor { get; init; }
    public required string HelpSince { get; init; }
    public required string HelpStop { get; init; }
    public required string HelpAsk { get; init; }
    public required string HelpOn { get; init; }
    public required string HelpOff { get; init; }
    public required string HelpGoes { get; init; }
    public required string HelpStopped { get; init; }
    public required string HelpCall { get; init; }
    public required string TreatedTitle { get; init; }
    public required string TreatedLead { get; init; }
    public required string TreatedNote { get; init; }
    public required string TreatedWho { get; init; }
    public required string TreatedSkip { get; init; }
    public required string TreatedLow { get; init; }
    public required string TreatedSend { get; init; }
    public required string TreatedSent { get; init; }
    public required string TreatedEmpty { get; init; }
    public required string TreatedChanged { get; init; }
    public required string TalksTitle { get; init; }
    public required string TalksLead { get; init; }
    public required string TalksNone { get; init; }
    public required string TalksSince { get; init; }
    public required string TalksSet { get; init; }
    public required string TalksOpen { get; init; }
    public required string TalksDone { get; init; }
    public required string TalksStop { get; init; }
    public required string TalksStops { get; init; }
    public required string TalksStopped { get; init; }
    public required string TalksOver { get; init; }
    public required IReadOnlyDictionary<Gate, string> Gates { get; init; }
    public required IReadOnlyDictionary<RestorativeStep, string> Steps { get; init; }
    public required string GoneTitle { get; init; }
    public required string GoneLead { get; init; }
    public required string FaultTitle { get; init; }
    public required string FaultLead { get; init; }
    public required string StaleTitle { get; init; }
    public required string StaleLead { get; init; }
    public required string LongTitle { get; init; }
    public required string LongLead { get; init; }
    public required string ManyTitle { get; init; }
    public required string ManyLead { get; init; }
    public required string OverTitle { get; init; }
    public required string OverLead { get; init; }
    public required IReadOnlyDictionary<ReferralState, string> States { get; init; }
    public required IReadOnlyDictionary<Honoring, string> Honored { get; init; }
    public required IReadOnlyDictionary<FeedbackItem, string> Marks { get; init; }
    public required IReadOnlyDictionary<string, string> Happened { get; init; }

    /// <summary>What the person did, as it is said to her or him.</summary>
    public required IReadOnlyDictionary<string, string> Mine { get; init; }
    public required IReadOnlyDictionary<string, string> Roles { get; init; }
    public required IReadOnlyDictionary<InformationKind, string> Kinds { get; init; }
    public required IReadOnlyDictionary<PurposeKind, string> Purposes { get; init; }
    public required IReadOnlyDictionary<Need, string> Needs { get; init; }
    public required IReadOnlyDictionary<ContactWay, string> Ways { get; init; }

    /// <summary>Languages by ISO 639-1 code; one that is not here is shown by its code.</summary>
    public required IReadOnlyDictionary<string, string> Tongues { get; init; }
    public required IReadOnlyDictionary<RecordKind, string> RecordKinds { get; init; }

    /// <summary>What the pages answer a person who asks what became of something.</summary>
    public required AnswerWords Answer { get; init; }

    /// <summary>The pages on which the person says yes.</summary>
    public required GivingWords Giving { get; init; }

    /// <summary>The words for an address: each language has addresses of its own, so that no cookie remembers it.</summary>
    public static Words Of(PathString path) => path.StartsWithSegments(Spanish.Prefix) ? Spanish : English;

    public static IReadOnlyList<Words> Languages => [English, Spanish];

    public static ValueTask<Words?> BindAsync(HttpContext context) => ValueTask.FromResult<Words?>(Of(context.Request.Path));

    /// <summary>An address in this language.</summary>
    public string At(string place) => place == "/" && Prefix.Length > 0 ? Prefix : Prefix + place;

    public override string ToString() => $"Words({Language})";
}
