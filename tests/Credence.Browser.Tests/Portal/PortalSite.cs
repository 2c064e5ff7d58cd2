using System.Net;
using Credence.Care.Access;
using Credence.Care.Cards;
using Credence.Care.Files;
using Credence.Care.Persons;
using Credence.Care.Statements;
using Credence.Care.Storage;
using Credence.Care.Wishes;
using Credence.Portal;
using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Referrals;
using Credence.Testing;
using Credence.Wishes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Portal;

/// <summary>A clock that a test moves.</summary>
internal sealed class MovedClock : TimeProvider
{
    private TimeSpan _moved;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _moved;

    public void Move(TimeSpan by) => _moved += by;
}

/// <summary>The portal of an invented provider, on a port of this machine; everything is removed when it is done.</summary>
internal sealed class PortalSite : IAsyncDisposable
{
    public const string Secret = "a quiet walk by the lake";

    private readonly string _folder;
    private readonly WebApplication _host;
    private readonly HttpListener _elsewhere;

    private PortalSite(string folder, RecordStore<CareContext> record, WebApplication host, HttpListener elsewhere, Uri address, List<string> said) =>
        (_folder, Record, _host, _elsewhere, Address, Said) = (folder, record, host, elsewhere, address, said);

    public RecordStore<CareContext> Record { get; }

    public Uri Address { get; }

    /// <summary>Another site, where quick leave leads: another name of this machine.</summary>
    public Uri Neutral => new(_elsewhere.Prefixes.Single());

    public IReadOnlyList<string> Said { get; }

    public static async Task<PortalSite> Start(TimeProvider? clock = null)
    {
        var folder = Directory.CreateTempSubdirectory("credence-portal-").FullName;
        var place = Path.Combine(folder, "care.db");
        var record = await CareRecord.Open(new RecordPlace.EmbeddedFile(place), new KeyFolder($"{place}.keys"), clock ?? TimeProvider.System, default);
        await Founding.Of(
            record, OrganizationKind.ServiceProvider, "Harbor House", null, [(nameof(CareRole.ProviderLead), "lead-1"), (nameof(CareRole.Advocate), "adv-1")], default);
        var organization = (await SurvivorDoor.OrganizationOf(record, null, default))!;
        var said = new List<string>();
        var end = new IPEndPoint(IPAddress.Loopback, IPagesSite.FreePort());
        var address = new Uri($"http://localhost:{end.Port}");
        var elsewhere = Elsewhere();
        var portal = Credence.Portal.Portal.Of(organization.Name, new Uri(elsewhere.Prefixes.Single()), "us-ma", Cast.Packs);
        var host = PortalHost.Build(record, organization.Id, portal, new Passphrases(1), end, address, said.Add);
        await host.StartAsync();
        return new PortalSite(folder, record, host, elsewhere, address, said);
    }

    public async Task<CareAccess> Advocate() =>
        (await new CareDoor(Record).Enter((await Steward.Of(Record).FindAccount("adv-1", default))!.Id, Purpose.Of(PurposeKind.Help), default))!;

    /// <summary>A card for a person whom the advocate takes in.</summary>
    public async Task<string> Card()
    {
        var advocate = await Advocate();
        var sheet = new FaceSheet { CalledName = "Rosa (invented)", Language = "es", IsUnder18 = false, Needs = [new NeededHelp(Need.Shelter, Urgency.Now)], Safety = "Do not call at night." };
        var person = await new PersonDesk(Record).TakeIn(advocate, sheet, default);
        var (talks, process) = (new RestorativeDesk(Record), Guid.NewGuid());
        foreach (var gate in (Gate[])[Gate.PersonWants, Gate.FacilitatorIndependent, Gate.RightToStopTold, Gate.ConfidentialityTold])
            Assert.IsType<FileAnswer.Kept>(await talks.Meet(advocate, person!.Value, process, gate, "the facilitator", default));
        Assert.IsType<FileAnswer.Kept>(await talks.Take(advocate, person!.Value, process, RestorativeStep.Preparation, null, default));
        return Assert.IsType<CardAnswer.Made>(await new CardDesk(Record).Make(advocate, person!.Value, default)).Code;
    }

    /// <summary>What the advocate sees of what persons share.</summary>
    public async Task<IReadOnlyList<SharedStatement>> Shared() => await new StatementDesk(Record).Shared(await Advocate(), default);

    /// <summary>The words of a shared statement, as the advocate reads them.</summary>
    public async Task<string?> Opens(StatementId statement) => (await new StatementDesk(Record).Open(await Advocate(), statement, default))?.Words;

    /// <summary>The advocate answers it.</summary>
    public async Task Replies(StatementId statement, string words) => Assert.IsType<ReplyAnswer.Written>(await new StatementDesk(Record).Reply(await Advocate(), statement, words, default));

    public string At(string address) => new Uri(Address, address).ToString();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
        _elsewhere.Close();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static HttpListener Elsewhere()
    {
        var listener = new HttpListener { Prefixes = { $"http://127.0.0.1:{IPagesSite.FreePort()}/" } };
        listener.Start();
        _ = Answer();
        return listener;

        async Task Answer()
        {
            try
            {
                while (true)
                {
                    var asked = await listener.GetContextAsync();
                    asked.Response.ContentType = "text/html";
                    asked.Response.Close("<!DOCTYPE html><title>Weather</title><p>Sunny"u8.ToArray(), willBlock: false);
                }
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // The site is closed.
            }
        }
    }
}

/// <summary>Somebody at a browser who sees the portal.</summary>
internal static class PortalGuest
{
    /// <summary>Sets a passphrase on the page that is open, and learns the words.</summary>
    public static async Task<string> SetsPassphrase(this IPage page)
    {
        await page.Locator("input[name=passphrase]").FillAsync(PortalSite.Secret);
        await page.Locator("input[name=again]").FillAsync(PortalSite.Secret);
        await page.Locator("main button").ClickAsync();
        var words = await page.Locator(".words").InnerTextAsync();
        await page.Locator("main button").ClickAsync();
        await page.WaitForURLAsync("**/home");
        return words;
    }

    public static async Task ComesBack(this IPage page, PortalSite site, string words)
    {
        await page.GotoAsync(site.At("/back"));
        await page.Locator("input[name=words]").FillAsync(words);
        await page.Locator("input[name=passphrase]").FillAsync(PortalSite.Secret);
        await page.Locator("main button").ClickAsync();
        await page.WaitForURLAsync("**/home");
    }
}
