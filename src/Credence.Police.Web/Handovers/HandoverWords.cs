using Credence.Consents;
using Credence.Police.Web.Roadside;
using Credence.Referrals;

namespace Credence.Police.Web.Handovers;

/// <summary>What the officer's pages of a handover call things; the person's own page has its words in <see cref="SigningWords"/>.</summary>
internal static class HandoverWords
{
    public static string Of(Need need) => RoadsideWords.Of(need);

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
