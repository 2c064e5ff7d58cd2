using System.Text.RegularExpressions;
using Credence.Record.Access;
using Credence.Testing;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

/// <summary>Reading in a review, as a reader does it.</summary>
public partial class ReadingPageTests(Chromium chromium)
{
    private const string More = "2031-3,ZZ0310000,23H,50,M,2031-02-05,\"A ladder was taken from the yard (invented).\"\n";

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task With_the_keyboard_alone_a_reader_goes_through_a_whole_review_thinks_again_and_writes_notes()
    {
        await using var site = await PoliceSite.Start();
        await site.Import(More);
        await site.Review(0, "inv-1");
        var page = await chromium.Page();
        await page.Enters(site, "inv-1", PurposeKind.Review);
        await page.TabsToAndEnters("Reviews");
        await page.TabsToAndEnters($"Read in {Reviews.Name} inv-1");
        Assert.Equal("Read 2031-1", await page.Heading());
        Assert.Contains("passport", await page.Locator("mark").First.InnerTextAsync(), StringComparison.Ordinal);

        await page.Keyboard.PressAsync("m");
        await page.Keyboard.PressAsync("p");
        await page.Keyboard.PressAsync("t");
        await page.Keyboard.TypeAsync("Nobody let her leave: S, L, B (invented).");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal("Read 2031-1", await page.Heading());
        await page.Strikes("l");
        var second = await page.Heading();
        Assert.Contains("You said of 2031-1: possible: labor.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Strikes("n");
        var third = await page.Heading();
        await page.Strikes("z");
        Assert.Equal(second, await page.Heading());
        Assert.Contains("no possible victim", await page.Locator(".said").InnerTextAsync(), StringComparison.Ordinal);
        await page.Strikes("u");
        Assert.Equal(third, await page.Heading());
        await page.Strikes("n");

        Assert.Equal("Nothing to read now", await page.Heading());
        Assert.Equal(
            [("2031-1", "Yes Labor Means Purpose"), (second[5..], "No None"), (second[5..], "Unsure None"), (third[5..], "No None")], await site.Readings());
        await page.Goes(site, $"/reviews/{(await site.Review(0, "ana-1")).Value}");
        Assert.Equal("Not found", await page.Heading());
    }

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task A_judgement_that_comes_after_the_session_ended_keeps_nothing_and_gives_the_notes_back()
    {
        await using var site = await PoliceSite.Start();
        await site.Import(More);
        var review = await site.Review(0, "inv-1");
        var page = await chromium.Page(width: 390);
        await page.Enters(site, "inv-1");
        await page.Goes(site, $"/reviews/{review.Value}/reading");
        const string Note = "Nobody let her leave <script>alert('note')</script> (invented)";
        await page.Locator("textarea[name=note]").FillAsync(Note);
        await page.Locator("input[name=element][value=Means]").CheckAsync();
        await page.Context.ClearCookiesAsync();
        await page.Presses("Not sure");

        Assert.Equal("You were signed out", await page.Heading());
        var said = await page.Locator("main").InnerTextAsync();
        foreach (var part in (string[])["Nothing was kept", Note, "Means", "unsure"]) Assert.Contains(part, said, StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("nav").CountAsync());
        Assert.Empty(await site.Readings());
        var elsewhere = await page.APIRequest.PostAsync(new Uri(site.Address, "/writing").ToString(), new() { Form = page.APIRequest.CreateFormData().Set("text", "call this number"), MaxRedirects = 0 });
        Assert.Equal(302, elsewhere.Status);
    }

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task A_key_held_down_or_pressed_twice_judges_one_incident_and_keys_can_be_turned_off()
    {
        await using var site = await PoliceSite.Start();
        await site.Import(More);
        var review = await site.Review(0, "inv-1");
        var page = await chromium.Page();
        await page.Enters(site, "inv-1");
        await page.Goes(site, $"/reviews/{review.Value}/reading");
        await page.Locator("body[data-keys=ready]").WaitForAsync();

        await page.Keyboard.DownAsync("n");
        for (var i = 0; i < 5; i++) await page.Keyboard.DownAsync("n");
        await page.Keyboard.UpAsync("n");
        await page.Keyboard.PressAsync("n");
        await page.WaitForFunctionAsync("() => document.querySelector('h1')?.textContent !== 'Read 2031-1' && document.body.dataset.keys === 'ready'");
        Assert.Single(await site.Readings());

        var heading = await page.Heading();
        await page.GetByLabel("One key answers").UncheckAsync();
        Assert.False(await page.Locator("kbd").First.IsVisibleAsync());
        await page.Keyboard.PressAsync("n");
        await page.ReloadAsync();
        await page.Locator("body[data-keys=ready]").WaitForAsync();
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.PressAsync("Control+s");
        Assert.Equal(heading, await page.Heading());
        Assert.Single(await site.Readings());
    }

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task Without_scripts_buttons_judge_undo_and_give_back_and_no_keys_are_shown()
    {
        await using var site = await PoliceSite.Start();
        await site.Import(More);
        var review = await site.Review(0, "inv-1");
        var page = await chromium.Page(scripts: false);
        await page.SetsUpPassword(site, "inv-1", "several quiet words here");
        await page.Chooses(PurposeKind.Review);
        await page.Goes(site, $"/reviews/{review.Value}/reading");

        Assert.False(await page.Locator("kbd").First.IsVisibleAsync());
        await page.Locator("input[name=element]").First.PressAsync("Enter");
        Assert.Contains("Found no answer", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await site.Readings());
        await page.Locator("textarea[name=note]").FillAsync("Two\nlines <b>of</b> a note (invented).");
        await page.GetByRole(AriaRole.Button, new() { Name = "Possible: both" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Undo: answer 2031-1 again" }).ClickAsync();
        Assert.Equal("Two\nlines <b>of</b> a note (invented).", await page.Locator("textarea[name=note]").InputValueAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Not sure" }).ClickAsync();
        var given = await page.Heading();
        await page.GetByRole(AriaRole.Button, new() { Name = "Give it back" }).ClickAsync();

        Assert.NotEqual(given, await page.Heading());
        await page.GetByRole(AriaRole.Button, new() { Name = "No possible victim" }).ClickAsync();
        Assert.Equal("Nothing to read now", await page.Heading());
        Assert.Equal(["Yes Both", "Unsure None", "No None"], (await site.Readings()).ConvertAll(reading => reading.Answer));
    }

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task A_page_that_was_open_while_another_read_the_incident_or_the_reader_elsewhere_says_what_came_of_it()
    {
        var clock = new LaterClock();
        await using var site = await PoliceSite.Start(clock);
        await site.Import();
        var review = await site.Review(0, "inv-1", "inv-2");
        var (one, other) = (await chromium.Page(), await chromium.Page());
        await one.Enters(site, "inv-1");
        await other.Enters(site, "inv-2");
        await one.Goes(site, $"/reviews/{review.Value}/reading");
        await other.Goes(site, $"/reviews/{review.Value}/reading");
        await other.GetByRole(AriaRole.Button, new() { Name = "No possible victim" }).ClickAsync();
        Assert.Contains("with other readers", await other.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        var tab = await one.Context.NewPageAsync();
        for (var minutes = 0; minutes < 75; minutes += 25)
        {
            clock.Ahead += TimeSpan.FromMinutes(25);
            await tab.Goes(site, "/reviews");
            await other.Goes(site, "/reviews");
        }

        await other.Goes(site, $"/reviews/{review.Value}/reading");
        await tab.Goes(site, one.Url);
        await other.GetByRole(AriaRole.Button, new() { Name = "Possible: labor" }).ClickAsync();
        await one.GetByRole(AriaRole.Button, new() { Name = "Not sure" }).ClickAsync();
        Assert.Contains("Kept. Others had read that incident meanwhile", await one.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await tab.Goes(site, $"/reviews/{review.Value}/reading/{await site.Incident("2031-1")}");
        await one.Goes(site, tab.Url);
        await tab.GetByRole(AriaRole.Button, new() { Name = "No possible victim" }).ClickAsync();
        await one.Locator("textarea[name=note]").FillAsync("Kept on the page (invented).");
        await one.GetByRole(AriaRole.Button, new() { Name = "Possible: labor" }).ClickAsync();
        Assert.Contains("You have read this one before", await one.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("no possible victim", await one.Locator(".said").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Kept on the page (invented).", await one.Locator("textarea[name=note]").InputValueAsync());
        Assert.Equal(["No None", "Yes Labor", "Unsure None", "No None"], (await site.Readings()).ConvertAll(reading => reading.Answer));
    }

    [Fact(Skip = LongRun.WhySkipped, SkipUnless = nameof(LongRun.IsAsked), SkipType = typeof(LongRun))]
    public async Task The_second_reader_sees_what_the_first_saw_and_somebody_else_sees_both_and_decides()
    {
        await using var site = await PoliceSite.Start();
        await site.Import();
        var review = await site.Review(1, "inv-1", "inv-2");
        var (first, second, lead) = (await chromium.Page(), await chromium.Page(), await chromium.Page());
        var alerts = 0;
        lead.Dialog += async (_, dialog) =>
        {
            alerts++;
            await dialog.DismissAsync();
        };
        await first.Enters(site, "inv-1");
        await second.Enters(site, "inv-2");
        await lead.Enters(site, "sup-1");

        await first.Goes(site, $"/reviews/{review.Value}/reading");
        var seen = Ids().Replace(await first.ContentAsync(), "");
        await first.Locator("textarea[name=note]").FillAsync("FIRSTNOTE <script>alert('note')</script> (invented)");
        await first.GetByRole(AriaRole.Button, new() { Name = "Possible: labor" }).ClickAsync();
        await second.Goes(site, $"/reviews/{review.Value}/reading");
        Assert.Equal(seen, Ids().Replace(await second.ContentAsync(), ""));
        await second.GetByRole(AriaRole.Button, new() { Name = "No possible victim" }).ClickAsync();
        await second.Goes(site, $"/reviews/{review.Value}");
        Assert.Contains("it could tell one what the other said", await second.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await second.GetByText("Readers differ").CountAsync());

        await lead.Goes(site, $"/reviews/{review.Value}");
        await lead.GetByRole(AriaRole.Link, new() { Name = "Decide where readers differ" }).ClickAsync();
        await lead.GetByRole(AriaRole.Link, new() { Name = "2031-1" }).ClickAsync();
        var sides = await lead.Locator(".sides").InnerTextAsync();
        Assert.Contains("possible: labor", sides, StringComparison.Ordinal);
        Assert.Contains("no possible victim", sides, StringComparison.Ordinal);
        Assert.Contains("FIRSTNOTE <script>alert('note')</script>", sides, StringComparison.Ordinal);
        Assert.DoesNotContain("inv-", sides, StringComparison.Ordinal);
        var tab = await lead.Context.NewPageAsync();
        await tab.Goes(site, new Uri(lead.Url).AbsolutePath);
        await lead.Locator("body[data-keys=ready]").WaitForAsync();
        await lead.Strikes("s");
        Assert.Contains("There is none for you to decide", await lead.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await tab.GetByRole(AriaRole.Button, new() { Name = "Not sure" }).ClickAsync();
        Assert.Contains("somebody has decided meanwhile", await tab.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(["Yes Labor", "No None", "Yes Sex"], (await site.Readings()).ConvertAll(reading => reading.Answer));

        await lead.Goes(site, $"/reviews/{review.Value}");
        await lead.Locator("input[name=sure]").CheckAsync();
        await lead.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await first.GetByRole(AriaRole.Button, new() { Name = "No possible victim" }).ClickAsync();
        Assert.Contains("The review was closed", await first.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await second.ReloadAsync();
        Assert.Contains("Krippendorff", await second.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, alerts);
        Assert.Empty(site.Said);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|name=\"__RequestVerificationToken\" value=\"[^\"]*\"| data-keys=\"ready\"")]
    private static partial Regex Ids();
}
