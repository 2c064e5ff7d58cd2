using Credence.Police.Encounters;
using Credence.Police.Training;
using Credence.Testing;
using Credence.Training;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

/// <summary>Officers who practice on a phone, and a supervisor who asks for it.</summary>
public class TrainingTests(SharedSite shared, Chromium chromium) : IClassFixture<SharedSite>
{
    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task Four_scenarios_are_played_on_a_phone()
    {
        var page = await shared.Page("off-1");
        foreach (var (id, path) in Plays)
        {
            await page.GotoAsync(shared.At($"/training/{id}"));
            Assert.DoesNotContain("recommendation", await page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
            foreach (var choice in path)
            {
                await page.Locator($"input[name=choice][value={choice}]").CheckAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Do this" }).ClickAsync();
            }

            await page.GetByText("What your choices meant").WaitForAsync();
            await Shot(page, id);
        }

        await page.GotoAsync(shared.At("/training"));
        Assert.Contains("due again", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Shot(page, "list");
        Assert.Empty(shared.Site.Said);
    }

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task A_supervisor_asks_for_a_scenario_and_who_sorts_sees_the_key_afterwards()
    {
        var page = await shared.Page("sup-1");
        await page.GotoAsync(shared.At("/training/team"));
        foreach (var officer in (await page.Locator("input[type=checkbox][name=officer]").AllAsync()).Take(2)) await officer.CheckAsync();
        await page.Locator("input[name=due]").FillAsync("2999-01-31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask for it" }).ClickAsync();
        await page.GetByText("due 2999-01-31").First.WaitForAsync();
        await Shot(page, "team");

        await page.GotoAsync(shared.At("/training/sorting"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await page.GetByText("Sorted are 0 of 12 reports").WaitForAsync();
        foreach (var radio in await page.Locator($"input[type=radio][value={SortedAs.NoSigns}]").AllAsync()) await radio.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await page.GetByText("6 of 12").First.WaitForAsync();
        await Shot(page, "sorted");
    }

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task What_is_due_again_is_asked_for_by_one_press()
    {
        var clock = new Portal.MovedClock();
        await using var site = await PoliceSite.Start(clock);
        var desk = new TrainingDesk(site.Record);
        foreach (var (handle, what) in ((string, string)[])[("off-1", "traffic-stop"), ("off-1", PracticeResult.Sorting), ("inv-1", "farm-housing")])
            await desk.Finish(await site.Access(handle), new MadeByClient(Guid.NewGuid()), what, 2, 3, TestContext.Current.CancellationToken);
        clock.Move(TimeSpan.FromDays(200));
        var page = await chromium.Page(390);
        await page.Enters(site, "sup-1");
        await page.GotoAsync(new Uri(site.Address, "/training/team").ToString());
        Assert.Equal(3, await page.Locator("input[name=refresher]:checked").CountAsync());
        await PageTests.Look(page, [], "training-refreshers", 390);

        await page.Locator($"input[name=refresher][value$='/{PracticeResult.Sorting}']").UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask for what is chosen" }).ClickAsync();
        await page.WaitForURLAsync("**/training/team");
        Assert.Equal(1, await page.Locator("input[name=refresher]").CountAsync());
        await page.Locator("input[name=refresher]").UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask for what is chosen" }).ClickAsync();
        await page.GetByText("Found nothing chosen that is due again").WaitForAsync();
        Assert.Equal(2, (await desk.Team(await site.Access("sup-1"), TestContext.Current.CancellationToken)).Sum(one => one.Assigned.Count));
        Assert.Empty(site.Said);
    }

    private static readonly (string Id, string[] Path)[] Plays =
    [
        ("traffic-stop", ["part", "needs", "ask-more", "wish"]), ("farm-housing", ["civil", "turn", "how", "all"]),
        ("massage-business", ["phone", "hang-up", "gently", "provider"]), ("unpaid-roofer", ["label"]),
    ];

    private static async Task Shot(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("CREDENCE_SCREENSHOTS") is { } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"training-{name}.png"), FullPage = true });
    }
}
