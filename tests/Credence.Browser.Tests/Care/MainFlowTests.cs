using Credence.Browser.Tests.Police;
using Credence.Record.Access;
using Credence.Testing;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Care;

/// <summary>The main way of an advocate, from what police handed over to what the person wishes, by the keyboard alone and without scripts.</summary>
public class MainFlowTests(Chromium chromium)
{
    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task From_handover_to_wishes_by_the_keyboard_alone()
    {
        await using var site = await CareSite.Start();
        await site.HandOver();
        var page = await chromium.Page();
        await page.Enters(site, "adv-1", PurposeKind.Help);
        await Walk(page, site, page.Press);
        Assert.Empty(site.Said);
    }

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task From_handover_to_wishes_without_scripts()
    {
        await using var site = await CareSite.Start();
        await site.HandOver();
        var entered = await chromium.Page();
        // A passkey needs a script, work does not.
        await entered.Enters(site, "adv-1", PurposeKind.Help);
        var page = await chromium.Page(390, scripts: false, signedIn: await entered.Context.StorageStateAsync());
        await Walk(page, site, element => element.ClickAsync());
        Assert.Empty(site.Said);
    }

    private static async Task Walk(IPage page, CareSite site, Func<ILocator, Task> press)
    {
        await page.GotoAsync(new Uri(site.Address, "/inbox").ToString());
        await press(page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Open that of") }));
        await press(page.GetByRole(AriaRole.Button, new() { Name = "Take it", Exact = true }));
        await page.WaitForURLAsync("**/persons/*");
        var file = page.Url;

        await page.GotoAsync($"{file}/needs");
        await page.Locator("select[name=asked-Medical]").SelectOptionAsync("Soon");
        await press(page.GetByRole(AriaRole.Button, new() { Name = "Keep what was asked" }));
        await Assertions.Expect(page.Locator("ul.rows").First).ToContainTextAsync("Doctor");

        await page.GotoAsync($"{file}/referrals/new");
        await page.Locator("input[name=name]").FillAsync("Meadow Legal");
        await page.Locator("input[name=short]").FillAsync("meadow-legal");
        await page.Locator("select[name=need-Legal]").SelectOptionAsync("Soon");
        await press(page.GetByRole(AriaRole.Button, new() { Name = "Propose it" }));
        await Assertions.Expect(page.Locator("section.said h2")).ToHaveTextAsync("Meadow Legal, for A bed tonight, A lawyer of one's own: proposed");

        await page.GotoAsync($"{file}/wishes");
        await page.Locator("textarea[name=words]").FillAsync("To be believed");
        await press(page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }));
        await Assertions.Expect(page.Locator("section.said")).ToContainTextAsync("To be believed");
    }
}

/// <summary>Somebody who has no mouse.</summary>
internal static class Keys
{
    /// <summary>Goes on with the Tab key until it has the focus, and presses Enter.</summary>
    public static async Task Press(this IPage page, ILocator until)
    {
        await until.WaitForAsync();
        for (var presses = 0; presses < 120 && !await until.EvaluateAsync<bool>("one => one === document.activeElement"); presses++) await page.Keyboard.PressAsync("Tab");
        Assert.True(await until.EvaluateAsync<bool>("one => one === document.activeElement"));
        await page.Keyboard.PressAsync("Enter");
    }
}
