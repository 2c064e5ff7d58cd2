using System.Text;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

/// <summary>An officer at the roadside where there is no connection.</summary>
public class RoadsideOfflineTests(Chromium chromium)
{
    private readonly bool _isLong = LongRun.Asked();

    [Fact]
    public async Task What_is_answered_without_a_connection_outlives_the_tab_and_comes_into_the_record_once()
    {
        await using var site = await PoliceSite.Start();
        var page = await Ready(site);
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync(At(site, "/roadside"));
        Assert.EndsWith("/roadside/offline", page.Url, StringComparison.Ordinal);
        await Answers(page);
        await page.CloseAsync();

        var later = await page.Context.NewPageAsync();
        await later.GotoAsync(At(site, "/roadside/offline"));
        await later.GetByRole(AriaRole.Button, new() { Name = "Go on with it" }).ClickAsync();
        Assert.True(await later.Locator("input[name=item-papers][value=Yes]").IsCheckedAsync());
        Assert.Contains("possible victim until a person has decided", await later.Locator(".means").InnerTextAsync(), StringComparison.Ordinal);
        await later.Locator("select[name=need-Shelter]").SelectOptionAsync("Accepted");
        await later.GetByRole(AriaRole.Button, new() { Name = "Ready: send when there is a connection" }).ClickAsync();
        await later.GetByText("There is no connection. It stays here").WaitForAsync();
        Assert.DoesNotContain("encounter.begun", await site.Events());

        await later.Context.SetOfflineAsync(false);
        await later.GetByRole(AriaRole.Link, new() { Name = "Open it in the record" }).ClickAsync();
        Assert.Contains("identification or documents were taken", await later.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("0", await later.EvaluateAsync<string>(Count));
        Assert.Single(await site.Events(), kind => kind == "encounter.begun");
        Assert.Contains("help.accepted", await site.Events());
        Assert.Empty(site.Said);
    }

    [Fact]
    public async Task What_lies_on_the_device_tells_no_answer_and_its_key_gives_its_bytes_to_nobody()
    {
        await using var site = await PoliceSite.Start();
        var page = await Ready(site);
        await page.GotoAsync(At(site, "/roadside/offline"));
        await Answers(page);
        var stored = Convert.FromBase64String(await page.EvaluateAsync<string>(Stored));
        Assert.True(stored.Length > 100);
        foreach (var word in (string[])["papers", "Yes", "answers", "hhs-card", "instrument"])
            Assert.True(stored.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) < 0, $"{word} stands in what is stored.");
        Assert.Equal("InvalidAccessError", await page.EvaluateAsync<string>(Export));
        var kept = await page.EvaluateAsync<string[]>("(async () => (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(one => new URL(one.url).pathname)))).flat())()");
        Assert.Equal(5, kept.Length);
        Assert.All(kept, one => Assert.True(one is "/roadside/offline" or "/roadside/card.json" || one.StartsWith("/assets/", StringComparison.Ordinal), one));
        Assert.DoesNotContain("off-1", await page.EvaluateAsync<string>("(async () => (await (await caches.match('/roadside/offline')).text()))()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_warns_loses_nothing_and_after_the_next_sign_in_it_is_sent()
    {
        await using var site = await PoliceSite.Start();
        var page = await Ready(site);
        await page.GotoAsync(At(site, "/roadside/offline"));
        await Answers(page);
        await page.GotoAsync(At(site, "/roadside"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        Assert.Contains("Not sent yet: 1.", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in");

        await page.GotoAsync(At(site, "/roadside/offline"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on with it" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ready: send when there is a connection" }).ClickAsync();
        await page.GetByText("You are signed out. It stays here").WaitForAsync();
        Assert.Equal("1", await page.EvaluateAsync<string>(Count));

        var other = await page.Context.NewPageAsync();
        await other.Enters(site, "inv-1");
        await other.GotoAsync(At(site, "/roadside/offline"));
        await other.GetByText("It was written under another sign-in").WaitForAsync();
        var own = await page.Context.NewPageAsync();
        await own.Enters(site, "off-1");
        await own.GotoAsync(At(site, "/roadside/offline"));
        await own.GetByText("Nothing waits on this device.").WaitForAsync();
        Assert.Single(await site.Events(), kind => kind == "encounter.begun");
    }

    [Fact]
    public async Task Sent_again_it_changes_nothing_another_content_is_a_conflict_that_stays_and_without_the_token_nothing_comes()
    {
        await using var site = await PoliceSite.Start();
        var page = await Ready(site);
        var name = Guid.NewGuid();
        var first = """{"instrument":"hhs-card@1.0.0","answers":{"papers":"Yes"},"beganAt":"2031-02-03T04:05:06Z"}""";
        var second = first.Replace("Yes", "No", StringComparison.Ordinal);
        Assert.Equal(200, await Put(page, name, 1, first));
        var events = (await site.Events()).Count;
        Assert.Equal(200, await Put(page, name, 1, first));
        Assert.Equal(events, (await site.Events()).Count);
        Assert.Equal(409, await Put(page, name, 3, first));
        Assert.Equal(422, await Put(page, name, 2, """{"name":"somebody"}"""));
        Assert.Equal(409, await Put(page, name, 1, second));
        Assert.Equal(400, await page.EvaluateAsync<int>("async name => (await fetch(`/roadside/phone/${name}/1`, { method: 'PUT', body: '{}' })).status", name.ToString()));
        await page.GotoAsync(At(site, "/roadside"));
        Assert.Contains("two versions", await page.Locator(".rows").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(390, false)]
    [InlineData(1280, true)]
    public async Task The_page_without_a_connection_is_clean_fits_and_can_be_emptied(int width, bool dark)
    {
        await using var site = await PoliceSite.Start();
        var page = await Ready(site, width, dark);
        await page.GotoAsync(At(site, "/roadside/offline"));
        await Answers(page);
        await PageTests.Look(page, [], "off-1-device", width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete from this device" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Press again" }).ClickAsync();
        await page.GetByText("Nothing waits on this device.").WaitForAsync();
        Assert.Equal("0", await page.EvaluateAsync<string>(Count));
    }

    private const string Opened = "const db = await new Promise(done => { const r = indexedDB.open('credence-roadside', 1); r.onsuccess = () => done(r.result); }); "
        + "const all = (name, what) => new Promise(done => { const r = db.transaction(name).objectStore(name)[what](); r.onsuccess = () => done(r.result); }); ";

    private const string Count = "(async () => { " + Opened + "return String(await all('unsent', 'count')); })()";

    private const string Stored = "(async () => { " + Opened + "const one = (await all('unsent', 'getAll'))[0]; "
        + "return btoa(String.fromCharCode(...one.iv, ...new Uint8Array(one.sealed)) + JSON.stringify(Object.keys(one)) + JSON.stringify(await all('unsent', 'getAllKeys'))); })()";

    private const string Export = "(async () => { " + Opened + "const key = (await all('keys', 'getAll')).find(one => one instanceof CryptoKey); "
        + "try { await crypto.subtle.exportKey('raw', key); return 'gave it'; } catch (e) { return e.name; } })()";

    private static string At(PoliceSite site, string address) => new Uri(site.Address, address).ToString();

    private static async Task Answers(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin an encounter on this device" }).ClickAsync();
        await page.Locator("input[name=item-papers][value=Yes]").CheckAsync();
        await page.Locator(".means").GetByText("possible victim").WaitForAsync();
    }

    private static Task<int> Put(IPage page, Guid name, int revision, string content) => page.EvaluateAsync<int>(
        """
        async sent => {
          const { token } = await (await fetch("/roadside/session")).json();
          return (await fetch(`/roadside/phone/${sent[0]}/${sent[1]}`, { method: "PUT", headers: { RequestVerificationToken: token }, body: sent[2] })).status;
        }
        """,
        new object[] { name.ToString(), revision, content });

    // Was at the roadside's page once with a connection: the shell is on the device.
    private async Task<IPage> Ready(PoliceSite site, int width = 390, bool dark = false)
    {
        var page = await chromium.Page(width, dark);
        await page.Enters(site, "off-1");
        await page.GotoAsync(At(site, "/roadside"));
        await page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; while (!navigator.serviceWorker.controller) await new Promise(done => setTimeout(done, 50)); }");
        return page;
    }
}
