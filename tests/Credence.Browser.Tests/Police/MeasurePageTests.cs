using System.Globalization;
using System.Text;
using Credence.Record.Access;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

/// <summary>Measures of the record: from a figure to the incidents behind it for whoever may open them, and no small count for who may not.</summary>
public class MeasurePageTests(Chromium chromium)
{
    [Fact]
    public async Task A_figure_leads_to_its_incidents_and_an_auditor_sees_no_small_one()
    {
        await using var site = await PoliceSite.Start();
        await site.Import(More());
        var page = await chromium.Page(1280);
        await page.Enters(site, "ana-1", PurposeKind.Review);
        var answer = await page.GotoAsync(new Uri(site.Address, "/measures").ToString());
        foreach (var details in await page.Locator("main summary").AllAsync()) await details.ClickAsync();
        await PageTests.Look(page, await answer!.BodyAsync(), "measures-seen", 1280);
        await page.SetViewportSizeAsync(390, 900);
        await PageTests.Look(page, [], "measures-seen", 390);

        await page.GetByRole(AriaRole.Link, new() { Name = "3 of 26" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "2031-10", Exact = true }).WaitForAsync();
        await PageTests.Look(page, [], "measures-behind", 390);
        Assert.Equal(3, await page.Locator("tbody tr").CountAsync());
        Assert.Equal(["measures.counted", "measures.followed"], (await site.Events()).Where(kind => kind.StartsWith("measures", StringComparison.Ordinal)));

        await page.GotoAsync(new Uri(site.Address, "/measures?unit=Unknown&from=2031-03&to=2031-03").ToString());
        await page.GetByText("24 incidents: identified by nobody recorded, March 2031 to March 2031.").WaitForAsync();
        Assert.Equal(404, (await page.GotoAsync(new Uri(site.Address, "/measures/nothing?answer=yes").ToString()))!.Status);
        await page.Context.CloseAsync();

        var auditor = await chromium.Page();
        await auditor.Enters(site, "aud-1", PurposeKind.Audit);
        await auditor.GotoAsync(new Uri(site.Address, "/measures?unit=Vice").ToString());
        await PageTests.Look(auditor, [], "measures-auditor", 390);
        var told = await auditor.Locator("main").InnerTextAsync();
        Assert.Contains("withheld", told, StringComparison.Ordinal);
        Assert.DoesNotContain("3 of 26", told, StringComparison.Ordinal);
        Assert.Equal(0, await auditor.Locator("main table a").CountAsync());
        Assert.Equal(404, (await auditor.GotoAsync(new Uri(site.Address, "/measures/coded-trafficking?answer=yes").ToString()))!.Status);
        Assert.Empty(site.Said);
    }

    // With the two of the site 26 incidents, three of them coded as trafficking; 24 in March.
    private static string More() => Enumerable.Range(10, 24).Aggregate(new StringBuilder(), (text, i) => text.Append(
        CultureInfo.InvariantCulture, $"2031-{i},ZZ0310000,{(i < 13 ? "64A" : i < 21 ? "40A" : "13B")},{20 + i},F,2031-03-{i - 5:00},\"A report (invented).\"\n")).ToString();
}
