using System.Text.Json.Nodes;
using Credence.Browser.Tests.Police;
using Credence.Care.Directories;
using Credence.Directories;
using Credence.Record.Access;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Care;

/// <summary>The directory as those who look for help in it see it.</summary>
public class DirectoryPageTests(Chromium chromium)
{
    [Fact]
    public async Task What_cannot_be_read_of_a_question_is_said_at_its_field_and_a_language_and_a_town_that_nobody_knows_are_said()
    {
        await using var site = await CareSite.Start();
        await Fill(site, 1);
        var page = await chromium.Page(390);
        await page.Enters(site, "lead-1", PurposeKind.Help);
        foreach (var (field, wrong) in ((string, string)[])[("age", "abc"), ("age", "-3"), ("within", "x"), ("town", ""), ("language", "e1"), ("offset", "99")])
        {
            await Ask(page, site, field == "town" ? [("within", "5")] : [(field, wrong)]);
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Found no");
            Assert.Equal("true", await page.Locator($"[name={field}]").GetAttributeAsync("aria-invalid"));
            Assert.Equal(0, await page.Locator("#found").CountAsync());
        }

        await PageTests.Look(page, [], "care-directory-wrong", 390);
        await Ask(page, site, ("language", "qq"), ("town", "Nowhere"), ("age", "30"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("“qq” is no language that is known here");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("names Nowhere as its town");
        await Ask(page, site, ("language", "es"), ("town", "riverton"));
        Assert.Equal(0, await page.Locator("main .notice").CountAsync());
        Assert.Empty(site.Said);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task More_services_than_a_page_holds_are_counted_and_the_next_ones_are_one_button_away()
    {
        await using var site = await CareSite.Start();
        await Fill(site, 120);
        var page = await chromium.Page();
        await page.Enters(site, "lead-1", PurposeKind.Help);
        await Ask(page, site, ("language", "es"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("30 of 120, best first");
        Assert.Equal(30, await page.Locator("ol.found > li").CountAsync());
        var before = await page.Locator("ol.found > li a").EvaluateAllAsync<string[]>(Addresses);
        await page.GetByRole(AriaRole.Button, new() { Name = "The next 30 of them" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("31 to 60 of 120, best first");
        var after = await page.Locator("ol.found > li a").EvaluateAllAsync<string[]>(Addresses);
        Assert.Equal(60, before.Concat(after).Distinct().Count());
        Assert.Equal("es", await page.Locator("input[name=language][maxlength]").InputValueAsync());
        await PageTests.Look(page, [], "care-directory-next", 1280);

        var person = await site.TakeIn();
        await page.GotoAsync(new Uri(site.Address, $"/persons/{person.Value}/referrals/new").ToString());
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("20 of 120, best first");
        await page.GetByRole(AriaRole.Link, new() { Name = "The next ones" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("21 to 40 of 120, best first");
        Assert.Equal(20, await page.Locator("ol.found > li").CountAsync());

        // Two by two they are the same, and so are their organizations: these have no page, but a name.
        await page.GotoAsync(new Uri(site.Address, "/directory/duplicates").ToString());
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("1 to 50 of 120 pairs");
        await page.GetByRole(AriaRole.Link, new() { Name = "The next ones" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("51 to 100 of 120 pairs");
        await page.GotoAsync(new Uri(site.Address, "/directory/duplicates?skip=119").ToString());
        var titles = await page.Locator("main h2").AllInnerTextsAsync();
        await page.GotoAsync(new Uri(site.Address, "/directory/duplicates?skip=0").ToString());
        Assert.All(titles.Concat(await page.Locator("main h2").AllInnerTextsAsync()), title => Assert.Matches("^(House|Emergency Shelter) [0-9]+$", title));
        Assert.Contains("The organization House ", await TextOf(page, site, "/directory/duplicates?skip=0") + await TextOf(page, site, "/directory/duplicates?skip=100"), StringComparison.Ordinal);
        Assert.Empty(site.Said);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_service_is_shown_with_its_hours_and_its_web_page_as_a_link_only_if_it_is_one_of_the_web()
    {
        await using var site = await CareSite.Start();
        await Fill(site, 2);
        var page = await chromium.Page(390);
        await page.Enters(site, "lead-1", PurposeKind.Help);
        await page.GotoAsync(new Uri(site.Address, "/directory/services/s0").ToString());
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Monday to Friday, 9 am to 5:30 pm");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("help@example.org");
        Assert.Contains("noreferrer", await page.Locator("main a[href='https://example.org/beds']").GetAttributeAsync("rel"), StringComparison.Ordinal);
        await PageTests.Look(page, [], "care-service", 390);
        await page.GotoAsync(new Uri(site.Address, "/directory/services/s1").ToString());
        Assert.DoesNotContain("javascript:", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("@SUM", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(site.Said);
        await page.Context.CloseAsync();
    }

    private const string Addresses = "links => links.map(link => link.href)";

    private static async Task<string> TextOf(IPage page, CareSite site, string address)
    {
        await page.GotoAsync(new Uri(site.Address, address).ToString());
        return await page.Locator("main").InnerTextAsync();
    }

    private static async Task Ask(IPage page, CareSite site, params (string Field, string Says)[] says)
    {
        await page.GotoAsync(new Uri(site.Address, "/directory").ToString());
        await page.Locator("select[name=need-Shelter]").SelectOptionAsync("Now");
        foreach (var (field, said) in says)
            await page.Locator($"[name={field}]").EvaluateAsync("(field, said) => { if (field.tagName === 'SELECT') field.options[0].value = said, field.selectedIndex = 0; else field.value = said; }", said);
        await page.Locator("[name=age]").EvaluateAsync("field => { field.form.noValidate = true; }");
        await page.GetByRole(AriaRole.Button, new() { Name = "Find help" }).ClickAsync();
    }

    private static async Task Fill(CareSite site, int services)
    {
        var keeper = await site.Access("lead-1", PurposeKind.Maintenance);
        using var shelf = new DirectoryShelf(Credence.Testing.Cast.Packs);
        await new DirectoryDesk(site.Record, shelf).Import(keeper, "example-211", Enumerable.Range(0, services).Select(Service).ToList(), TestContext.Current.CancellationToken);
    }

    private static DirectoryEntry Service(int number) => new("service", JsonNode.Parse($$$"""
        {"id":"s{{{number}}}","name":"Emergency Shelter {{{number / 2}}}","status":"active","url":"{{{(number == 1 ? "javascript:alert(1)" : "https://example.org/beds")}}}",
         "email":"{{{(number == 1 ? "@SUM(A1)" : "help@example.org")}}}","organization":{"id":"o{{{number}}}","name":"House {{{number / 2}}}","description":"d","website":"https://house{{{number / 2}}}.example.org/"},"languages":[{"id":"l{{{number}}}","code":"es"}],
         "phones":[{"id":"p{{{number}}}","number":"212-555-{{{1000 + (number / 2)}}}"}],"schedules":[{"id":"c{{{number}}}","freq":"WEEKLY","byday":"MO,TU,WE,TH,FR","opens_at":"09:00","closes_at":"17:30"}],
         "service_at_locations":[{"id":"sl{{{number}}}","location":{"id":"w{{{number}}}","location_type":"physical","addresses":[{"id":"a{{{number}}}","address_1":"{{{number / 2}}} Quay Street","city":"Riverton","state_province":"EX","postal_code":"00001","country":"US","address_type":"physical"}]}}]}
        """)!.AsObject(), "services.json", number + 1);
}
