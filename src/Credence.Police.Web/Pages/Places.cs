using Credence.Police.Access;
using Credence.Web;
using Microsoft.AspNetCore.Http;

namespace Credence.Police.Web.Pages;

/// <summary>Where one may go, by one's rights: a page that one may not see is not named.</summary>
internal static class Places
{
    /// <summary>Before pages of a place: whoever it is not named to does not find it.</summary>
    public static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Only(string place) => Askers.Only<PoliceAccess>(Of, place);

    public static IEnumerable<Place> Of(PoliceAccess access)
    {
        if (access.May(PoliceAct.SeeQueue)) yield return new("incidents", "/incidents", "Queue");
        if (access.May(PoliceAct.Search)) yield return new("search", "/search", "Search");
        if (access.SeesReviews) yield return new("reviews", "/reviews", "Reviews");
        if (access.May(PoliceAct.KeepEncounter)) yield return new("roadside", "/roadside", "Roadside");
        if (access.May(PoliceAct.ReviewArrest)) yield return new("arrests", "/arrests", "Arrests");
        if (access.May(PoliceAct.AskApproach)) yield return new("approaches", "/approaches", "Contact");
        if (access.May(PoliceAct.AnswerApproach)) yield return new("sheets", "/sheets", "Put before you");
        if (access.May(PoliceAct.HandOver)) yield return new("handovers", "/handovers", "Handovers");
        if (access.May(PoliceAct.KeepEncounter)) yield return new("writing", "/writing", "Writing");
        if (access.May(PoliceAct.Practice)) yield return new("training", "/training", "Training");
        if (access.May(PoliceAct.Import)) yield return new("imports", "/imports", "Import");
        if (access.May(PoliceAct.ReadEvents)) yield return new("events", "/events", "Log");
        if (access.May(PoliceAct.ReadEvents)) yield return new("exceptions", "/arrests/exceptions", "Exceptions");
        if (access.May(PoliceAct.CountMeasures)) yield return new("measures", "/measures", "Measures");
        if (access.May(PoliceAct.ManageAccounts) || access.May(PoliceAct.Approve)) yield return new("team", "/team", "Team");
        if (access.May(PoliceAct.ManageAccounts) || access.May(PoliceAct.Approve)) yield return new("agency", "/agency", "Settings");
        if (access.May(PoliceAct.SeeQueue) || access.May(PoliceAct.ReadEvents) || access.May(PoliceAct.KeepStore)) yield return new("packs", "/packs", "Packs");
    }
}
