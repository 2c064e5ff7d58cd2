using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

public class IncidentPageTests(Chromium chromium)
{
    [Fact]
    public async Task The_queue_leads_to_the_narrative_with_its_finding_marked_and_stored_script_stays_text()
    {
        await using var site = await PoliceSite.Start();
        await site.Import();
        var page = await chromium.Page();
        var alerts = 0;
        page.Dialog += async (_, dialog) =>
        {
            alerts++;
            await dialog.DismissAsync();
        };
        await page.Enters(site, "inv-1");

        await page.GetByRole(AriaRole.Link, new() { Name = "2031-1" }).ClickAsync();

        Assert.Contains("passport", await page.Locator("mark").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("<script>alert('stored')</script>", await page.Locator(".narrative").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, alerts);
        Assert.Contains("incident.opened", await site.Events());
    }

    [Fact]
    public async Task With_the_keyboard_alone_one_gets_from_the_queue_into_an_incident()
    {
        await using var site = await PoliceSite.Start();
        await site.Import();
        var page = await chromium.Page();
        await page.Enters(site, "inv-1");

        for (var presses = 0; presses < 40 && await page.EvaluateAsync<string>("document.activeElement.textContent") != "2031-1"; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("", await page.EvaluateAsync<string>(
                "document.activeElement === document.body || getComputedStyle(document.activeElement).outlineStyle === 'solid' ? '' : document.activeElement.outerHTML"));
        }

        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/incidents/*");
    }

    [Fact]
    public async Task A_search_sends_its_words_in_no_address_and_the_log_has_none_of_them()
    {
        await using var site = await PoliceSite.Start();
        await site.Import();
        var page = await chromium.Page();
        await page.Enters(site, "inv-1");
        await page.GetByRole(AriaRole.Link, new() { Name = "Search" }).ClickAsync();

        await page.Locator("input[name=words]").FillAsync("passport boss");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();

        Assert.Equal("2031-1", await page.Locator(".found a").InnerTextAsync());
        Assert.EndsWith("/search", page.Url, StringComparison.Ordinal);
        Assert.Contains("incidents.searched", await site.Events());
    }

    [Fact]
    public async Task What_one_may_not_see_does_not_exist()
    {
        await using var site = await PoliceSite.Start();
        await site.Import();
        var incident = await site.Incident("2031-1");
        foreach (var (handle, hidden) in ((string, string[])[])
        [
            ("off-1", ["/incidents", $"/incidents/{incident}", "/events", "/team"]), ("aud-1", ["/incidents", $"/incidents/{incident}", "/team"]),
            ("admin-1", ["/incidents", $"/incidents/{incident}", "/events"]), ("inv-1", ["/events", "/team", $"/incidents/{Guid.NewGuid()}", "/incidents/x"]),
        ])
        {
            var page = await chromium.Page();
            await page.Enters(site, handle);
            foreach (var address in hidden) Assert.Equal((address, 404), (address, (await page.GotoAsync(new Uri(site.Address, address).ToString()))!.Status));
        }

        Assert.DoesNotContain("incident.opened", await site.Events());
    }
}
