using System.Security.Cryptography;
using System.Text;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.SignIns;

/// <summary>
/// Keeps how accounts sign in, with the events that tell of it: entered, refused, locked, keys changed. A closed account has no sign-in.
/// </summary>
public sealed class SignInBook<TContext>(RecordStore<TContext> record) where TContext : RecordContext
{
    public TimeProvider Clock => record.Clock;

    /// <summary>The sign-in of an open account, empty if it never had one; null if there is no such account.</summary>
    public async Task<SignIn?> Find(AccountId account, CancellationToken cancellation)
    {
        await using var rows = record.Enter(Scope.Steward);
        return await Of(rows, await OpenAccounts(rows).SingleOrDefaultAsync(row => row.Id == account, cancellation), cancellation);
    }

    /// <summary>By handle, in whatever case; null also if several agencies of the record have that handle.</summary>
    public async Task<SignIn?> Find(string handle, CancellationToken cancellation)
    {
        await using var rows = record.Enter(Scope.Steward);
#pragma warning disable CA1862 // A database compares it.
        var found = await OpenAccounts(rows).Where(row => row.Handle.ToUpper() == handle.ToUpperInvariant()).Take(2).ToListAsync(cancellation);
#pragma warning restore CA1862
        return found is [var only] ? await Of(rows, only, cancellation) : null;
    }

    /// <summary>Open accounts that never signed in.</summary>
    public async Task<IReadOnlyList<Account>> WithoutEntry(CancellationToken cancellation)
    {
        await using var rows = record.Enter(Scope.Steward);
        var entered = rows.Everything<SignIn>().Where(row => row.LastAt != null).Select(row => row.Account);
        return await OpenAccounts(rows).Where(row => !entered.Contains(row.Id)).OrderBy(row => row.Handle).ToListAsync(cancellation);
    }

    /// <summary>The passkeys of an account.</summary>
    public async Task<IReadOnlyList<Passkey>> Passkeys(AccountId account, CancellationToken cancellation)
    {
        await using var rows = record.Enter(Scope.Steward);
        return await rows.Everything<Passkey>().AsNoTracking().Where(row => row.Account == account).OrderBy(row => row.CreatedAt).ToListAsync(cancellation);
    }

    /// <summary>A passkey by the id that its device gave it, or null.</summary>
    public async Task<Passkey?> Passkey(byte[] credential, CancellationToken cancellation)
    {
        await using var rows = record.Enter(Scope.Steward);
        return await rows.Everything<Passkey>().AsNoTracking().SingleOrDefaultAsync(row => row.Credential == credential, cancellation);
    }

    /// <summary>Writes a sign-in as it is now, and with it passkeys that are new or counted on, and those that are gone.</summary>
    public async Task Save(SignIn now, IReadOnlyList<Passkey> put, IReadOnlyList<Passkey> removed, CancellationToken cancellation)
    {
        await using var act = await record.Begin(new StewardAccess(now.Account, now.Organization), cancellation);
        await act.TakeTurn(cancellation);
        var before = await act.Rows.Everything<SignIn>().SingleOrDefaultAsync(row => row.Account == now.Account, cancellation);
        var isNewKey = false;
        foreach (var passkey in put)
        {
            var known = await act.Rows.Everything<Passkey>().SingleOrDefaultAsync(row => row.Credential == passkey.Credential, cancellation);
            if (known is not null && known.Account != now.Account) throw new InvalidOperationException("A passkey stays with its account.");
            isNewKey |= known is null;
            if (known is null) act.Rows.Add(passkey);
            else act.Rows.Entry(known).CurrentValues.SetValues(passkey);
        }

        foreach (var what in Happened(before, now, isNewKey, removed.Count > 0)) act.Note(new EventDraft(new EventKind(what), now.Account.Value));
        if (before is null) act.Rows.Add(now);
        else act.Rows.Entry(before).CurrentValues.SetValues(now);

        foreach (var passkey in removed)
            await act.Rows.Everything<Passkey>().Where(row => row.Credential == passkey.Credential && row.Account == now.Account).ExecuteDeleteAsync(cancellation);
        await act.Save(cancellation);
    }

    /// <summary>The authenticator's secret, sealed for this account.</summary>
    public async Task<byte[]> Seal(AccountId account, string secret, CancellationToken cancellation)
    {
        using var keys = await record.Vault.Make([account.Value], cancellation);
        return keys[account.Value] is { } key
            ? key.Seal(Encoding.UTF8.GetBytes(secret), SignIn.Place(account))
            : throw new InvalidOperationException("The key of an account was erased.");
    }

    /// <summary>The authenticator's secret, or null if there is none or it does not open.</summary>
    public async Task<string?> Secret(SignIn signIn, CancellationToken cancellation)
    {
        if (signIn.Authenticator is not { } bytes) return null;
        using var key = await record.Vault.Find(signIn.Account.Value, cancellation);
        return key?.TryOpen(bytes, SignIn.Place(signIn.Account)) is { } plain ? Encoding.UTF8.GetString(plain) : null;
    }

    private static IQueryable<Account> OpenAccounts(TContext rows) => rows.Everything<Account>().AsNoTracking().Where(row => row.ClosedAt == null);

    private static async Task<SignIn?> Of(TContext rows, Account? account, CancellationToken cancellation)
    {
        if (account is null) return null;
        var known = await rows.Everything<SignIn>().AsNoTracking().SingleOrDefaultAsync(row => row.Account == account.Id, cancellation);
        var signIn = new SignIn
        {
            Account = account.Id, Organization = account.Organization, Handle = account.Handle,
            Stamp = known?.Stamp ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
        };
        if (known is not null) rows.Entry(signIn).CurrentValues.SetValues(known);
        rows.ChangeTracker.Clear();
        return signIn;
    }

    private static IEnumerable<string> Happened(SignIn? before, SignIn now, bool hasNewPasskey, bool hasRemovedPasskey)
    {
        var what = new List<string>();
        if (now.LastAt is not null && now.LastAt != before?.LastAt) what.Add("sign-in.entered");
        if (now.LockedUntil is not null && now.LockedUntil != before?.LockedUntil) what.Add("sign-in.locked");
        else if (now.Failures > (before?.Failures ?? 0)) what.Add("sign-in.refused");
        if (now.PasswordHash != before?.PasswordHash) what.Add("sign-in.password-set");
        if (now.HasAuthenticator && before?.HasAuthenticator is not true) what.Add("sign-in.authenticator-set");
        if (hasNewPasskey) what.Add("sign-in.passkey-set");
        if (hasRemovedPasskey) what.Add("sign-in.passkey-removed");
        return what.Count > 0 ? what : ["sign-in.changed"];
    }
}
