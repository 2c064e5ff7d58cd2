using System.Globalization;
using Credence.Police.Access;
using Credence.Police.Events;
using Credence.Record.Events;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Events;

/// <summary>The log: who did what, when and why, and whether it is whole.</summary>
internal static class EventPages
{
    private const int OnPage = 100;

    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/events", Read);
        inside.MapPost("/events/checked", Check);
    }

    private static async Task<IResult> Read(
        Asking asking, EventDesk desk, CancellationToken cancellation,
        string? before = null, string? kind = null, string? account = null, string? about = null, string? from = null, string? to = null)
    {
        long? place = long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return await Page(asking, desk, EventAddress.Filter(kind, account, about, from, to), place, [], cancellation);
    }

    private static async Task<IResult> Check(Asking asking, EventDesk desk, CancellationToken cancellation) =>
        await desk.Check(asking.Access, cancellation) is not { } check ? Answers.NotFound()
        : check.Holds ? Answers.See("/events")
        : await Page(asking, desk, new EventFilter(), null, check.Breaks, cancellation);

    private static async Task<IResult> Page(
        Asking asking, EventDesk desk, EventFilter filter, long? before, IReadOnlyList<ChainBreak> breaks, CancellationToken cancellation)
    {
        if (!asking.Access.May(PoliceAct.ReadEvents)) return Answers.NotFound();
        var checkedLog = await desk.LastCheck(asking.Access, cancellation);
        var accounts = await desk.Accounts(asking.Access, cancellation);
        var page = await desk.Read(asking.Access, filter, before, OnPage, cancellation);
        return Answers.Page<EventsPage>(new
        {
            asking.Access, Filter = filter, Events = page, HasMore = page.Count == OnPage, Accounts = accounts, Checked = checkedLog, Breaks = breaks,
        });
    }
}
