using System.Text;
using Credence.Record.Access;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

public class ImportPageTests(Chromium chromium)
{
    private const string Csv = "case_no,offense,report_text\n2031-7,90J,\"Her boss keeps her passport (invented).\"\n,90J,\"No number (invented).\"\n";

    [Fact]
    public async Task A_file_is_looked_at_first_then_imported_and_its_problems_are_listed_without_its_words()
    {
        await using var site = await PoliceSite.Start();
        var page = await chromium.Page();
        await page.Enters(site, "ana-1", PurposeKind.Review);
        await Send(page, site, Csv);

        var preview = await page.Locator("main").InnerTextAsync();
        Assert.Contains("case_no", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("passport", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("import.began", await site.Events());

        await page.GetByRole(AriaRole.Button, new() { Name = "Import it" }).ClickAsync();
        await page.GetByText("some rows had problems").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "1 problems of reports.csv" }).ClickAsync();

        Assert.Contains("Row 3", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("import.ended", await site.Events());
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(site.Keys, "web", "sent")));
    }

    [Fact]
    public async Task What_was_sent_lies_on_the_disk_encrypted_and_nobody_else_finds_it()
    {
        await using var site = await PoliceSite.Start();
        var page = await chromium.Page();
        await page.Enters(site, "ana-1", PurposeKind.Review);
        await Send(page, site, Csv);

        var kept = Assert.Single(Directory.EnumerateFiles(Path.Combine(site.Keys, "web", "sent")));
        Assert.DoesNotContain("passport", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(kept, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        var other = await chromium.Page();
        await other.Enters(site, "inv-1");
        Assert.Equal(404, (await other.GotoAsync(page.Url))!.Status);
    }

    [Fact]
    public async Task A_file_that_is_no_table_gets_one_sentence_and_another_reading_by_names()
    {
        await using var site = await PoliceSite.Start();
        var page = await chromium.Page();
        await page.Enters(site, "ana-1", PurposeKind.Review);
        await Send(page, site, "a,b\n2031-8,\"Her boss keeps her passport (invented).\"\n");

        Assert.Contains("expected", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("input[name=map]:not([type=hidden])").FillAsync("id=a,narrative=b");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look again" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Import it" }).ClickAsync();

        await page.GetByText("All rows are in the record.").WaitForAsync();
    }

    private static async Task Send(IPage page, PoliceSite site, string text)
    {
        await page.GotoAsync(new Uri(site.Address, "/imports").ToString());
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "reports.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Send it and look" }).ClickAsync();
        await page.WaitForURLAsync("**/imports/files/*");
    }
}
