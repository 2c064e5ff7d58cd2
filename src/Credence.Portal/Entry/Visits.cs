using System.Collections.Concurrent;
using System.Security.Cryptography;
using Credence.Care.Access;
using Credence.Record.Access;
using Credence.Web;
using Microsoft.AspNetCore.Http;

namespace Credence.Portal.Entry;

/// <summary>One visit of a person, from coming in to going away.</summary>
internal sealed class Visit(SurvivorEntry entry, long tried, DateTimeOffset began)
{
    public PersonId Person { get; } = entry.Access.Person;

    public Guid Stamp { get; } = entry.Stamp;

    /// <summary>When somebody was in before.</summary>
    public DateTimeOffset? LastAt { get; } = entry.LastAt;

    /// <summary>How often these words were tried with another passphrase since then.</summary>
    public long Tried { get; } = tried;

    public DateTimeOffset Began { get; } = began;

    public DateTimeOffset SeenAt { get; set; } = began;

    /// <summary>What the next page says was done, in the person's language; said once.</summary>
    public string? Done { get; set; }

    public string? TakeDone()
    {
        var done = Done;
        Done = null;
        return done;
    }

    /// <summary>New words, until the person says that she or he has them.</summary>
    public string? NewWords { get; set; } = entry.Words;
}

/// <summary>
/// Visits, kept in this process: the cookie is a number without meaning and goes with the browser's window. Going away, a quarter of an hour without a
/// press, or a restart ends one for good.
/// </summary>
internal sealed class Visits(TimeProvider clock, Side side)
{
    public static readonly TimeSpan IdleFor = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    private readonly ConcurrentDictionary<string, Visit> _visits = new(StringComparer.Ordinal);

    private string Cookie => side.CookieName("v");

    /// <summary>The visit of this request, or null.</summary>
    public Visit? Of(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { } number || !_visits.TryGetValue(number, out var visit) || !IsAlive(visit)) return null;
        visit.SeenAt = clock.GetUtcNow();
        return visit;
    }

    /// <summary>Begins one with a number of its own; one that the browser had is over.</summary>
    public void Begin(HttpContext context, SurvivorEntry entry, long tried)
    {
        if (context.Request.Cookies[Cookie] is { } old) _visits.TryRemove(old, out _);
        foreach (var (key, visit) in _visits)
            if (!IsAlive(visit)) _visits.TryRemove(key, out _);
        var number = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        _visits[number] = new Visit(entry, tried, clock.GetUtcNow());
        context.Response.Cookies.Append(Cookie, number, Shape());
    }

    public void End(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is { } number) _visits.TryRemove(number, out _);
        context.Response.Cookies.Delete(Cookie, Shape());
        context.Response.Cookies.Delete(side.CookieName(side.FormCookie), Shape());
    }

    private bool IsAlive(Visit visit) => visit.SeenAt + IdleFor > clock.GetUtcNow() && visit.Began + Longest > clock.GetUtcNow();

    private CookieOptions Shape() => new() { HttpOnly = true, Secure = side.IsSecure, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };
}
