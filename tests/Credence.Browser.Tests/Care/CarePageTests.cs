using Credence.Browser.Tests.Police;
using Credence.Record.Access;
using Credence.Testing;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Care;

/// <summary>Every page of the service record, at the width of a phone and of a desk: nothing that axe finds, nothing wider than the screen, nothing large; and its flows.</summary>
public class CarePageTests(Chromium chromium)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task Every_page_of_every_role_is_clean_fits_and_is_small(int width, bool dark)
    {
        Assert.SkipUnless(width == 390 || LongRun.IsAsked, LongRun.WhySkipped);
        await using var site = await CareSite.Start();
        var (person, handover) = ((await site.TakeIn()).Value, (await site.HandOver()).Value);
        (string Handle, PurposeKind Purpose, string[] Addresses)[] pages =
        [
            ("lead-1", PurposeKind.Help, [.. CarePages.Of(person, handover)]),
            ("admin-1", PurposeKind.Maintenance, ["/directory", "/team", "/agency", "/reach"]),
        ];
        foreach (var (handle, purpose, addresses) in pages)
        {
            var page = await chromium.Page(width, dark);
            await page.Enters(site, handle, purpose);
            foreach (var address in addresses)
            {
                var answer = await page.GotoAsync(new Uri(site.Address, address).ToString());
                Assert.Equal((address, 200), (address, answer!.Status));
                await PageTests.Look(page, await answer.BodyAsync(), $"care-{handle}{address.Replace(person.ToString(), "file").Replace(handover.ToString(), "one").Replace('/', '-').Replace('?', '-')}", width);
            }

            await page.Context.CloseAsync();
        }

        Assert.Empty(site.Said);
    }

    [Fact]
    public async Task A_handover_is_taken_without_a_name_in_the_list_and_the_person_signs_a_consent_on_the_screen_and_takes_it_back()
    {
        await using var site = await CareSite.Start();
        await site.HandOver();
        var page = await chromium.Page(390);
        await page.Enters(site, "adv-1", PurposeKind.Help);
        await page.GotoAsync(new Uri(site.Address, "/inbox").ToString());
        Assert.DoesNotContain(CareSite.Named, await page.ContentAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Open that of") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it", Exact = true }).ClickAsync();
        Assert.Contains(CareSite.Named, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        var file = page.Url;

        await page.GotoAsync($"{file}/consents/new");
        await page.Locator("select[name=to]").SelectOptionAsync("other-provider");
        await page.Locator("input[name=name]").FillAsync("Meadow Legal");
        await page.Locator("input[name=short]").FillAsync("meadow-legal");
        await page.Locator("input[name=kind][value=Needs]").CheckAsync();
        await page.Locator("input[name=age]").FillAsync("34");
        // The file says that the person speaks Spanish; this time somebody interprets.
        Assert.Equal("es", await page.Locator("input[name=explained]").InputValueAsync());
        await page.Locator("input[name=explained]").FillAsync("en");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        Assert.Equal("Before you sign", await page.Locator("h1").InnerTextAsync());
        // The device is in the person's hands: no page of the record opens.
        Assert.Equal(0, await page.Locator("nav").CountAsync());
        await page.Locator("input[name=read-Person]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I sign", Exact = true }).ClickAsync();
        Assert.Equal("You have signed", await page.Locator("h1").InnerTextAsync());
        await page.GotoAsync($"{file}/consents");
        Assert.EndsWith("/sign-in", page.Url, StringComparison.Ordinal);

        await page.SignsInAgain(site, PurposeKind.Help);
        await page.GotoAsync($"{file}/consents");
        Assert.Contains("Meadow Legal", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GetByText("Take back that for Meadow Legal").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        Assert.Contains("Nothing is told by it any more", await page.GetByRole(AriaRole.Status).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("consent.withdrawn", await site.Events());
        Assert.Contains("handover.taken", await site.Events());
        Assert.Empty(site.Said);
    }

    [Fact]
    public async Task Words_of_wishes_are_warned_of_before_they_are_typed_and_what_was_done_stands_beside_them()
    {
        await using var site = await CareSite.Start();
        var file = new Uri(site.Address, $"/persons/{(await site.TakeIn()).Value}").ToString();
        var page = await chromium.Page();
        await page.Enters(site, "adv-1", PurposeKind.Help);
        await page.GotoAsync($"{file}/wishes");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('.held').compareDocumentPosition(document.querySelector('textarea')) === Node.DOCUMENT_POSITION_FOLLOWING"));
        Assert.Contains("discoverable", await page.Locator(".held").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("textarea[name=words]").FillAsync("To be believed <script>alert(1)</script>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        Assert.Contains("To be believed <script>", await page.Locator("section.said").InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByText("Something was done about that of").ClickAsync();
        await page.Locator("textarea[name=what]").FillAsync("The report was corrected");
        await page.Locator("input[name=by]").FillAsync("the lead");
        await page.Locator("select[name=honoring]").SelectOptionAsync("Honored");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
        Assert.Contains("The report was corrected, by the lead", await page.Locator("section.said").InnerTextAsync(), StringComparison.Ordinal);

        var worker = await chromium.Page();
        await worker.Enters(site, "work-1", PurposeKind.Help);
        Assert.Equal(404, (await worker.GotoAsync($"{file}/wishes"))!.Status);
        Assert.Equal(404, (await worker.GotoAsync(new Uri(site.Address, "/statements").ToString()))!.Status);
    }
}
