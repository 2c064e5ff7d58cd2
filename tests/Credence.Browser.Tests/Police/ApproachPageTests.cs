using Credence.Record.Access;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

/// <summary>Whether anybody is contacted about an old incident: three persons, and one sheet for the advocate.</summary>
public class ApproachPageTests(Chromium chromium)
{
    private const string Sheet = "A person in a report of last year whose papers were kept (invented). <script>alert('sheet')</script>";

    [Fact]
    public async Task An_advocate_and_then_a_supervisor_decide_and_the_advocate_alone_takes_it_back()
    {
        await using var site = await PoliceSite.Start();
        await site.Import();
        var asker = await chromium.Page();
        await asker.Enters(site, "inv-1");
        var contact = new Uri(site.Address, $"/incidents/{await site.Incident("2031-1")}/approaches").ToString();
        await Asks(asker, contact, Sheet);
        Assert.Contains("No contact.", await asker.Locator(".held").InnerTextAsync(), StringComparison.Ordinal);

        var advocate = await chromium.Page(390);
        var alerts = 0;
        advocate.Dialog += async (_, dialog) =>
        {
            alerts++;
            await dialog.DismissAsync();
        };
        await advocate.Enters(site, "adv-1", PurposeKind.Help);
        Assert.EndsWith("/sheets", advocate.Url, StringComparison.Ordinal);
        Assert.StartsWith("What you answer here stands in a police record", await advocate.Locator("main > p").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(Sheet, await advocate.Locator(".narrative").InnerTextAsync());
        Assert.DoesNotContain("2031-1", await advocate.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("boss", await advocate.ContentAsync(), StringComparison.Ordinal);
        await advocate.EvaluateAsync("document.querySelector('main form').noValidate = true");
        await advocate.Locator("input[value=SafeContact]").CheckAsync();
        await advocate.Presses("Answer");
        Assert.Equal("Found neither yes nor no, expected one of them.", await advocate.GetByRole(AriaRole.Alert).InnerTextAsync());
        Assert.True(await advocate.Locator("input[value=SafeContact]").IsCheckedAsync());
        await advocate.Locator("input[value=yes]").CheckAsync();
        await advocate.Locator("input[name=for]").FillAsync("Harbor House <script>alert('for')</script> (invented)");
        await advocate.Presses("Answer");
        foreach (var address in (string[])["/incidents", new Uri(contact).AbsolutePath, "/approaches", "/arrests"])
            Assert.Equal((address, 404), (address, (await advocate.GotoAsync(new Uri(site.Address, address).ToString()))!.Status));

        var supervisor = await chromium.Page();
        supervisor.Dialog += async (_, dialog) =>
        {
            alerts++;
            await dialog.DismissAsync();
        };
        await supervisor.Enters(site, "sup-1");
        await supervisor.GetByRole(AriaRole.Link, new() { Name = "Contact" }).ClickAsync();
        await supervisor.GetByRole(AriaRole.Link, new() { Name = "Incident 2031-1" }).ClickAsync();
        Assert.Contains("Harbor House <script>", await supervisor.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await supervisor.Locator("select[name=days]").SelectOptionAsync("14");
        await supervisor.Presses("Allow it, for one approach");
        await asker.ReloadAsync();
        Assert.Contains("Allowed until", await asker.Locator(".held").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("a way of contact that nobody else sees", await asker.Locator(".held").InnerTextAsync(), StringComparison.Ordinal);

        await advocate.GotoAsync(new Uri(site.Address, "/sheets").ToString());
        await advocate.Presses("Take my yes back: no contact");
        await asker.ReloadAsync();
        Assert.Contains("No contact.", await asker.Locator(".held").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, alerts);
        Assert.Empty(site.Said);
    }

    [Fact]
    public async Task A_no_by_keyboard_ends_it_nobody_is_asked_again_and_an_own_question_is_not_decided()
    {
        await using var site = await PoliceSite.Start();
        await site.Import();
        var supervisor = await chromium.Page();
        await supervisor.Enters(site, "sup-1");
        var contact = new Uri(site.Address, $"/incidents/{await site.Incident("2031-1")}/approaches").ToString();
        await Asks(supervisor, contact, " ");
        Assert.Contains("expected 1 to 4000", await supervisor.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await Asks(supervisor, contact, Sheet);
        await supervisor.GetByRole(AriaRole.Link, new() { Name = "Asked " }).ClickAsync();
        Assert.Contains("another supervisor decides", await supervisor.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        var advocate = await chromium.Page();
        await advocate.Enters(site, "adv-1", PurposeKind.Help);
        await advocate.TabsTo("document.activeElement.name === 'agrees'");
        await advocate.Keyboard.PressAsync(" ");
        await advocate.TabsTo("document.activeElement.name === 'for'");
        await advocate.Keyboard.TypeAsync("Harbor House (invented)");
        await advocate.Keyboard.PressAsync("Enter");
        await advocate.GetByText("Nothing waits for you").WaitForAsync();

        await supervisor.ReloadAsync();
        Assert.Contains("not allowed: no contact", await supervisor.Locator(".held").InnerTextAsync(), StringComparison.Ordinal);
        await Asks(supervisor, contact, Sheet);
        Assert.Contains("Found a no that is not 180 days old", await supervisor.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(Sheet, await supervisor.Locator("textarea").InputValueAsync());
    }

    private static async Task Asks(IPage page, string contact, string sheet)
    {
        await page.GotoAsync(contact);
        await page.Locator("input[value=AdvocateAsksFirst]").CheckAsync();
        await page.Locator("input[value=AdvocateAlone]").CheckAsync();
        await page.Locator("textarea").FillAsync(sheet);
        await page.Presses("Ask the advocate");
    }
}
