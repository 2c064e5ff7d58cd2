using System.Text;
using Credence.Testing;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

/// <summary>An officer at the roadside where there is no connection.</summary>
public class RoadsideOfflineTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private PoliceSite Site => shared.Site;

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task What_is_answered_without_a_connection_outlives_the_tab_and_comes_into_the_record_once()
    {
        var before = (await Site.Events()).Count;
        var page = await Ready();
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync(shared.At("/roadside"));
        Assert.EndsWith("/roadside/offline", page.Url, StringComparison.Ordinal);
        await Answers(page);
        await page.CloseAsync();

        var later = await page.Context.NewPageAsync();
        await later.GotoAsync(shared.At("/roadside/offline"));
        await later.GetByRole(AriaRole.Button, new() { Name = "Go on with it" }).ClickAsync();
        Assert.True(await later.Locator("input[name=item-papers][value=Yes]").IsCheckedAsync());
        Assert.Contains("possible victim until a person has decided", await later.Locator(".means").InnerTextAsync(), StringComparison.Ordinal);
        await later.Locator("select[name=charge]").SelectOptionAsync(new SelectOptionValue { Label = "trespassing" });
        await later.GetByText("covered: not to be arrested, cited or warned for it").WaitForAsync();
        await later.Locator("select[name=need-Shelter]").SelectOptionAsync("Accepted");
        await later.GetByRole(AriaRole.Button, new() { Name = "Ready: send when there is a connection" }).ClickAsync();
        await later.GetByText("There is no connection. It stays here").WaitForAsync();
        Assert.DoesNotContain("encounter.begun", await shared.EventsAfter(before));

        await later.Context.SetOfflineAsync(false);
        await later.GetByRole(AriaRole.Link, new() { Name = "Open it in the record" }).ClickAsync();
        Assert.Contains("identification or documents were taken", await later.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("0", await later.EvaluateAsync<string>(Count));
        var events = await shared.EventsAfter(before);
        Assert.Single(events, kind => kind == "encounter.begun");
        Assert.Contains("help.accepted", events);
        Assert.Empty(Site.Said);
    }

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task What_lies_on_the_device_tells_no_answer_and_its_key_gives_its_bytes_to_nobody()
    {
        var page = await Ready();
        await page.GotoAsync(shared.At("/roadside/offline"));
        await Answers(page);
        var stored = Convert.FromBase64String(await page.EvaluateAsync<string>(Stored));
        Assert.True(stored.Length > 100);
        foreach (var word in (string[])["papers", "Yes", "answers", "hhs-card", "instrument"])
            Assert.True(stored.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) < 0, $"{word} stands in what is stored.");
        Assert.Equal("InvalidAccessError", await page.EvaluateAsync<string>(Export));
        var kept = await page.EvaluateAsync<string[]>("(async () => (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(one => new URL(one.url).pathname)))).flat())()");
        Assert.Equal(10, kept.Length);
        Assert.All(kept, one => Assert.True(one is "/roadside/offline" or "/roadside/card.json" or "/roadside/training" or "/roadside/training.json" || one.StartsWith("/assets/", StringComparison.Ordinal), one));
        Assert.DoesNotContain("off-1", await page.EvaluateAsync<string>("(async () => (await (await caches.match('/roadside/offline')).text()))()"), StringComparison.Ordinal);
    }

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task Signing_out_warns_loses_nothing_and_after_the_next_sign_in_it_is_sent()
    {
        var before = (await Site.Events()).Count;
        var page = await Ready();
        await page.GotoAsync(shared.At("/roadside/offline"));
        await Answers(page);
        foreach (var outside in (string[])["/purpose", "/account"])
        {
            await page.GotoAsync(shared.At(outside));
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
            Assert.Contains("Not sent yet: 1.", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        }

        await page.GotoAsync(shared.At("/roadside"));
        await page.GetByText("Menu: Roadside").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        Assert.Contains("Not sent yet: 1.", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in");

        await page.GotoAsync(shared.At("/roadside/offline"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on with it" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ready: send when there is a connection" }).ClickAsync();
        await page.GetByText("You are signed out. It stays here").WaitForAsync();
        Assert.Equal("1", await page.EvaluateAsync<string>(Count));

        var other = await page.Context.NewPageAsync();
        await other.Enters(Site, "inv-1");
        await other.GotoAsync(shared.At("/roadside/offline"));
        await other.GetByText("It was written under another sign-in").WaitForAsync();
        var own = await page.Context.NewPageAsync();
        await own.Enters(Site, "off-1");
        await own.GotoAsync(shared.At("/roadside/offline"));
        await own.GetByText("Nothing waits on this device.").WaitForAsync();
        Assert.Single(await shared.EventsAfter(before), kind => kind == "encounter.begun");
        shared.Forget("off-1");
    }

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task What_is_changed_while_it_is_sent_is_not_lost_and_goes_as_the_next_step()
    {
        var before = (await Site.Events()).Count;
        var page = await Ready();
        await page.GotoAsync(shared.At("/roadside/offline"));
        await Answers(page);
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/roadside/phone/**", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        var sending = page.WaitForRequestAsync("**/roadside/phone/**");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ready: send when there is a connection" }).ClickAsync();
        await sending;
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on with it" }).ClickAsync();
        await page.Locator("select[name=need-Shelter]").SelectOptionAsync("Accepted");
        held.SetResult();
        await page.GetByText("The record has what was sent before.").WaitForAsync();
        Assert.Equal("1", await page.EvaluateAsync<string>(Count));

        await page.GetByRole(AriaRole.Button, new() { Name = "Ready: send when there is a connection" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Open it in the record" }).ClickAsync();
        Assert.Equal("What it means now", await page.Locator("h1").InnerTextAsync());
        var events = await shared.EventsAfter(before);
        Assert.Single(events, kind => kind == "encounter.begun");
        Assert.Single(events, kind => kind == "encounter.changed");
        Assert.Contains("help.accepted", events);
    }

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task A_browser_can_put_the_roadside_beside_its_other_programs_with_an_icon_of_our_own()
    {
        var page = await shared.Page("off-1");
        await page.GotoAsync(shared.At("/roadside"));
        var icon = await page.EvaluateAsync<string>(
            "(async () => { const told = await (await fetch(document.querySelector('link[rel=manifest]').href)).json(); return [told.start_url, told.scope, (await fetch(told.icons[0].src)).headers.get('Content-Type')].join(' '); })()");
        Assert.Equal("/roadside /roadside image/svg+xml", icon);
    }

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task Sent_again_it_changes_nothing_another_content_is_a_conflict_that_stays_and_without_the_token_nothing_comes()
    {
        var page = await Ready();
        var name = Guid.NewGuid();
        var first = """{"instrument":"hhs-card@1.0.0","answers":{"papers":"Yes"},"beganAt":"2031-02-03T04:05:06Z"}""";
        var second = first.Replace("Yes", "No", StringComparison.Ordinal);
        Assert.Equal(200, await Put(page, name, 1, first));
        var events = (await Site.Events()).Count;
        Assert.Equal(200, await Put(page, name, 1, first));
        Assert.Equal(events, (await Site.Events()).Count);
        Assert.Equal(409, await Put(page, name, 3, first));
        Assert.Equal(422, await Put(page, name, 2, """{"name":"somebody"}"""));
        Assert.Equal(409, await Put(page, name, 1, second));
        Assert.Equal(400, await page.EvaluateAsync<int>("async name => (await fetch(`/roadside/phone/${name}/1`, { method: 'PUT', body: '{}' })).status", name.ToString()));
        await page.GotoAsync(shared.At("/roadside"));
        Assert.Contains("two versions", await page.Locator(".rows").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    [InlineData(390, false)]
    [InlineData(1280, true)]
    public async Task The_page_without_a_connection_is_clean_fits_and_can_be_emptied(int width, bool dark)
    {
        var page = await Ready(width, dark);
        await page.GotoAsync(shared.At("/roadside/offline"));
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

    private static async Task Answers(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin an encounter on this device" }).ClickAsync();
        await page.Locator(".means").GetByText("Nothing is answered yet").WaitForAsync();
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
    private async Task<IPage> Ready(int width = 390, bool dark = false)
    {
        var page = await shared.Page("off-1", width, dark);
        await page.GotoAsync(shared.At("/roadside"));
        await page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; while (!navigator.serviceWorker.controller) await new Promise(done => setTimeout(done, 50)); }");
        return page;
    }
}
