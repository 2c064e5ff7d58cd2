using System.Text.Json;
using Credence.Record.Access;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

/// <summary>Somebody at a browser with a passkey on the device.</summary>
internal static class Somebody
{
    /// <summary>Gives the browser a device that makes and keeps passkeys.</summary>
    public static async Task WithDevice(this IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var options = JsonSerializer.SerializeToElement(new
        {
            protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true,
        });
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object> { ["options"] = options });
    }

    /// <summary>Comes by a link, makes a passkey, chooses a purpose; ends at the first page of the account's work.</summary>
    public static async Task Enters(this IPage page, IPagesSite site, string handle, PurposeKind purpose = PurposeKind.Casework)
    {
        await page.WithDevice();
        await page.GotoAsync((await site.Link(handle)).ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await page.WaitForURLAsync("**/purpose");
        await page.Chooses(purpose);
    }

    /// <summary>Signs in with the passkey on the device, such as after it was with somebody who read.</summary>
    public static async Task SignsInAgain(this IPage page, IPagesSite site, PurposeKind purpose = PurposeKind.Casework)
    {
        await page.GotoAsync(new Uri(site.Address, "/sign-in").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/sign-in", StringComparison.Ordinal));
        Assert.True(page.Url.EndsWith("/purpose", StringComparison.Ordinal), $"{page.Url}: {await page.Locator("main").InnerTextAsync()}");
        await page.Chooses(purpose);
    }

    public static async Task Chooses(this IPage page, PurposeKind purpose)
    {
        await page.Locator($"input[name=kind][value={purpose}]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/purpose", StringComparison.Ordinal));
    }

    /// <summary>Goes on with the keyboard until something has the focus.</summary>
    public static async Task TabsTo(this IPage page, string until)
    {
        for (var presses = 0; presses < 60 && !await page.EvaluateAsync<bool>(until); presses++) await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>(until));
    }
}
