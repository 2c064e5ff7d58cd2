using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Credence.Record.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Credence.Web.SignIns;

/// <summary>
/// Who is signed in, kept in this process: the cookie is a number without meaning. Signing out, a closed account and new keys end a session
/// here, so that a copied cookie is worth nothing afterwards; a restart ends all.
/// </summary>
public sealed class Sessions(TimeProvider clock) : ITicketStore
{
    internal const string BeganAt = "began";

    private static readonly TimeSpan BackFor = TimeSpan.FromHours(2);

    private readonly ConcurrentDictionary<string, AuthenticationTicket> _tickets = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<AccountId, (string Address, DateTimeOffset Until)> _backs = new();

    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        Sweep();
        ticket.Properties.Items[BeganAt] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        _tickets[key] = ticket;
        return Task.FromResult(key);
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        // One that was ended meanwhile stays so.
        if (_tickets.TryGetValue(key, out var known))
        {
            ticket.Properties.Items[BeganAt] = known.Properties.Items[BeganAt];
            if (known.Properties.Items.TryGetValue(HeldSession.Key, out var held)) ticket.Properties.Items[HeldSession.Key] = held;
            _tickets.TryUpdate(key, ticket, known);
        }

        return Task.CompletedTask;
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) =>
        Task.FromResult(_tickets.TryGetValue(key, out var ticket) && IsAlive(ticket) ? ticket : null);

    public Task RemoveAsync(string key)
    {
        _tickets.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    /// <summary>When each session of an account began, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Of(AccountId account) =>
        [.. _tickets.Values.Where(ticket => IsAlive(ticket) && Session.Account(ticket.Principal) == account).Select(ticket => Session.BeganAt(ticket.Properties)!.Value).Order()];

    /// <summary>Ends every session of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="but">When the one began that stays; null to end all.</param>
    public void End(AccountId account, DateTimeOffset? but = null)
    {
        foreach (var (key, ticket) in _tickets)
            if (Session.Account(ticket.Principal) == account && (but is null || Session.BeganAt(ticket.Properties) != but)) _tickets.TryRemove(key, out _);
    }

    /// <summary>Where an account goes on whose session was held, once; null if none was lately.</summary>
    internal string? Back(AccountId account) => _backs.TryRemove(account, out var back) && back.Until > clock.GetUtcNow() ? back.Address : null;

    /// <summary>Holds a session until it ends, whatever renews it meanwhile.</summary>
    internal void Hold(AccountId account, DateTimeOffset began, string what, string? back)
    {
        if (back is not null) _backs[account] = (back, clock.GetUtcNow() + BackFor);
        foreach (var key in _tickets.Keys)
            while (_tickets.TryGetValue(key, out var ticket) && Session.Account(ticket.Principal) == account && Session.BeganAt(ticket.Properties) == began)
            {
                var held = ticket.Clone();
                held.Properties.Items[HeldSession.Key] = what;
                if (_tickets.TryUpdate(key, held, ticket)) break;
            }
    }

    private bool IsAlive(AuthenticationTicket ticket) =>
        ticket.Properties.ExpiresUtc > clock.GetUtcNow()
        && Session.BeganAt(ticket.Properties) + SignInRules.Longest > clock.GetUtcNow();

    private void Sweep()
    {
        foreach (var (key, ticket) in _tickets)
            if (!IsAlive(ticket)) _tickets.TryRemove(key, out _);
    }
}

/// <summary>What a session says of the one who asks.</summary>
public static class Session
{
    /// <summary>The claim that holds the purpose, asked once a session.</summary>
    public const string PurposeClaim = "purpose";

    public static AccountId? Account(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? new AccountId(id) : null;

    /// <summary>The purpose, or null if none was chosen yet.</summary>
    public static Purpose? PurposeOf(ClaimsPrincipal user)
    {
        var parts = (user.FindFirstValue(PurposeClaim) ?? "").Split(':', 2);
        if (!Enum.TryParse<PurposeKind>(parts[0], out var kind) || !Enum.IsDefined(kind)) return null;
        if (parts.Length == 1) return Purpose.Of(kind);
        return Purpose.TryOf(kind, parts[1], out var purpose) ? purpose : null;
    }

    /// <summary>When the session of this request began, or null if there is none.</summary>
    public static async Task<DateTimeOffset?> BeganAt(HttpContext context) =>
        await context.AuthenticateAsync(IdentityConstants.ApplicationScheme) is { Properties: { } properties } ? BeganAt(properties) : null;

    internal static DateTimeOffset? BeganAt(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(Sessions.BeganAt, out var at) && at is not null ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) : null;

    internal static Claim Of(PurposeKind kind, string number) => new(PurposeClaim, number.Length > 0 ? $"{kind}:{number}" : kind.ToString());
}
