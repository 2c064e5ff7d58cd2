using System.Net;
using Credence.Police.Access;

namespace Credence.Record.Tests.Web;

/// <summary>Every endpoint of the host, as the host has them: nothing here is named by hand but what lies outside the door.</summary>
public class EndpointTests(FilledSite site) : IClassFixture<FilledSite>
{
    // Whoever opens another one to strangers says so here.
    private static readonly string[] Outside = ["/sign-in", "/sign-out", "/entry", "/setup", "/assets"];

    [Fact]
    public async Task Nothing_is_open_to_strangers_but_the_door()
    {
        var routes = site.Web.Routes;
        Assert.True(routes.Count > 40, $"Only {routes.Count} endpoints were found.");
        Assert.Equal([], routes.Where(route => !route.IsInside && !IsFallback(route) && !Outside.Any(place => route.Pattern == place || route.Pattern.StartsWith($"{place}/", StringComparison.Ordinal))).Select(route => route.ToString()));

        using var stranger = site.Web.Visitor();
        await stranger.Get("/sign-in");
        foreach (var route in routes.Where(route => route.IsInside))
        {
            var answer = await stranger.Send(route.Method, route.Address(Guid.NewGuid()), route.IsQuestion ? null : stranger.Form([]));
            Assert.Equal((route.ToString(), HttpStatusCode.Found, "/sign-in"), (route.ToString(), answer.Status, answer.Location));
        }

        Assert.Empty(site.Web.Unmannered.Keys);
    }

    [Fact]
    public async Task Signed_in_without_a_purpose_one_sees_no_page_of_the_record()
    {
        // A site of its own: who comes by a link ends the sessions that were there.
        await using var other = await Site.Make();
        using var visitor = await other.Web.Visitor().Enters(Cast.At(Cast.Riverton, PoliceRole.Supervisor).Account, purpose: null);
        foreach (var route in other.Web.Routes.Where(route => route.IsInside && route.Method == HttpMethod.Get && !route.Pattern.StartsWith("/account", StringComparison.Ordinal) && route.Pattern != "/purpose"))
            Assert.Equal((route.ToString(), "/purpose"), (route.ToString(), (await visitor.Get(route.Address(Guid.NewGuid()))).Location));
    }

    [Fact]
    public async Task Nothing_changes_without_the_token_of_a_page_whatever_the_role()
    {
        var visitors = await site.Everybody(Cast.Riverton);
        var before = await site.World.Everything();
        foreach (var route in site.Web.Routes.Where(route => !route.IsQuestion))
        {
            var refused = 0;
            foreach (var visitor in visitors)
            {
                visitor.Token = null;
                using var form = visitor.Form(route.Form(Guid.NewGuid()));
                var answer = await visitor.Send(route.Method, route.Address(Guid.NewGuid()), form);
                Assert.True(answer.Status == HttpStatusCode.BadRequest || (route.LooksItself && answer.Status == HttpStatusCode.NotFound), $"{route}: {answer}");
                if (answer.Status == HttpStatusCode.BadRequest) refused++;
            }

            Assert.True(refused > 0, $"{route} asked nobody for a token.");
        }

        Assert.Equal(before, await site.World.Everything());
        Assert.Empty(site.Web.Said);
        Assert.Empty(site.Web.Unmannered.Keys);
    }

    [Fact]
    public async Task Every_answer_to_every_role_keeps_its_manners_and_no_address_made_up_is_a_fault()
    {
        var ids = await site.Ids(Cast.Riverton);
        foreach (var visitor in await site.Everybody(Cast.Riverton))
        {
            foreach (var route in site.Web.Routes.Where(route => route.IsQuestion))
            {
                foreach (var id in route.TakesAnId ? ids.Append(Guid.NewGuid()) : [Guid.NewGuid()]) await Asks(visitor, route, id);
                await Asks(visitor, route with { Method = HttpMethod.Head }, ids[0]);
                await visitor.Get($"{route.Address(Guid.NewGuid()).TrimEnd('/')}/..%2f..%2fetc?before=x&skip=-9&after=1_2&from=9999-99-99&level=7");
            }
        }

        Assert.Empty(site.Web.Said);
        Assert.Empty(site.Web.Unmannered.Keys);

        static async Task Asks(Visitor visitor, Route route, Guid id)
        {
            var answer = await visitor.Send(route.Method, route.Address(id));
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.SeeOther or HttpStatusCode.MethodNotAllowed, $"{route}: {answer}");
        }
    }

    [Fact]
    public async Task Another_agency_s_ids_are_answered_as_ids_that_do_not_exist_and_change_nothing()
    {
        var (ids, others) = (await site.Ids(Cast.Riverton), await site.Everybody(Cast.Lakeside));
        var own = await site.Everybody(Cast.Riverton);
        var (before, told) = (await site.RowsOf(Cast.Riverton), 0);
        foreach (var route in site.Web.Routes.Where(route => route.IsInside && (route.TakesAnId || route.TakesANumber)))
        {
            foreach (var visitor in others)
            {
                var nothing = await Asks(visitor, route, Guid.NewGuid(), 7_777_777);
                foreach (var id in route.TakesAnId ? ids : [Guid.NewGuid()])
                {
                    var answer = await Asks(visitor, route, id, 7_777_778);
                    Assert.True((nothing.Status, nothing.Body.Length) == (answer.Status, answer.Body.Length), $"{route}: {nothing}, with an id of another agency {answer}");
                }

                if (route.TakesANumber)
                    foreach (var number in await site.Numbers())
                    {
                        var (one, other) = (await Asks(visitor, route, Guid.NewGuid(), number), await Asks(visitor, route, Guid.NewGuid(), 9));
                        Assert.True((one.Status, one.Body.Length) == (other.Status, other.Body.Length), $"{route}: {other}, with a number of another agency {one}");
                    }
            }
        }

        Assert.Equal([], before.Except(await site.RowsOf(Cast.Riverton)).Concat((await site.RowsOf(Cast.Riverton)).Where(row => !row.StartsWith("events", StringComparison.Ordinal) && !before.Contains(row))));
        // To its own agency the same id tells something, for pages that are read.
        foreach (var route in site.Web.Routes.Where(route => route.IsInside && route.TakesAnId && route.Method == HttpMethod.Get))
            foreach (var visitor in own)
                foreach (var id in ids)
                    if ((await Asks(visitor, route, id, 1)).Status == HttpStatusCode.OK) told++;
        Assert.True(told > 3, $"Only {told} ids told their own agency anything.");
        Assert.Empty(site.Web.Said);
    }

    private static bool IsFallback(Route route) => route.Endpoint.Order == int.MaxValue;

    private static async Task<Answered> Asks(Visitor visitor, Route route, Guid id, long number)
    {
        if (route.IsQuestion) return await visitor.Send(route.Method, route.Address(id, number));
        using var form = visitor.Form(route.Form(id));
        return await visitor.Send(route.Method, route.Address(id, number), form);
    }
}
