using Credence.Testing;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

public class EntryTests(Chromium chromium)
{
    [Fact]
    public async Task A_link_leads_to_a_passkey_and_the_passkey_opens_the_door_again()
    {
        await using var site = await PoliceSite.Start();
        await site.Import();
        var page = await chromium.Page();
        await page.Enters(site, "inv-1");
        Assert.EndsWith("/incidents", page.Url, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.WaitForURLAsync("**/purpose");

        Assert.Contains("You signed in before this on", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(2, (await site.Events()).Count(kind => kind == "sign-in.entered"));
        Assert.Empty(site.Said);
    }

    [Fact]
    public async Task Without_scripts_a_password_and_an_authenticator_do_the_same()
    {
        await using var site = await PoliceSite.Start();
        await site.Import();
        var page = await chromium.Page(scripts: false);
        var (secret, used) = await page.SetsUpPassword(site, "inv-1", "several quiet words here");
        await page.Chooses(Credence.Record.Access.PurposeKind.Casework);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await page.Locator("input[name=handle]").FillAsync("INV-1");
        await page.Locator("input[name=password]").FillAsync("several quiet words here");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on to the code" }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in/code");
        await page.Locator("input[name=code]").FillAsync(used);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        // The code that set the sign-in up is used: as long as it would be good it opens nothing.
        Assert.Contains("each works once", await page.ContentAsync(), StringComparison.Ordinal);
        await page.Locator("input[name=code]").FillAsync(Authenticator.Code(secret, steps: 1));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync("**/purpose");
    }

    [Fact]
    public async Task A_link_works_once_and_the_next_one_ends_what_was_set_up_before()
    {
        await using var site = await PoliceSite.Start();
        var page = await chromium.Page();
        var link = await site.Link("inv-1");
        await page.GotoAsync(link.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();

        var other = await chromium.Page();
        await other.GotoAsync(link.ToString());

        Assert.Equal("No such link", await other.Locator("h1").InnerTextAsync());
    }

    [Fact]
    public async Task The_only_way_in_is_not_removed_and_another_session_can_be_ended()
    {
        await using var site = await PoliceSite.Start();
        var page = await chromium.Page();
        await page.Enters(site, "inv-1");
        await page.GetByRole(AriaRole.Link, new() { Name = "Your sign-in" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey" }).ClickAsync();
        Assert.Contains("only way in", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);

        var cookies = await page.Context.CookiesAsync();
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(new Uri(site.Address, "/sign-in").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.WaitForURLAsync("**/purpose");
        await page.GotoAsync(new Uri(site.Address, "/account").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "End the others" }).ClickAsync();
        await page.WaitForURLAsync("**/account");
        Assert.Contains("This one only", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        var other = await chromium.Page();
        await other.Context.AddCookiesAsync(cookies.Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = site.Address.ToString() }));
        await other.GotoAsync(new Uri(site.Address, "/account").ToString());
        Assert.EndsWith("/sign-in", other.Url, StringComparison.Ordinal);
    }
}
