using System.Net;
using Credence.Record.Access;
using Credence.Record.Storage;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

/// <summary>Who tries to get in otherwise than by the door.</summary>
public class DoorTests(Chromium chromium)
{
    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_the_page_says_the_same_as_for_one_that_does_not_exist()
    {
        await using var site = await PoliceSite.Start();
        var page = await chromium.Page(scripts: false);
        var (secret, _) = await page.SetsUpPassword(site, "inv-1", "several quiet words here");
        await page.Context.ClearCookiesAsync();
        var said = new List<string>();
        for (var tries = 0; tries < 6; tries++) said.Add(await Tries(page, site, "inv-1", $"wrong words number {tries}"));
        said.Add(await Tries(page, site, "nobody", "wrong words"));
        said.Add(await Tries(page, site, "inv-1", "several quiet words here"));

        Assert.Single(said.Distinct());
        Assert.Contains("sign-in.locked", await site.Events());
        Assert.NotEmpty(secret);
    }

    [Fact]
    public async Task A_copied_cookie_is_worth_nothing_after_signing_out()
    {
        await using var site = await PoliceSite.Start();
        await site.Import();
        var page = await chromium.Page();
        await page.Enters(site, "inv-1");
        var cookies = await page.Context.CookiesAsync();
        using var thief = Http(cookies);
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync(new Uri(site.Address, "/incidents"), TestContext.Current.CancellationToken)).StatusCode);

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in");

        Assert.Equal(HttpStatusCode.Found, (await thief.GetAsync(new Uri(site.Address, "/incidents"), TestContext.Current.CancellationToken)).StatusCode);
        Assert.All(cookies, cookie => Assert.True(cookie.HttpOnly && cookie.SameSite == SameSiteAttribute.Strict));
    }

    [Fact]
    public async Task A_form_from_somewhere_else_does_nothing()
    {
        await using var site = await PoliceSite.Start();
        var page = await chromium.Page();
        await page.Enters(site, "admin-1", PurposeKind.Maintenance);
        using var thief = Http(await page.Context.CookiesAsync());
        var account = (await Steward.Of(site.Record).FindAccount("inv-1", TestContext.Current.CancellationToken))!.Id.Value;

        using var form = new FormUrlEncodedContent([new("account", account.ToString())]);
        var answer = await thief.PostAsync(new Uri(site.Address, "/team/closed"), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("too old", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.NotNull(await Steward.Of(site.Record).FindAccount("inv-1", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Another_name_for_the_host_gets_no_page()
    {
        await using var site = await PoliceSite.Start();
        using var http = Http([]);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, "/sign-in"));
        request.Headers.Host = "credence.example";

        Assert.Equal(HttpStatusCode.BadRequest, (await http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Every_answer_loads_nothing_from_elsewhere_is_not_kept_and_runs_no_script_of_a_page()
    {
        await using var site = await PoliceSite.Start();
        using var http = Http([]);
        foreach (var address in (string[])["/sign-in", "/", "/nothing", "/entry/x"])
        {
            var headers = (await http.GetAsync(new Uri(site.Address, address), TestContext.Current.CancellationToken)).Headers;
            var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.True(headers.CacheControl!.NoStore);
            Assert.Equal("no-referrer", Assert.Single(headers.GetValues("Referrer-Policy")));
        }
    }

    private static HttpClient Http(IReadOnlyList<BrowserContextCookiesResult> cookies)
    {
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        if (cookies.Count > 0) http.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        return http;
    }

    private static async Task<string> Tries(IPage page, PoliceSite site, string handle, string password)
    {
        await page.GotoAsync(new Uri(site.Address, "/sign-in").ToString());
        await page.Locator("input[name=handle]").FillAsync(handle);
        await page.Locator("input[name=password]").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on to the code" }).ClickAsync();
        return await page.GetByRole(AriaRole.Alert).InnerTextAsync();
    }
}
