using Credence.Care.Persons;
using Credence.Care.Statements;
using Credence.Directories;
using Credence.Consents;
using Credence.Record.Retention;
using Credence.Referrals;
using Credence.Statements;

namespace Credence.Care.Web.Pages;

/// <summary>What the pages of providers call things.</summary>
internal static class CareWords
{
    /// <summary>What one calls a person by in a list: an end of the number, never a name.</summary>
    public static string Reference(Credence.Record.Access.PersonId person) => FileReference.Of(person);

    /// <summary>A word of a closed list, such as within days.</summary>
    public static string Of<T>(T value) where T : struct, Enum => EnumWord.Of(value).Replace('-', ' ');

    /// <summary>What a person may have told of.</summary>
    public static string Of(Ground ground) => ground switch
    {
        Ground.Identity => "Who the person is",
        Ground.Recruitment => "How it began: an offer, a promise",
        Ground.Movement => "How the person came here",
        Ground.Work => "The work or the acts, where and when",
        Ground.Control => "What kept the person there",
        Ground.Money => "Money, debts, wages",
        Ground.Violence => "Violence",
        Ground.Papers => "Papers, telephones, accounts",
        Ground.Others => "Who was involved",
        Ground.Leaving => "How it ended",
        Ground.Harm => "What it has done to the person",
        _ => "Something else",
    };

    /// <summary>What was done with a file, as its page of what was done says it; the event's own word where there is no better one.</summary>
    public static string Happened(string what) => what switch
    {
        "person.taken-in" => "file begun",
        "person.opened" => "first page of the file read",
        "person.amended" => "first page of the file changed",
        "person.closed" => "file closed",
        "person.timeline-opened" => "this page read",
        "person.released" => "something told, by a consent",
        "person.released-under-law" => "something told, under a law",
        "person.released-untold" => "something told, under a law, and the person not told yet",
        "person.told" => "the person told of what a law compelled",
        "person.exported" => "what may be told copied, by a consent",
        "police.told" => "police told, by a consent",
        "wishes.told-police" => "police told a wish, by a consent",
        _ => what.Replace('.', ' ').Replace('-', ' '),
    };

    public static string Of(Purpose purpose) => purpose switch
    {
        Purpose.Referral => "to arrange help",
        Purpose.SafetyPlanning => "to plan for safety",
        Purpose.Investigation => "to investigate or prosecute",
        Purpose.ImmigrationRelief => "for immigration relief",
        Purpose.Compensation => "for compensation or restitution",
        Purpose.RecordRelief => "to clear the person's own record",
        Purpose.LegalHelp => "to be represented by counsel",
        _ => "to tell how the person was treated",
    };

    /// <summary>How a consent was given, after who gave it.</summary>
    public static string Of(ConsentForm form) => form switch
    {
        ConsentForm.Paper => "on paper",
        ConsentForm.Screen => "on a screen here",
        _ => "in spoken words",
    };

    public static string Of(Direction direction) => direction switch
    {
        Direction.CareToPolice => "police",
        Direction.CareToCare => "another provider",
        Direction.CareToOther => "somebody else",
        _ => "from police",
    };

    public static string Of(InformationKind kind) => kind switch
    {
        InformationKind.Identity or InformationKind.Contact or InformationKind.Location or InformationKind.Age or InformationKind.Language or InformationKind.Needs or InformationKind.Safety
            or InformationKind.IncidentNumber => Credence.Web.HelpWords.Of(kind),
        InformationKind.Health => "health",
        InformationKind.Immigration => "immigration",
        InformationKind.Statement => "a statement, or a part of it",
        InformationKind.Wishes => "wishes",
        InformationKind.ReferralState => "that the person is served, and how far a referral is",
        InformationKind.Services => "what was done for the person",
        InformationKind.Evidence => "papers, pictures, messages",
        _ => "how the person was treated",
    };

    /// <summary>What the person asks with a statement.</summary>
    public static string Of(StatementAsk ask) => ask switch
    {
        StatementAsk.Talk => "The person wants to talk with somebody.",
        StatementAsk.ReportTogether => "The person wants to report it to police, with somebody of yours there.",
        StatementAsk.ReportAlone => "The person wants to report it alone, and to hear how.",
        StatementAsk.Correct => "The person wants something in the file set right.",
        _ => "The person asks that it is read, and no more.",
    };

    /// <summary>How far somebody here is with a statement.</summary>
    public static string Of(SharedStatement one) => one.IsAnswered ? "It was answered." : one.IsRead ? "It was read, and not answered here." : "Nobody has read it yet.";

    public static string Of(CapacityState state) => state switch
    {
        CapacityState.Open => "there is room",
        CapacityState.Waitlist => "a waiting list",
        CapacityState.Full => "full",
        _ => "room not known",
    };

    public static string Of(EligibilityCode code) => code switch
    {
        EligibilityCode.Minor => "is under 18",
        EligibilityCode.Male => "is a man or a boy",
        EligibilityCode.Pregnant => "is pregnant",
        EligibilityCode.WithChildren => "brings children",
        EligibilityCode.NoId => "has no identity document",
        _ => "does not want to be asked for an immigration status",
    };

    public static string Of(HoldReason reason) => reason switch
    {
        HoldReason.CriminalCase => "a criminal case is pending or expected",
        HoldReason.CivilSuit => "a civil suit is pending or expected",
        HoldReason.CourtOrder => "a court ordered it",
        HoldReason.RecordsRequest => "somebody asked for the record under a law, and the answer is due",
        HoldReason.Inquiry => "an audit or an inquiry",
        _ => "the person needs it, for relief, compensation or clearing an own record",
    };

    public static string Of(Answering answering) => answering switch
    {
        Answering.NotAsked => "not asked",
        Answering.NoAnswer => "asked, no answer",
        Answering.DeclinedToAnswer => "would rather not say",
        _ => "answered",
    };

    public static string Of(Extent extent) => extent switch
    {
        Extent.Not => "not met",
        Extent.Partly => "met in part",
        _ => "met",
    };

    public static string Of(DeclineReason reason) => reason switch
    {
        DeclineReason.NotSaid => "no reason said",
        DeclineReason.NoRoom => "no room",
        DeclineReason.MoreToAsk => "it has to look closer first",
        DeclineReason.OtherAge => "it takes other ages",
        DeclineReason.OtherGender => "it takes another gender",
        DeclineReason.ChildrenNotTaken => "no children along",
        DeclineReason.OtherService => "another service than is needed",
        DeclineReason.OtherArea => "it serves another area",
        DeclineReason.CareBeyondIt => "it cannot give the care that is needed",
        DeclineReason.LanguageNotSpoken => "nobody speaks the language",
        DeclineReason.NotSafeThere => "the person would not be safe there",
        DeclineReason.NoFunding => "no money for it",
        DeclineReason.NoInsurance => "it asks for a health insurance",
        DeclineReason.NoDocument => "it asks for an identity document",
        DeclineReason.ImmigrationStatus => "it sees the immigration status in the way",
        _ => "it could not reach the person",
    };
}
