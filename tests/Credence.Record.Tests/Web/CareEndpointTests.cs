using System.Net;
using Credence.Care.Access;
using Credence.Record.Access;
using Credence.Record.Tests.Care;
using Credence.Record.Tests.Walk;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Web;

/// <summary>Every endpoint of the host of the service record, as the host has them.</summary>
public sealed class CareEndpointTests : IAsyncLifetime
{
    // The directory is for anybody, and a provider without an account answers by a link.
    private static readonly string[] Outside = ["/sign-in", "/sign-out", "/entry", "/setup", "/assets", "/hsds", "/referral"];

    private Workplace? _workplace;
    private CareWorld? _world;
    private CareWeb? _web;

    private CareWorld World => _world!;

    private CareWeb Web => _web!;

    public async ValueTask InitializeAsync()
    {
        _workplace = await Workplace.Make(DatabaseKind.Sqlite);
        _world = await CareWorld.Make(_workplace);
        _web = await CareWeb.Start(World.Record);
    }

    [Fact]
    public async Task Nothing_is_open_to_strangers_but_the_door_the_directory_and_links()
    {
        var routes = Web.Routes;
        Assert.True(routes.Count > 60, $"Only {routes.Count} endpoints were found.");
        Assert.Equal([], routes.Where(route => !route.IsInside && route.Endpoint.Order != int.MaxValue
            && !Outside.Any(place => route.Pattern == place || route.Pattern.StartsWith($"{place}/", StringComparison.Ordinal))).Select(route => route.ToString()));

        using var stranger = Web.Visitor();
        await stranger.Get("/sign-in");
        foreach (var route in routes.Where(route => route.IsInside))
        {
            var answer = await stranger.Send(route.Method, route.Address(Guid.NewGuid()), route.IsQuestion ? null : stranger.Form([]));
            Assert.Equal((route.ToString(), HttpStatusCode.Found, "/sign-in"), (route.ToString(), answer.Status, answer.Location));
        }

        Assert.Empty(Web.Unmannered.Keys);
    }

    [Fact]
    public async Task Nothing_changes_without_the_token_of_a_page_whatever_the_role()
    {
        var visitors = await Everybody(CareCast.Harbor);
        var before = await World.Everything();
        foreach (var route in Web.Routes.Where(route => !route.IsQuestion))
            foreach (var visitor in visitors)
            {
                visitor.Token = null;
                using var form = visitor.Form(route.Form(Guid.NewGuid()));
                var answer = await visitor.Send(route.Method, route.Address(Guid.NewGuid()), form);
                Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{route}: {answer}");
            }

        Assert.Equal(before, await World.Everything());
        Assert.Empty(Web.Said);
        Assert.Empty(Web.Unmannered.Keys);
    }

    [Fact]
    public async Task Every_answer_to_every_role_keeps_its_manners_and_no_address_made_up_is_a_fault()
    {
        var ids = await Ids(CareCast.Harbor);
        var told = 0;
        foreach (var visitor in await Everybody(CareCast.Harbor))
            foreach (var route in Web.Routes.Where(route => route.IsQuestion))
            {
                foreach (var id in route.TakesAnId ? ids.Append(Guid.NewGuid()) : [Guid.NewGuid()])
                {
                    var answer = await visitor.Send(route.Method, route.Address(id));
                    Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.SeeOther or HttpStatusCode.MethodNotAllowed, $"{route}: {answer}");
                    if (route.TakesAnId && answer.Status == HttpStatusCode.OK) told++;
                }

                await visitor.Get($"{route.Address(Guid.NewGuid()).TrimEnd('/')}/..%2f..%2fetc?before=x&skip=-9&lang=7&closed=2");
            }

        Assert.True(told > 30, $"Only {told} ids told their own organization anything.");
        Assert.Empty(Web.Said);
        Assert.Empty(Web.Unmannered.Keys);
    }

    [Fact]
    public async Task Another_organization_s_ids_are_answered_as_ids_that_do_not_exist_and_change_nothing()
    {
        var (ids, others) = (await Ids(CareCast.Harbor), await Everybody(CareCast.Meadow));
        var before = await Rows(CareCast.Harbor);
        foreach (var route in Web.Routes.Where(route => route.IsInside && route.TakesAnId))
            foreach (var visitor in others)
            {
                var nothing = await Asks(visitor, route, Guid.NewGuid());
                foreach (var id in ids)
                {
                    var answer = await Asks(visitor, route, id);
                    Assert.True(nothing == answer, $"{route}: {nothing}, with an id of another organization {answer}");
                }
            }

        Assert.Equal([], before.Except(await Rows(CareCast.Harbor)));
        Assert.Empty(Web.Said);
    }

    public async ValueTask DisposeAsync()
    {
        await Web.DisposeAsync();
        await _workplace!.DisposeAsync();
    }

    private static async Task<string> Asks(Visitor visitor, Route route, Guid id)
    {
        var told = new List<string>();
        foreach (var address in route.Addresses(id))
        {
            var fields = route.Form(id).Concat(route.TakesAWholeForm ? [("person", id.ToString()), ("wish", id.ToString()), ("referral", id.ToString()), ("token", id.ToString()), ("need-Shelter", "Now")] : []);
            var answer = await visitor.Send(route.Method, address, route.IsQuestion ? null : visitor.Form(fields));
            told.Add($"{(int)answer.Status} {answer.Body.Length}");
        }

        return string.Join(", ", told);
    }

    private async Task<IReadOnlyList<Visitor>> Everybody(OrganizationId provider)
    {
        var visitors = new List<Visitor>();
        foreach (var role in Enum.GetValues<CareRole>()) visitors.Add(await Web.Visitor().Enters(CareCast.At(provider, role).Account, PurposeKind.Help));
        return visitors;
    }

    private async Task<IReadOnlyList<string>> Rows(OrganizationId provider) =>
        [.. (await World.Everything()).Where(row => row.Contains(provider.Value.ToString(), StringComparison.OrdinalIgnoreCase) && !row.StartsWith("sign_ins", StringComparison.Ordinal))];

    // Persons, handovers, consents, statements and whatever else has an id of its own.
    private async Task<IReadOnlyList<Guid>> Ids(OrganizationId provider)
    {
        await using var rows = World.Record.Enter(Scope.Steward);
        var persons = await rows.Everything<Credence.Care.Persons.RecordedPerson>().Where(row => row.Organization == provider).Select(row => row.Person).ToListAsync();
        var handovers = await rows.Everything<Credence.Care.Handovers.ReceivedHandover>().Where(row => row.Organization == provider).Select(row => row.Id).ToListAsync();
        var consents = await rows.Everything<Credence.Care.Consents.RecordedConsent>().Where(row => row.Organization == provider).Select(row => row.Id).ToListAsync();
        var statements = await rows.Everything<Credence.Care.Statements.RecordedStatement>().Where(row => row.Organization == provider).Select(row => row.Id).ToListAsync();
        var referrals = await rows.Everything<Credence.Care.Referrals.RecordedReferral>().Where(row => row.Organization == provider).Select(row => row.Id).ToListAsync();
        var releases = await rows.Everything<Credence.Care.Releases.LegalRelease>().Where(row => row.Organization == provider).Select(row => row.Id).ToListAsync();
        Guid[] ids = [.. persons.Select(one => one.Value), .. handovers.Select(one => one.Value), .. consents.Select(one => one.Value), .. statements.Select(one => one.Value), .. referrals.Select(one => one.Value), .. releases];
        Assert.True(ids.Length > 8, $"Only {ids.Length} ids were found.");
        return ids;
    }
}
