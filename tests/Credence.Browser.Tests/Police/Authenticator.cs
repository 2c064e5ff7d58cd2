using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Police;

/// <summary>An authenticator app (RFC 6238: SHA-1, 30 seconds, six digits).</summary>
internal static class Authenticator
{
    public static string Code(string secret, int steps = 0)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + steps);
#pragma warning disable CA5350 // The standard says SHA-1.
        var hash = HMACSHA1.HashData(Base32(secret), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Comes by a link and sets up a password with this app; returns the secret.</summary>
    public static async Task<string> SetsUpPassword(this IPage page, PoliceSite site, string handle, string password)
    {
        await page.GotoAsync((await site.Link(handle)).ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        var secret = await page.Locator("main code").InnerTextAsync();
        await page.Locator("input[name=password]").FillAsync(password);
        await page.Locator("input[name=code]").FillAsync(Code(secret));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and sign in" }).ClickAsync();
        return secret;
    }

    private static byte[] Base32(string text)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var (bytes, left, bits) = (new List<byte>(), 0, 0);
        foreach (var letter in text)
        {
            left = (left << 5) | Letters.IndexOf(letter, StringComparison.Ordinal);
            if ((bits += 5) < 8) continue;
            bytes.Add((byte)(left >> (bits -= 8)));
            left &= (1 << bits) - 1;
        }

        return [.. bytes];
    }
}
