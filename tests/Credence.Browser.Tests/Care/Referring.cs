using Microsoft.Playwright;

namespace Credence.Browser.Tests.Care;

/// <summary>Somebody who refers a person, at a browser.</summary>
internal static class Referring
{
    /// <summary>Proposes a provider that is not in the directory.</summary>
    public static async Task ProposesMeadowLegal(this IPage page, string file)
    {
        await page.GotoAsync($"{file}/referrals/new");
        await page.Locator("input[name=name]").FillAsync("Meadow Legal");
        await page.Locator("input[name=short]").FillAsync("meadow-legal");
        await page.GetByRole(AriaRole.Button, new() { Name = "Propose it" }).ClickAsync();
    }

    /// <summary>Writes down the consent that the person signed on paper for it.</summary>
    public static async Task WritesConsentForMeadowLegal(this IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Ask the person for a consent for Meadow Legal" }).ClickAsync();
        await page.Locator("input[name=kind][value=Identity]").CheckAsync();
        await page.Locator("input[name=age]").FillAsync("34");
        await page.Locator("input[name=how][value=Paper]").CheckAsync();
        await page.Locator("input[name=risks]").CheckAsync();
        await page.Locator("input[name=free]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
    }

    /// <summary>From proposing to the link for the provider.</summary>
    public static async Task SendsReferral(this IPage page, string file)
    {
        await page.ProposesMeadowLegal(file);
        await page.WritesConsentForMeadowLegal();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a link for Meadow Legal" }).ClickAsync();
    }
}
