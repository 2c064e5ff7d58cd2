namespace Credence.Record.Tests.Web;

/// <summary>What every answer of a host has to say to a browser.</summary>
internal static class AnswerManners
{
    private static readonly string[] Directives =
        ["default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"];

    public static IEnumerable<string> Wrong(HostWeb web, HttpResponseMessage answer)
    {
        var policy = One(answer, "Content-Security-Policy");
        foreach (var directive in Directives.Except(policy.Split("; "))) yield return $"no {directive}";
        if (policy.Contains("unsafe", StringComparison.Ordinal) || policy.Contains("http", StringComparison.Ordinal)) yield return "a policy that lets others in";
        if (One(answer, "X-Content-Type-Options") != "nosniff") yield return "no nosniff";
        if (One(answer, "Referrer-Policy") != "no-referrer") yield return "no no-referrer";
        if (One(answer, "Cross-Origin-Opener-Policy") != "same-origin" || One(answer, "Cross-Origin-Resource-Policy") != "same-origin") yield return "not of the same origin";
        if (!IsKeptRightly(answer)) yield return "not no-store";
        if (web.Address.Scheme == Uri.UriSchemeHttps && One(answer, "Strict-Transport-Security") != "max-age=31536000; includeSubDomains") yield return "no transport security";
        if (answer.Headers.Any(header => header.Key is "Server" or "X-Powered-By" || header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase))) yield return "a header too many";
        if (!IsOfAType(answer)) yield return $"the type {answer.Content.Headers.ContentType}";
        if (answer.Headers.Location is { } location && (!location.ToString().StartsWith('/') || location.ToString().StartsWith("//", StringComparison.Ordinal))) yield return "sent elsewhere";
        foreach (var cookie in Cookies(answer).Where(cookie => !IsShut(web, cookie))) yield return $"an open cookie {cookie.Split('=')[0]}";
    }

    // Style and scripts have their hash in their address, and nothing of anybody in them.
    private static bool IsKeptRightly(HttpResponseMessage answer) => answer.Headers.CacheControl is { } kept
        && (kept.NoStore || (answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/assets/", StringComparison.Ordinal) && kept.Public));

    private static bool IsOfAType(HttpResponseMessage answer) => (answer.Content.Headers.ContentLength == 0 && answer.Content.Headers.ContentType is null)
        || answer.Content.Headers.ContentType is { MediaType: { } type, CharSet: var charset } && (!type.StartsWith("text/", StringComparison.Ordinal) || charset == "utf-8");

    private static bool IsShut(HostWeb web, string cookie)
    {
        var parts = cookie.Split("; ").Select(part => part.ToLowerInvariant()).ToList();
        return parts.Contains("httponly") && parts.Contains("samesite=strict") && parts.Contains("path=/") && !parts.Any(part => part.StartsWith("domain", StringComparison.Ordinal))
            && (web.Address.Scheme == Uri.UriSchemeHttp || (parts.Contains("secure") && cookie.StartsWith("__Host-", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Cookies(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    private static string One(HttpResponseMessage answer, string header) => answer.Headers.TryGetValues(header, out var values) && values.ToList() is [var value] ? value : "";
}
