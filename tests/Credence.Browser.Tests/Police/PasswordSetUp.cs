using Credence.Testing;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

/// <summary>Somebody at a browser with a password and an authenticator app.</summary>
internal static class PasswordSetUp
{
    /// <summary>Comes by a link and sets up a password with an app; returns the app's secret, and the code that this used up.</summary>
    public static async Task<(string Secret, string Code)> SetsUpPassword(this IPage page, PoliceSite site, string handle, string password)
    {
        await page.GotoAsync((await site.Link(handle)).ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        var secret = await page.Locator("main code").InnerTextAsync();
        var code = Authenticator.Code(secret);
        await page.Locator("input[name=password]").FillAsync(password);
        await page.Locator("input[name=code]").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and sign in" }).ClickAsync();
        return (secret, code);
    }
}
