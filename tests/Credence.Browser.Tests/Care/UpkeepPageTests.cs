using Credence.Browser.Tests.Police;
using Credence.Record.Access;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Care;

/// <summary>What stands around a person's file: legal holds, duties to report, cards for the own pages.</summary>
public class UpkeepPageTests(Chromium chromium)
{
    [Fact]
    public async Task A_hold_is_placed_by_one_and_lifted_by_two_and_a_worker_does_not_find_it()
    {
        await using var site = await CareSite.Start();
        var file = new Uri(site.Address, $"/persons/{(await site.TakeIn()).Value}").ToString();
        var page = await chromium.Page(390);
        await page.Enters(site, "adv-1", PurposeKind.LegalDuty);
        await page.GotoAsync($"{file}/hold");
        await page.Locator("select[name=reason]").SelectOptionAsync("NeededByThePerson");
        await page.GetByRole(AriaRole.Button, new() { Name = "Place the hold" }).ClickAsync();
        Assert.Contains("the person needs it", await page.Locator("ul.rows li").InnerTextAsync(), StringComparison.Ordinal);
        await PageTests.Look(page, [], "care-hold-stands", 390);
        await page.GetByText("Lift that of").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Propose to lift it" }).ClickAsync();
        Assert.Contains("Another person, who may approve", await page.Locator("ul.rows li").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.GetByText("Lift that of").CountAsync());

        var lead = await chromium.Page();
        await lead.Enters(site, "lead-1", PurposeKind.LegalDuty);
        await lead.GotoAsync(new Uri(site.Address, "/erasure").ToString());
        Assert.Contains("the lifting of a hold on file", await lead.InnerTextAsync("main"), StringComparison.Ordinal);
        await PageTests.Look(lead, [], "care-hold-to-lift", 1280);
        await lead.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve that of") }).ClickAsync();
        await lead.GetByText("Do that of").ClickAsync();
        await lead.GetByRole(AriaRole.Button, new() { Name = "Lift the hold" }).ClickAsync();
        Assert.DoesNotContain("Legal holds to review", await lead.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("hold.lifted", await site.Events());

        var worker = await chromium.Page();
        await worker.Enters(site, "work-1", PurposeKind.Help);
        Assert.Equal(404, (await worker.GotoAsync($"{file}/hold"))!.Status);
        Assert.Empty(site.Said);
    }

    [Fact]
    public async Task Duties_say_what_a_person_hears_first_and_by_which_hour_what_has_to_be_told()
    {
        await using var site = await CareSite.Start();
        var page = await chromium.Page(390);
        await page.Enters(site, "work-1", PurposeKind.Help);
        await page.GotoAsync(new Uri(site.Address, "/duties").ToString());
        await page.Locator("select[name=who]").SelectOptionAsync("PoliceOfficer");
        await page.Locator("select[name=place]").SelectOptionAsync("us");
        foreach (var fact in (string[])["Under18", "PossibleTrafficking", "ForeignNational"]) await page.Locator($"select[name=fact-{fact}]").SelectOptionAsync("yes");
        await page.Locator("input[name=learned]").FillAsync("2026-01-02T09:30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Which duties, and by when" }).ClickAsync();
        // 22 U.S.C. 7105(b)(1)(H): within 24 hours.
        Assert.Contains("By 2026-01-03 09:30 UTC, which has passed: do it now", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.True(await page.Locator(".held[lang=es]").CountAsync() > 0);
        await PageTests.Look(page, [], "care-duties-asked", 390);

        await page.Locator("select[name=fact-ForeignNational]").SelectOptionAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Which duties, and by when" }).ClickAsync();
        Assert.Contains("It may be:", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(site.Said);
    }

    [Fact]
    public async Task A_card_is_printed_alone_says_nothing_of_what_it_is_for_and_ends_when_it_is_lost()
    {
        await using var site = await CareSite.Start();
        var page = await chromium.Page();
        await page.Enters(site, "adv-1", PurposeKind.Help);
        await page.GotoAsync(new Uri(site.Address, $"/persons/{(await site.TakeIn()).Value}/card").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a card" }).ClickAsync();
        var code = await page.Locator(".slip code").InnerTextAsync();
        await PageTests.Look(page, [], "care-card-made", 1280);

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var printed = await page.Locator("body").InnerTextAsync();
        Assert.Contains(code, printed, StringComparison.Ordinal);
        Assert.True(printed.Length < 160, printed);
        foreach (var word in (string[])["police", "traffick", "victim", "Credence", "Harbor", "record", "policía", "víctima", CareSite.Named])
            Assert.DoesNotContain(word, printed, StringComparison.OrdinalIgnoreCase);
        // 85.6 by 54 millimeters at 96 dots an inch, and what a border takes.
        var slip = await page.Locator(".slip").BoundingBoxAsync();
        Assert.InRange(slip!.Width, 300, 325);
        Assert.InRange(slip.Height, 150, 206);
        if (Environment.GetEnvironmentVariable("CREDENCE_SCREENSHOTS") is { Length: > 0 } folder) await page.PdfAsync(new() { Path = Path.Combine(folder, "care-card.pdf"), Format = "Letter" });
        await page.EmulateMediaAsync(new() { Media = Media.Screen });

        await page.GotoAsync(new Uri(site.Address, "/persons").ToString());
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Open file") }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Card", Exact = true }).ClickAsync();
        Assert.DoesNotContain(code, await page.ContentAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^It was lost") }).First.ClickAsync();
        Assert.Contains("ended", await page.Locator("ol.rows").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^It was lost") }).CountAsync());
        Assert.Empty(site.Said);
    }
}
