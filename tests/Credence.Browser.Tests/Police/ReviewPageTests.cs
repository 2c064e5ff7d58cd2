using Credence.Record.Access;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

/// <summary>Beginning, following and closing a review.</summary>
public class ReviewPageTests(Chromium chromium)
{
    [Fact]
    public async Task Who_runs_a_review_begins_it_in_sentences_draws_an_audit_and_sees_what_is_missing()
    {
        await using var site = await PoliceSite.Start();
        await site.Import(string.Concat(Enumerable.Range(3, 10).Select(i => $"2031-{i},ZZ0310000,23H,50,M,2031-02-05,\"Ladder {i} was taken from the yard (invented).\"\n")));
        var page = await chromium.Page();
        await page.Enters(site, "sup-1", PurposeKind.Review);
        await page.GetByRole(AriaRole.Link, new() { Name = "Reviews" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Begin a review" }).ClickAsync();
        Assert.Contains("No name of a person", await page.Locator("#name-note").InnerTextAsync(), StringComparison.Ordinal);

        await Begins(page, "<script>alert('name')</script>");
        Assert.Contains("Found a name of another form", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await Begins(page, "Reports of 2031");
        Assert.Contains("Found no reader", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByLabel("inv-1").CheckAsync();
        await page.Locator("select[name=double]").SelectOptionAsync("100");
        await Begins(page, "Reports of 2031");
        Assert.Contains("expected two readers", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Reports of 2031", await page.Locator("#name").InputValueAsync());
        Assert.True(await page.GetByLabel("inv-1").IsCheckedAsync());
        await page.Locator("select[name=double]").SelectOptionAsync("0");
        await page.Locator("input[name=all]").CheckAsync();
        await Begins(page, "Reports of 2031");
        Assert.Equal("Reports of 2031", await page.Heading());

        Assert.Contains("Nothing was found so far", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("No audit sample is drawn", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var reader = await chromium.Page();
        await reader.Enters(site, "inv-1");
        await reader.Goes(site, $"{new Uri(page.Url).AbsolutePath}/reading");
        await reader.GetByRole(AriaRole.Button, new() { Name = "Possible: labor" }).ClickAsync();
        await page.Locator("input[name=size]").FillAsync("4");
        await page.GetByRole(AriaRole.Button, new() { Name = "Draw" }).ClickAsync();

        Assert.Contains("4 incidents of the audit sample that nobody has read", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("1 of 12", await page.Locator(".facts").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("95 %", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("review.audit-drawn", await site.Events());
    }

    [Fact]
    public async Task Who_neither_reads_in_a_review_nor_runs_it_finds_nothing()
    {
        await using var site = await PoliceSite.Start();
        await site.Import();
        var review = $"/reviews/{(await site.Review(1, "inv-1", "ana-1")).Value}";
        var incident = await site.Incident("2031-1");
        string[] inside = [review, $"{review}/reading", $"{review}/reading/{incident}", $"{review}/differences", $"{review}/differences/{incident}", "/reviews/new", "/reviews/x"];
        foreach (var (handle, hidden) in ((string, string[])[])
            [("off-1", ["/reviews", .. inside]), ("aud-1", ["/reviews", .. inside]), ("admin-1", ["/reviews", .. inside]), ("inv-2", inside), ("inv-1", inside[2..]), ("ana-1", inside[2..5])])
        {
            var page = await chromium.Page();
            await page.Enters(site, handle);
            foreach (var address in hidden) Assert.Equal((handle, address, 404), (handle, address, (await page.GotoAsync(new Uri(site.Address, address).ToString()))!.Status));
        }

        Assert.DoesNotContain("incident.opened", await site.Events());
    }

    private static async Task Begins(IPage page, string name)
    {
        await page.Locator("#name").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
    }
}
