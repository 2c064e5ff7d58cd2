using Credence.Consents;
using Credence.Referrals;

namespace Credence.Web;

/// <summary>What the pages of those who help call needs, consents and referrals; a page that the person reads has words of its own.</summary>
public static class HelpWords
{
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

    public static string Of(Urgency urgency) => urgency switch
    {
        Urgency.Now => "now",
        Urgency.Soon => "within days",
        _ => "when there is time",
    };

    public static string Of(ContactWay way) => way switch
    {
        ContactWay.Call => "By telephone",
        ContactWay.Text => "By text message",
        ContactWay.Email => "By e-mail",
        ContactWay.InPerson => "In person, at a place (tells where the person is)",
        _ => "Through somebody the person trusts",
    };

    public static string Of(ServiceKind service) => service switch
    {
        ServiceKind.Advocacy => "an advocate",
        ServiceKind.Shelter => "a bed",
        ServiceKind.Medical => "a doctor or dentist",
        ServiceKind.SexualAssaultCare => "care after a sexual assault",
        ServiceKind.PartnerViolenceCare => "care after violence by a partner",
        ServiceKind.ReproductiveCare => "pregnancy",
        ServiceKind.MentalHealth => "somebody to talk to",
        ServiceKind.SubstanceUse => "help with drugs or alcohol",
        ServiceKind.Legal => "a lawyer",
        _ => "school, work or training",
    };

    public static string Of(ParentStanding parent) => parent switch
    {
        ParentStanding.Safe => "One is there whom nobody suspects",
        ParentStanding.Suspected => "Those who are there are suspected",
        ParentStanding.None => "None can be reached safely",
        _ => "Not asked yet",
    };

    public static string Of(Interpreter interpreter) => interpreter switch
    {
        Interpreter.NotNeeded => "Nobody: it was the person's own language",
        Interpreter.Independent => "An independent interpreter",
        _ => "Somebody who came with the person",
    };

    public static string Of(InformationKind kind) => kind switch
    {
        InformationKind.Identity => "what to call the person",
        InformationKind.Contact => "how to reach the person",
        InformationKind.Location => "where the person is",
        InformationKind.Age => "whether under 18",
        InformationKind.Language => "language",
        InformationKind.Needs => "needs",
        InformationKind.Safety => "what to take care of",
        InformationKind.IncidentNumber => "the number of the incident",
        _ => EnumWord.Of(kind).Replace('-', ' '),
    };

    public static string Of(ReferralState state) => EnumWord.Of(state).Replace('-', ' ');
}
