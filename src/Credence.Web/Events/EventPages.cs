using System.Globalization;
using Credence.Record.Access;
using Credence.Record.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Credence.Web.Events;

/// <summary>The log: who did what, when and why, and whether it is whole.</summary>
public static class EventPages
{
    private const int OnPage = 100;

    /// <summary>Maps them for one side.</summary>
    /// <param name="inside">Behind the door.</param>
    /// <param name="may">Whether one may read the log.</param>
    public static void Map<TAccess>(IEndpointRouteBuilder inside, Func<TAccess, bool> may) where TAccess : RecordAccess => new Of<TAccess>(may).Map(inside);

    private sealed class Of<TAccess>(Func<TAccess, bool> may) where TAccess : RecordAccess
    {
        public void Map(IEndpointRouteBuilder inside)
        {
            inside.MapGet("/events", Read);
            inside.MapPost("/events/checked", Check);
        }

        private async Task<IResult> Read(
            Asking<TAccess> asking, IEventLog<TAccess> desk, Side side, CancellationToken cancellation,
            string? before = null, string? kind = null, string? account = null, string? about = null, string? from = null, string? to = null)
        {
            long? place = long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
            return await Page(asking, desk, EventAddress.Filter(side.EventWords, kind, account, about, from, to), place, [], cancellation);
        }

        private async Task<IResult> Check(Asking<TAccess> asking, IEventLog<TAccess> desk, CancellationToken cancellation) =>
            await desk.Check(asking.Access, cancellation) is not { } check ? Answers.NotFound()
            : check.Holds ? Answers.See("/events")
            : await Page(asking, desk, new EventFilter(), null, check.Breaks, cancellation);

        private async Task<IResult> Page(
            Asking<TAccess> asking, IEventLog<TAccess> desk, EventFilter filter, long? before, IReadOnlyList<ChainBreak> breaks, CancellationToken cancellation)
        {
            if (!may(asking.Access)) return Answers.NotFound();
            var checkedLog = await desk.LastCheck(asking.Access, cancellation);
            var accounts = await desk.Accounts(asking.Access, cancellation);
            var page = await desk.Read(asking.Access, filter, before, OnPage, cancellation);
            return Answers.Page<EventsPage>(new
            {
                Access = (RecordAccess)asking.Access, Filter = filter, Events = page, HasMore = page.Count == OnPage, Accounts = accounts, Checked = checkedLog, Breaks = breaks,
            });
        }
    }
}
