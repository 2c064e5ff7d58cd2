using System.Globalization;
using Credence.Police.Access;
using Credence.Police.Events;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Events;

/// <summary>The log: who did what, when and why.</summary>
internal static class EventPages
{
    private const int OnPage = 100;

    public static void Map(IEndpointRouteBuilder inside) => inside.MapGet("/events", Read);

    private static async Task<IResult> Read(Asking asking, EventDesk desk, CancellationToken cancellation, string? before = null)
    {
        if (!asking.Access.May(PoliceAct.ReadEvents)) return Answers.NotFound();
        long? place = long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var page = await desk.Read(asking.Access, place, OnPage, cancellation);
        return Answers.Page<EventsPage>(new { asking.Access, Events = page, HasMore = page.Count == OnPage });
    }
}
