using Credence.Record.Access;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

public class EventPageTests(Chromium chromium)
{
    [Fact]
    public async Task An_auditor_narrows_the_log_and_sees_whether_its_chain_holds_and_when_that_was_checked()
    {
        await using var site = await PoliceSite.Start();
        await site.Import();
        var page = await chromium.Page();
        await page.Enters(site, "aud-1", PurposeKind.Audit);
        Assert.Contains("Nobody has had the chain checked here yet", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await page.Locator("select[name=account]").SelectOptionAsync(new SelectOptionValue { Label = "ana-1" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        var by = await page.Locator("td[data-label=By]").AllInnerTextsAsync();
        Assert.NotEmpty(by);
        Assert.All(by, one => Assert.Equal("analyst ana-1", one));
        await page.Locator("input[name=to]").FillAsync("2001-01-01");
        await page.Locator("select[name=kind]").SelectOptionAsync("import");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        Assert.Contains("No event fits", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Check the chain now" }).ClickAsync();
        Assert.Contains("held; nothing in it was changed", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Tamper(site);
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the chain now" }).ClickAsync();
        Assert.Contains("The chain does not hold", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Event 2: found fields that were changed", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Goes(site, "/events");
        Assert.Contains("UTC: the chain did not hold.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    // Somebody who has the file.
    private static async Task Tamper(PoliceSite site)
    {
        await using var connection = new SqliteConnection($"Data Source={site.Keys[..^".keys".Length]}");
        await connection.OpenAsync();
        await using var edit = connection.CreateCommand();
        edit.CommandText = """DROP TRIGGER events_stay; UPDATE events SET "Count" = 7 WHERE "Sequence" = 2""";
        await edit.ExecuteNonQueryAsync();
    }
}
