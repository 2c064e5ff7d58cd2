using Credence.Care.Access;
using Credence.Web;
using Microsoft.AspNetCore.Http;

namespace Credence.Care.Web.Pages;

/// <summary>Where one may go, by one's rights: a page that one may not see is not named.</summary>
internal static class Places
{
    /// <summary>Before pages of a place: whoever it is not named to does not find it.</summary>
    public static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Only(string place) => Askers.Only<CareAccess>(Of, place);

    public static IEnumerable<Place> Of(CareAccess access)
    {
        if (access.May(CareAct.TakeIn)) yield return new("inbox", "/inbox", "Inbox");
        if (access.May(CareAct.OpenPerson)) yield return new("persons", "/persons", "Persons");
        if (access.May(CareAct.Refer)) yield return new("referrals", "/referrals", "Referrals");
        if (access.May(CareAct.ReadDirectory)) yield return new("directory", "/directory", "Directory");
        if (access.May(CareAct.TakeIn)) yield return new("duties", "/duties", "Duties");
        if (access.May(CareAct.ReadStatement)) yield return new("statements", "/statements", "Statements");
        if (access.May(CareAct.CountFeedback)) yield return new("feedback", "/feedback", "Feedback");
        if (access.May(CareAct.Approve)) yield return new("erasure", "/erasure", "Erasure");
        if (access.May(CareAct.ReadEvents)) yield return new("events", "/events", "Log");
        if (access.May(CareAct.ManageAccounts) || access.May(CareAct.Approve)) yield return new("team", "/team", "Team");
        if (access.May(CareAct.ManageAccounts) || access.May(CareAct.Approve)) yield return new("agency", "/agency", "Settings");
        if (access.May(CareAct.ManageAccounts)) yield return new("reach", "/reach", "Reaching you");
    }
}
