using Credence.Browser.Tests.Police;
using Credence.Care.Statements;
using Credence.Testing;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Portal;

/// <summary>The portal in a browser, as somebody uses it whose phone is looked at by somebody else.</summary>
public class PortalPageTests(Chromium chromium)
{
    private const int MostBytes = 50_000;

    [Fact]
    public async Task Somebody_without_a_name_keeps_a_note_comes_back_after_a_month_sends_a_part_and_stops_sharing_it()
    {
        var clock = new MovedClock();
        await using var site = await PortalSite.Start(clock);
        var page = await chromium.Page(390, scripts: false);
        await page.GotoAsync(site.Address.ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "I have no card" }).ClickAsync();
        var words = await page.SetsPassphrase();
        await page.GetByRole(AriaRole.Link, new() { Name = "My notes" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Write a note" }).ClickAsync();
        await page.Locator("textarea").FillAsync("They keep my passport. My boss is called Invented.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        Assert.Contains("Only you can read it.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await site.Shared());
        await page.Context.CloseAsync();

        clock.Move(TimeSpan.FromDays(31));
        page = await chromium.Page(390, scripts: false);
        await page.ComesBack(site, words);
        await page.GotoAsync(site.At("/notes"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Kept on" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Send a part of it" }).ClickAsync();
        await page.Locator("textarea").FillAsync("They keep my passport.");
        await page.GetByLabel("I want to talk with someone").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        Assert.Empty(await site.Shared());
        await page.GetByRole(AriaRole.Button, new() { Name = "Send this part" }).ClickAsync();
        var shared = Assert.Single(await site.Shared());
        Assert.Equal(StatementAsk.Talk, shared.Asks);
        Assert.Equal("They keep my passport.", await site.Opens(shared.Id));

        await site.Replies(shared.Id, "Come on Tuesday, ask for the blue door (invented).");
        await page.GotoAsync(site.At("/home"));
        Assert.Contains("Someone at Harbor House wrote to you.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync(site.At($"/notes/{shared.Id.Value}"));
        Assert.Contains("ask for the blue door", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Stop sharing it" }).ClickAsync();
        Assert.Empty(await site.Shared());
        await page.GotoAsync(site.At("/looked"));
        Assert.Contains("read a note you shared", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(site.Said);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaving_shows_something_else_and_going_back_shows_nothing_of_it(bool scripts)
    {
        await using var site = await PortalSite.Start();
        var page = await chromium.Page(390, scripts: scripts);
        await page.GotoAsync("about:blank");
        await page.GotoAsync(site.At("/alone"));
        var words = await page.SetsPassphrase();
        await page.GetByRole(AriaRole.Link, new() { Name = "My notes" }).ClickAsync();
        await page.WaitForURLAsync("**/notes");

        var opened = scripts ? page.Context.WaitForPageAsync() : null;
        await page.GetByRole(AriaRole.Link, new() { Name = "Leave now" }).ClickAsync();
        await page.WaitForURLAsync(site.Neutral.ToString());
        if (opened is not null)
        {
            var other = await opened;
            await other.WaitForURLAsync(site.Neutral.ToString());
            Assert.Equal(1, await other.EvaluateAsync<int>("history.length"));
        }

        Assert.Empty(await page.Context.CookiesAsync([site.Address.ToString()]));
        for (var back = 0; back < 8; back++)
        {
            await page.GoBackAsync();
            var text = page.Url == "about:blank" ? "" : await page.Locator("body").InnerTextAsync();
            Assert.DoesNotContain("My notes", text, StringComparison.Ordinal);
            // The page before the door, which anybody may open, may come back; nothing of the person's does.
            Assert.DoesNotContain(words, text, StringComparison.OrdinalIgnoreCase);
            Assert.Equal("", await page.EvaluateAsync<string>("[...document.querySelectorAll('input:not([type=hidden])')].map(field => field.value).join('')"));
            Assert.Equal(0, await page.Locator(".own, .words, .entries").CountAsync());
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_shift_key_three_times_leaves_too_and_nothing_is_in_the_browser_s_storage()
    {
        await using var site = await PortalSite.Start();
        var page = await chromium.Page(390);
        await page.GotoAsync(site.At("/alone"));
        await page.SetsPassphrase();
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
        Assert.Equal("0 0", await page.EvaluateAsync<string>("(async () => `${(await caches.keys()).length} ${(await indexedDB.databases()).length}`)()"));

        for (var press = 0; press < 3; press++) await page.Keyboard.PressAsync("Shift");

        await page.WaitForURLAsync(site.Neutral.ToString());
        await page.GotoAsync(site.At("/home"));
        Assert.Equal(site.Neutral.ToString(), page.Url);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(320, true)]
    [InlineData(1280, false)]
    public async Task Every_page_in_both_languages_is_clean_fits_is_small_and_asks_nobody_else(int width, bool dark)
    {
        Assert.SkipUnless(dark || LongRun.IsAsked, LongRun.WhySkipped);
        await using var site = await PortalSite.Start();
        var page = await chromium.Page(width, dark);
        var elsewhere = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) elsewhere.Add(request.Url);
        };
        await page.GotoAsync(site.At("/card"));
        await page.Locator("input[name=code]").FillAsync(await site.Card());
        var words = await page.SetsPassphrase();
        await page.GotoAsync(site.At("/notes/new"));
        await page.Locator("textarea").FillAsync("Invented words of some length. " + new string('x', 80));
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        var note = new Uri(page.Url).AbsolutePath;
        foreach (var prefix in (string[])["", "/es"])
            foreach (var address in (string[])["/", "/about", "/card", "/alone", "/back", "/home", "/file", "/looked", "/agreed", "/agreed/new", "/know", "/notes", "/notes/new", note, $"{note}/more", $"{note}/part", "/erase", "/secret", "/wishes", "/talks", "/help", "/treated", "/nothing"])
            {
                var at = address == "/" && prefix.Length > 0 ? prefix : prefix + address;
                var answer = await page.GotoAsync(site.At(at));
                await PageTests.Look(page, await answer!.BodyAsync(), $"portal{at.Replace('/', '-').Replace(note[7..], "one", StringComparison.Ordinal)}", width);
                var weight = await page.EvaluateAsync<int>("performance.getEntries().reduce((sum, one) => sum + (one.decodedBodySize || 0), 0)");
                Assert.True(weight > 5_000 && weight < MostBytes, $"{at} weighs {weight} bytes.");
                Assert.Equal(prefix.Length > 0 ? "es" : "en", await page.Locator("html").GetAttributeAsync("lang"));
                Assert.Equal(1, await page.Locator("main h1").CountAsync());
                // Nothing has to be turned sideways, also with letters twice as large.
                await page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{at} is wider than {width} with large letters.");
            }

        Assert.Empty(elsewhere);
        Assert.NotEmpty(words);
        Assert.Empty(site.Said);
        await page.Context.CloseAsync();
    }
}
