using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

/// <summary>Two who work on one incident, and each kind of determination alone.</summary>
public class DeterminationPageTests(Chromium chromium)
{
    private const string Script = "<script>alert('stored')</script> Papers are kept (invented).";

    [Fact]
    public async Task Two_who_have_one_incident_open_both_hear_of_it_in_one_sentence_and_nothing_is_overwritten()
    {
        await using var site = await PoliceSite.Start();
        await site.Import();
        var (first, second) = (await chromium.Page(), await chromium.Page());
        var alerts = 0;
        foreach (var page in (IPage[])[first, second]) page.Dialog += async (_, dialog) =>
        {
            alerts++;
            await dialog.DismissAsync();
        };
        await first.Enters(site, "inv-1");
        await second.Enters(site, "inv-2");
        var victim = $"/incidents/{await site.Incident("2031-1")}/determinations/victim-status";
        foreach (var page in (IPage[])[first, second]) await page.GotoAsync(new Uri(site.Address, victim).ToString());
        Assert.Contains("inv-1 (", await Sentence(second), StringComparison.Ordinal);

        await Determines(first, "Possible", Script);
        Assert.StartsWith("inv-2 (", await Sentence(first), StringComparison.Ordinal);
        Assert.Contains("nothing is overwritten", await Sentence(first), StringComparison.Ordinal);

        await Determines(second, "Confirmed", "Somebody told me (invented).");
        Assert.Contains("While you had this page open, inv-1 determined it (possibly a victim;", await Sentence(second), StringComparison.Ordinal);
        Assert.Contains(Script, await second.Locator(".held").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Somebody told me (invented).", await second.Locator("textarea").InputValueAsync());
        Assert.True(await second.Locator("input[value=Confirmed]").IsCheckedAsync());
        Assert.Single(await site.Events(), kind => kind == "victim-status.determined");

        await second.Presses("Determine");
        await first.ReloadAsync();
        Assert.StartsWith("The incident as a whole: a victim, confirmed, by the definition: Severe form of trafficking in persons, labor", await first.Locator(".held").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Determined by inv-2, investigator", await first.Locator(".held").First.InnerTextAsync(), StringComparison.Ordinal);
        await first.GetByText("What held before (1)").ClickAsync();
        Assert.Contains("Determined by inv-1, investigator", await first.Locator("details .held").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, alerts);
        Assert.Empty(site.Said);
    }

    [Fact]
    public async Task What_is_refused_is_said_in_one_sentence_and_what_was_typed_is_kept()
    {
        await using var site = await PoliceSite.Start();
        await site.Import();
        var page = await chromium.Page(390);
        await page.Enters(site, "inv-1");
        await page.GetByRole(AriaRole.Link, new() { Name = "2031-1" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "What it is: three determinations" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Determine: victim status" }).ClickAsync();

        Assert.Equal(["The incident as a whole", "victim 1, 34, F"], await page.Locator("select[name=person] option").AllInnerTextsAsync());
        await page.EvaluateAsync("document.querySelector('select[name=person]').append(new Option('', 'Jane Doe', true, true))");
        await Determines(page, "Possible", "Kept (invented).");
        Assert.Contains("expected a person of this incident", await Sentence(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Jane", page.Url, StringComparison.Ordinal);
        Assert.Equal(("Jane Doe", "Kept (invented)."), (await page.Locator("select[name=person]").InputValueAsync(), await page.Locator("textarea").InputValueAsync()));
        await page.Locator("select[name=person]").SelectOptionAsync("victim 1");
        await page.Presses("Determine");
        Assert.StartsWith("The person recorded as victim 1: possibly a victim", await page.Locator(".held").InnerTextAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "Determine: offense code" }).ClickAsync();
        Assert.Contains("64B is proposed.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync(new Uri(site.Address, $"/incidents/{await site.Incident("2031-2")}/determinations/offense-code").ToString());
        await page.Locator("input[name=codes]").FillAsync("40A");
        await page.Presses("Determine");
        Assert.StartsWith("40A needs means and age to be known.", await Sentence(page), StringComparison.Ordinal);
        await page.Locator("input[name=codes]").FillAsync("64b, 90j");
        await page.Presses("Determine");
        Assert.Contains("64B, 90J", await page.Locator(".held").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_keyboard_alone_one_determines_a_charge_and_whoever_may_not_finds_nothing()
    {
        await using var site = await PoliceSite.Start();
        await site.Import();
        var at = $"/incidents/{await site.Incident("2031-1")}/determinations";
        var page = await chromium.Page();
        await page.Enters(site, "inv-1");
        await page.GotoAsync(new Uri(site.Address, $"{at}/charge").ToString());
        await page.TabsTo("document.activeElement.value === 'us-1589'");
        await page.Keyboard.PressAsync(" ");
        await page.TabsTo("document.activeElement.textContent === 'Determine'");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/determinations");
        Assert.Contains("Forced labor", await page.Locator(".held").InnerTextAsync(), StringComparison.Ordinal);

        foreach (var (handle, purpose) in ((string, Record.Access.PurposeKind)[])[("ana-1", Record.Access.PurposeKind.Review), ("off-1", Record.Access.PurposeKind.Casework)])
        {
            var other = await chromium.Page();
            await other.Enters(site, handle, purpose);
            foreach (var address in (string[])[at, $"{at}/victim-status", $"{at}/x"])
                Assert.Equal((handle, address, 404), (handle, address, (await other.GotoAsync(new Uri(site.Address, address).ToString()))!.Status));
        }
    }

    private static async Task Determines(IPage page, string status, string why)
    {
        await page.Locator($"input[name=status][value={status}]").CheckAsync();
        await page.Locator("input[name=definition][value=us-severe-labor]").CheckAsync();
        await page.Locator("textarea[name=why]").FillAsync(why);
        await page.Presses("Determine");
    }

    private static Task<string> Sentence(IPage page) => page.GetByRole(AriaRole.Alert).InnerTextAsync();
}
