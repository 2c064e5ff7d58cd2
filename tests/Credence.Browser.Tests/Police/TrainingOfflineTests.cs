using System.Text;
using Credence.Testing;
using Credence.Training;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

/// <summary>Practice on a phone that has no connection.</summary>
public class TrainingOfflineTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private static readonly IReadOnlyList<Scenario> Scenarios = ScenarioPack.From(Cast.Packs, []);

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task Five_scenarios_are_played_to_the_debrief_without_a_connection_and_each_is_sent_once_after_it()
    {
        var before = (await shared.Site.Events()).Count;
        var page = await Ready("off-1");
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync(shared.At("/roadside/training"));
        foreach (var (id, path) in Plays)
        {
            await PlayTo(page, id, path);
            await PageTests.Look(page, [], $"training-offline-{id}", 390);
            await page.GetByRole(AriaRole.Button, new() { Name = "All scenarios" }).ClickAsync();
        }

        await Waits(page, "Finished, and not sent yet: 5.");
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator("[data-waiting]")).ToHaveTextAsync("");
        for (var visits = 0; visits < 2; visits++) await page.GotoAsync(shared.At("/training"));
        var own = await page.Locator("main").InnerTextAsync();
        Assert.Contains("Three hundred dollars from a drawer: 3 of 3", own, StringComparison.Ordinal);
        Assert.Contains("A stop on the county road: 3 of 4", own, StringComparison.Ordinal);
        Assert.Equal(5, (await shared.EventsAfter(before)).Count(kind => kind == "practice.finished"));
        Assert.Empty(shared.Site.Said);
    }

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task What_was_played_is_sealed_and_is_sent_under_the_sign_in_that_played_it_alone()
    {
        var before = (await shared.Site.Events()).Count;
        // Never opened with a connection: the roadside's page has put it on the device.
        var page = await Ready("off-1");
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync(shared.At("/roadside/training"));
        await PlayTo(page, "unpaid-roofer", ["label"]);
        await Waits(page, "Finished, and not sent yet: 1.");
        var stored = Convert.FromBase64String(await page.EvaluateAsync<string>(Stored));
        Assert.True(stored.Length > 60);
        foreach (var word in (string[])["roofer", "right", "scenario", "label"])
            Assert.True(stored.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) < 0, $"{word} stands in what is stored.");
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length"));

        // No page is left that would send by itself before somebody else signs in.
        await page.GotoAsync("about:blank");
        await page.Context.ClearCookiesAsync();
        await page.Context.SetOfflineAsync(false);
        var other = await page.Context.NewPageAsync();
        await other.Enters(shared.Site, "inv-1");
        await other.GotoAsync(shared.At("/training"));
        await other.GetByText("Nothing yet.").WaitForAsync();
        await other.GotoAsync(shared.At("/roadside/training"));
        await Waits(other, "Finished under another sign-in, and sent under that one only: 1.");
        Assert.DoesNotContain("practice.finished", await shared.EventsAfter(before));

        await other.Context.SetOfflineAsync(true);
        await other.GotoAsync(shared.At("/roadside/training"));
        await PlayTo(other, "farm-housing", ["order"]);
        await Waits(other, "Finished, and not sent yet: 1.");
        await other.Context.SetOfflineAsync(false);
        await Assertions.Expect(other.Locator("[data-waiting]")).ToHaveTextAsync("Finished under another sign-in, and sent under that one only: 1.", new() { Timeout = 40_000 });
        await other.GotoAsync(shared.At("/training"));
        await other.GetByText("The gate behind the packing shed: 0 of 1").WaitForAsync();
        Assert.Equal(0, await other.GetByText("A shouting match over pay: 0 of 1").CountAsync());

        // Any page of the one who played it sends it.
        await other.GotoAsync("about:blank");
        await page.Context.ClearCookiesAsync();
        var own = await page.Context.NewPageAsync();
        await own.Enters(shared.Site, "off-1");
        await own.GotoAsync(shared.At("/writing"));
        await Eventually(async () => await own.EvaluateAsync<string>(Count) == "0");
        await own.GotoAsync(shared.At("/training"));
        await own.GetByText("A shouting match over pay: 0 of 1").First.WaitForAsync();
        Assert.Equal(2, (await shared.EventsAfter(before)).Count(kind => kind == "practice.finished"));
        shared.Forget("off-1");
        shared.Forget("inv-1");
    }

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task Signing_out_warns_of_what_waits_and_what_nobody_plays_counts_for_nobody()
    {
        var page = await Ready("sup-1");
        await page.RouteAsync("**/roadside/training/*", route => route.AbortAsync());
        await page.GotoAsync(shared.At("/roadside/training"));
        await PlayTo(page, "unpaid-roofer", ["label"]);
        await Waits(page, "Finished, and not sent yet: 1.");
        await page.GotoAsync(shared.At("/roadside"));
        await page.GetByText("Menu: Roadside").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        Assert.Contains("Not sent yet: 1.", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in");
        shared.Forget("sup-1");

        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync(shared.At("/roadside/training"));
        await Waits(page, "Nobody is signed in on this device");
        await PlayTo(page, "farm-housing", ["order"]);
        Assert.Equal("1", await page.EvaluateAsync<string>(Count));
        await PageTests.Look(page, [], "training-offline-nobody", 390);
    }

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task How_it_went_stands_in_no_address_and_without_the_token_nothing_comes()
    {
        var page = await Ready("inv-2");
        Assert.Equal(200, await Put(page, Guid.NewGuid(), """{"scenario":"traffic-stop","right":3,"of":4}"""));
        Assert.Equal(422, await Put(page, Guid.NewGuid(), """{"scenario":"no-such","right":3,"of":4}"""));
        Assert.Equal(422, await Put(page, Guid.NewGuid(), """{"scenario":"traffic-stop","right":5,"of":4}"""));
        Assert.Equal(422, await Put(page, Guid.NewGuid(), "{}"));
        Assert.Equal(422, await Put(page, Guid.NewGuid(), "3 of 4"));
        Assert.Equal(404, await Put(page, Guid.NewGuid(), "{}", "/traffic-stop/3/4"));
        Assert.Equal(400, await page.EvaluateAsync<int>("async name => (await fetch(`/roadside/training/${name}`, { method: 'PUT', body: '{}', headers: { 'Content-Type': 'application/json' } })).status", Guid.NewGuid().ToString()));
    }

    private static readonly (string Id, string[] Path)[] Plays =
    [
        ("traffic-stop", ["part", "needs", "advocate-now", "take-in"]), ("farm-housing", ["civil", "turn", "how", "all"]),
        ("domestic-worker", ["mine", "not-mine", "asks-her"]), ("unpaid-roofer", ["label"]), ("denies-everything", ["name", "believe-and-offer", "friend"]),
    ];

    private const string Opened = "const db = await new Promise(done => { const r = indexedDB.open('credence-training', 1); r.onsuccess = () => done(r.result); }); "
        + "const all = (name, what) => new Promise(done => { const r = db.transaction(name).objectStore(name)[what](); r.onsuccess = () => done(r.result); }); ";

    private const string Count = "(async () => { " + Opened + "return String(await all('unsent', 'count')); })()";

    private const string Stored = "(async () => { " + Opened + "const one = (await all('unsent', 'getAll'))[0]; "
        + "return btoa(String.fromCharCode(...one.iv, ...new Uint8Array(one.sealed)) + JSON.stringify(Object.keys(one)) + JSON.stringify(await all('unsent', 'getAllKeys'))); })()";

    private static async Task PlayTo(IPage page, string id, string[] path)
    {
        var scenario = Scenarios.Single(one => one.Id == id);
        await page.GetByRole(AriaRole.Button, new() { Name = scenario.Title, Exact = true }).ClickAsync();
        var play = Play.Begin(scenario);
        foreach (var choice in path)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = play.Offered.Single(one => one.Id == choice).Text, Exact = true }).ClickAsync();
            play = play.Choose(choice)!;
        }

        await page.GetByText("What your choices meant").WaitForAsync();
        await page.GetByText($"{play.Steps.Count(step => step.Choice.Serves)} of {path.Length} served").WaitForAsync();
    }

    private static Task Waits(IPage page, string words) => page.Locator("[data-waiting]").GetByText(words).WaitForAsync();

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 100 && !await holds(); tries++) await Task.Delay(100);
        Assert.True(await holds());
    }

    private static Task<int> Put(IPage page, Guid name, string content, string more = "") => page.EvaluateAsync<int>(
        """
        async sent => {
          const { token } = await (await fetch("/roadside/session")).json();
          return (await fetch(`/roadside/training/${sent[0]}${sent[2]}`, { method: "PUT", headers: { RequestVerificationToken: token, "Content-Type": "application/json" }, body: sent[1] })).status;
        }
        """,
        new object[] { name.ToString(), content, more });

    // Was at the roadside's page once with a connection: the shell is on the device.
    private async Task<IPage> Ready(string handle)
    {
        var page = await shared.Page(handle);
        await page.GotoAsync(shared.At("/roadside"));
        await page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; while (!navigator.serviceWorker.controller) await new Promise(done => setTimeout(done, 50)); }");
        return page;
    }
}
