using Credence.Record.Access;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

public class TeamPageTests(Chromium chromium)
{
    [Fact]
    public async Task An_administrator_alone_lets_nobody_in_and_the_link_needs_the_digits_of_a_second_person()
    {
        await using var site = await PoliceSite.Start();
        var admin = await chromium.Page();
        await admin.Enters(site, "admin-1", PurposeKind.Maintenance);
        await admin.GetByRole(AriaRole.Button, new() { Name = "Link for inv-1" }).ClickAsync();
        var link = await admin.Locator("[role=status] code").InnerTextAsync();
        Assert.Equal(0, await admin.GetByRole(AriaRole.Button, new() { Name = "Show the digits for inv-1" }).CountAsync());

        var supervisor = await chromium.Page();
        await supervisor.Enters(site, "sup-1");
        await supervisor.GetByRole(AriaRole.Link, new() { Name = "Team" }).ClickAsync();
        await supervisor.GetByRole(AriaRole.Button, new() { Name = "Show the digits for inv-1" }).ClickAsync();
        var digits = await supervisor.Locator(".digits").InnerTextAsync();

        var person = await chromium.Page();
        await person.WithDevice();
        await person.GotoAsync(link);
        await person.Locator("input[name=code]").FillAsync("0000 0000");
        await person.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        Assert.Contains("Those digits did not work", await person.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await person.Locator("input[name=code]").FillAsync(digits);
        await person.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await person.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await person.WaitForURLAsync("**/purpose");
    }

    [Fact]
    public async Task A_closed_account_is_out_at_its_next_press()
    {
        await using var site = await PoliceSite.Start();
        await site.Import();
        var person = await chromium.Page();
        await person.Enters(site, "inv-1");
        var admin = await chromium.Page();
        await admin.Enters(site, "admin-1", PurposeKind.Maintenance);

        Assert.False(await admin.GetByRole(AriaRole.Button, new() { Name = "Close inv-1 for good" }).IsVisibleAsync());
        await admin.GetByText("Close inv-1", new() { Exact = true }).ClickAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Close inv-1 for good" }).ClickAsync();
        await person.ReloadAsync();

        Assert.EndsWith("/sign-in", person.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_account_waits_until_another_confirms_it()
    {
        await using var site = await PoliceSite.Start();
        var admin = await chromium.Page();
        await admin.Enters(site, "admin-1", PurposeKind.Maintenance);
        await admin.Locator("input[name=handle]").FillAsync("inv-9");
        await admin.Locator("select[name=role]").SelectOptionAsync("Investigator");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Propose" }).ClickAsync();
        Assert.Equal(0, await admin.GetByRole(AriaRole.Button, new() { Name = "Confirm inv-9" }).CountAsync());

        var other = await chromium.Page();
        await other.Enters(site, "admin-2", PurposeKind.Maintenance);
        await other.GetByRole(AriaRole.Button, new() { Name = "Confirm inv-9" }).ClickAsync();

        Assert.Contains("inv-9", await other.Locator(".rows").Last.InnerTextAsync(), StringComparison.Ordinal);
    }
}
