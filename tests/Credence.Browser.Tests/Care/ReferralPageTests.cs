using Credence.Browser.Tests.Police;
using Credence.Record.Access;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Care;

/// <summary>A referral from proposal to the provider's answer by its link, as those who do it would.</summary>
public class ReferralPageTests(Chromium chromium)
{
    [Fact]
    public async Task A_referral_goes_by_a_consent_for_that_provider_who_answers_by_a_link_that_shows_nothing_before_a_press()
    {
        await using var site = await CareSite.Start();
        var file = new Uri(site.Address, $"/persons/{(await site.TakeIn()).Value}").ToString();
        var page = await chromium.Page();
        await page.Enters(site, "adv-1", PurposeKind.Help);
        await page.ProposesMeadowLegal(file);
        Assert.Equal("Meadow Legal, for A bed tonight, A lawyer of one's own: proposed", await page.Locator("section.said h2").InnerTextAsync());

        // Without a consent there is nothing to send.
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Make a link for Meadow Legal" }).CountAsync());
        await page.WritesConsentForMeadowLegal();
        Assert.Equal("Meadow Legal, for A bed tonight, A lawyer of one's own: consented", await page.Locator("section.said h2").InnerTextAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a link for Meadow Legal" }).ClickAsync();
        var link = await page.Locator("[role=status] code").InnerTextAsync();

        var provider = await chromium.Page(390);
        await provider.GotoAsync(link);
        Assert.DoesNotContain(CareSite.Named, await provider.ContentAsync(), StringComparison.Ordinal);
        await PageTests.Look(provider, [], "care-link", 390);
        await provider.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        Assert.Contains(CareSite.Named, await provider.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("555-0101", await provider.ContentAsync(), StringComparison.Ordinal);
        await PageTests.Look(provider, [], "care-link-read", 390);
        // An answer that was left out loses nothing of what was chosen.
        await provider.Locator("select[name=reason]").SelectOptionAsync("NoRoom");
        await provider.EvaluateAsync("document.querySelectorAll('form').forEach(form => form.noValidate = true)");
        await provider.GetByRole(AriaRole.Button, new() { Name = "Answer, once" }).ClickAsync();
        Assert.Equal("NoRoom", await provider.Locator("select[name=reason]").InputValueAsync());
        Assert.True(await provider.EvaluateAsync<bool>("document.activeElement.name === 'news'"));
        await PageTests.Look(provider, [], "care-link-again", 390);
        await provider.Locator("input[name=news][value=waitlisted]").CheckAsync();
        await provider.GetByRole(AriaRole.Button, new() { Name = "Answer, once" }).ClickAsync();
        Assert.Equal("Thank you", await provider.Locator("h1").InnerTextAsync());
        await provider.GotoAsync(link);
        await provider.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        Assert.Equal("Nothing here", await provider.Locator("h1").InnerTextAsync());

        await page.GotoAsync($"{file}/referrals");
        Assert.Equal("Meadow Legal, for A bed tonight, A lawyer of one's own: waitlisted", await page.Locator("section.said h2").InnerTextAsync());
        await PageTests.Look(page, [], "care-referral-waitlisted", 1280);
        Assert.Empty(site.Said);
    }
}
