using Microsoft.AspNetCore.Http;

namespace Credence.Web;

/// <summary>
/// The page that somebody asked for before signing in or saying why, so that she or he comes to it afterwards. It stands in a cookie of a few minutes and in no
/// address; only a page of this side is ever returned to, and its own rules say who may open it.
/// </summary>
internal static class AskedPage
{
    private const string Name = "asked";
    private const int Longest = 500;
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    /// <summary>Remembers what is asked for, if a person asked for a page of a side that asks for purposes.</summary>
    public static void Keep(HttpContext context, Side side)
    {
        var asked = context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent();
        if (!HttpMethods.IsGet(context.Request.Method) || context.Request.Path == "/purpose" || side.Purposes.Count == 0 || asked.Length > Longest || !IsHere(asked)
            || !context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)) return;
        context.Response.Cookies.Append(side.CookieName(Name), asked, Options(side, Lasts));
    }

    /// <summary>Where to go now, and forgets it: what was asked for, or the first page.</summary>
    public static string Take(HttpContext context, Side side)
    {
        var asked = context.Request.Cookies[side.CookieName(Name)];
        Forget(context, side);
        return asked is { Length: <= Longest } && IsHere(asked) ? asked : "/";
    }

    /// <summary>Forgets it: whoever comes next did not ask for it.</summary>
    public static void Forget(HttpContext context, Side side)
    {
        if (context.Request.Cookies.ContainsKey(side.CookieName(Name))) context.Response.Cookies.Delete(side.CookieName(Name), Options(side, null));
    }

    // Two slashes, or one that leans back, begin the address of another host to a browser.
    private static bool IsHere(string asked) => asked is ['/', _, ..] && asked[1] is not ('/' or '\\') && asked.All(letter => letter is > ' ' and < '\x7F' and not '\\');

    private static CookieOptions Options(Side side, TimeSpan? lasts) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = side.IsSecure, Path = "/", IsEssential = true, MaxAge = lasts };
}
