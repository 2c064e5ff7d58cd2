using System.Security.Cryptography;
using System.Text.Json;
using Credence.Police.Access;
using Credence.Record.Access;
using Credence.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Credence.Police.Web.Handovers;

/// <summary>
/// What a person is reading before signing, sealed into the page itself: what is signed is what was read, and the server keeps nothing of it. The
/// officer is signed out meanwhile; the sealed page opens one thing only, to hand over what it says, and only in the browser that showed it.
/// </summary>
internal sealed class Readings(IDataProtectionProvider keys, TimeProvider clock, Side side)
{
    /// <summary>Long enough to read, ask, and call somebody; then it is shown anew.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    private readonly IDataProtector _seal = keys.CreateProtector("handover.reading");

    private string Cookie => side.IsSecure ? "__Host-reading" : "reading";

    public string Seal(HttpContext context, PoliceAccess access, HandoverForm form)
    {
        var browser = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        context.Response.Cookies.Append(Cookie, browser, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = side.IsSecure, MaxAge = Longest });
        return _seal.Protect(JsonSerializer.Serialize(new Reading(access.Account.Value, access.Purpose.Kind, access.Purpose.Reference, browser, clock.GetUtcNow(), form)));
    }

    /// <summary>What was read, for whom and since when; null if it is not ours, of another browser, or too long ago.</summary>
    public Read? Open(HttpContext context, string? text)
    {
        try
        {
            return text is not null && JsonSerializer.Deserialize<Reading>(_seal.Unprotect(text)) is { } reading
                && IsHere(context) && reading.Browser == context.Request.Cookies[Cookie] && clock.GetUtcNow() - reading.ShownAt < Longest
                ? new Read(new AccountId(reading.Officer), For(reading), reading.Form, reading.ShownAt)
                : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether somebody was shown such a page in this browser a while ago.</summary>
    public bool IsHere(HttpContext context) => context.Request.Cookies.ContainsKey(Cookie);

    private static Purpose For(Reading reading) =>
        reading.Reference is { Length: > 0 } reference && Purpose.TryOf(reading.Kind, reference, out var purpose) ? purpose : Purpose.Of(reading.Kind);

    /// <summary>What one page was sealed for. It does not print itself: it tells of a person.</summary>
    internal sealed record Read(AccountId Officer, Purpose For, HandoverForm Form, DateTimeOffset ShownAt)
    {
        public override string ToString() => nameof(Read);
    }

    private sealed record Reading(Guid Officer, PurposeKind Kind, string? Reference, string Browser, DateTimeOffset ShownAt, HandoverForm Form)
    {
        public override string ToString() => nameof(Reading);
    }
}
