using Credence.Police.Access;
using Credence.Police.Review;
using Credence.Web;
using Microsoft.AspNetCore.Http;

namespace Credence.Police.Web.Pages;

/// <summary>Where one may go, by one's rights: a page that one may not see is not named.</summary>
internal static class Places
{
    /// <summary>Before pages of a place: whoever it is not named to does not find it.</summary>
    public static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Only(string place) => (invocation, next) =>
        invocation.HttpContext.Items[typeof(Asking)] is Asking asking && Of(asking.Access).Any(one => one.Place == place) ? next(invocation) : ValueTask.FromResult<object?>(Answers.NotFound());

    public static IEnumerable<(string Place, string Address, string Words)> Of(PoliceAccess access)
    {
        if (access.May(PoliceAct.SeeQueue)) yield return ("incidents", "/incidents", "Queue");
        if (access.May(PoliceAct.Search)) yield return ("search", "/search", "Search");
        if (ReviewDesk.MaySee(access)) yield return ("reviews", "/reviews", "Reviews");
        if (access.May(PoliceAct.KeepEncounter)) yield return ("roadside", "/roadside", "Roadside");
        if (access.May(PoliceAct.ReviewArrest)) yield return ("arrests", "/arrests", "Arrests");
        if (access.May(PoliceAct.AskApproach)) yield return ("approaches", "/approaches", "Contact");
        if (access.May(PoliceAct.AnswerApproach)) yield return ("sheets", "/sheets", "Put before you");
        if (access.May(PoliceAct.HandOver)) yield return ("handovers", "/handovers", "Handovers");
        if (access.May(PoliceAct.KeepEncounter)) yield return ("writing", "/writing", "Writing");
        if (access.May(PoliceAct.Import)) yield return ("imports", "/imports", "Import");
        if (access.May(PoliceAct.ReadEvents)) yield return ("events", "/events", "Log");
        if (access.May(PoliceAct.ReadEvents)) yield return ("exceptions", "/arrests/exceptions", "Exceptions");
        if (access.May(PoliceAct.ManageAccounts) || access.May(PoliceAct.Approve)) yield return ("team", "/team", "Team");
        if (access.May(PoliceAct.ManageAccounts) || access.May(PoliceAct.Approve)) yield return ("agency", "/agency", "Settings");
        if (access.May(PoliceAct.SeeQueue) || access.May(PoliceAct.ReadEvents) || access.May(PoliceAct.KeepStore)) yield return ("packs", "/packs", "Packs");
    }
}
