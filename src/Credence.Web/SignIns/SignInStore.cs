using Credence.Record.Access;
using Credence.Record.SignIns;
using Credence.Record.Storage;
using Microsoft.AspNetCore.Identity;

namespace Credence.Web.SignIns;

/// <summary>What ASP.NET Core Identity asks of a store, kept in the record itself: every change of a sign-in is in its log.</summary>
internal sealed class SignInStore<TContext>(SignInBook<TContext> book) :
    IUserPasswordStore<SignIn>, IUserSecurityStampStore<SignIn>, IUserLockoutStore<SignIn>, IUserTwoFactorStore<SignIn>,
    IUserAuthenticatorKeyStore<SignIn>, IUserPasskeyStore<SignIn>
    where TContext : RecordContext
{
    private readonly Dictionary<AccountId, Changes> _changes = [];

    public Task<string> GetUserIdAsync(SignIn user, CancellationToken cancellationToken) => Task.FromResult(user.Account.Value.ToString());

    public Task<string?> GetUserNameAsync(SignIn user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Handle);

    public Task SetUserNameAsync(SignIn user, string? userName, CancellationToken cancellationToken) => NotHere();

    public Task<string?> GetNormalizedUserNameAsync(SignIn user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Handle.ToUpperInvariant());

    // The manager does this before every update; the handle is the account's and stays.
    public Task SetNormalizedUserNameAsync(SignIn user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IdentityResult> CreateAsync(SignIn user, CancellationToken cancellationToken) => throw Elsewhere;

    public Task<IdentityResult> DeleteAsync(SignIn user, CancellationToken cancellationToken) => throw Elsewhere;

    public async Task<IdentityResult> UpdateAsync(SignIn user, CancellationToken cancellationToken)
    {
        var changes = Of(user);
        _changes.Remove(user.Account);
        if (changes.Secret is { } secret) user.Authenticator = await book.Seal(user.Account, secret, cancellationToken);
        await book.Save(user, changes.Put, changes.Removed, cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<SignIn?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await book.Find(new AccountId(id), cancellationToken) : null;

    public Task<SignIn?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => book.Find(normalizedUserName, cancellationToken);

    public Task SetPasswordHashAsync(SignIn user, string? passwordHash, CancellationToken cancellationToken) => Do(() => user.PasswordHash = passwordHash);

    public Task<string?> GetPasswordHashAsync(SignIn user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(SignIn user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(SignIn user, string stamp, CancellationToken cancellationToken) => Do(() => user.Stamp = stamp);

    public Task<string?> GetSecurityStampAsync(SignIn user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Stamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(SignIn user, CancellationToken cancellationToken) => Task.FromResult(user.LockedUntil);

    public Task SetLockoutEndDateAsync(SignIn user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) => Do(() => user.LockedUntil = lockoutEnd);

    public Task<int> IncrementAccessFailedCountAsync(SignIn user, CancellationToken cancellationToken) => Task.FromResult(++user.Failures);

    public Task ResetAccessFailedCountAsync(SignIn user, CancellationToken cancellationToken) => Do(() => user.Failures = 0);

    public Task<int> GetAccessFailedCountAsync(SignIn user, CancellationToken cancellationToken) => Task.FromResult(user.Failures);

    // Nobody is spared the lock.
    public Task<bool> GetLockoutEnabledAsync(SignIn user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(SignIn user, bool enabled, CancellationToken cancellationToken) => NotHere();

    // Always: a password without the code of an authenticator opens nothing.
    public Task<bool> GetTwoFactorEnabledAsync(SignIn user, CancellationToken cancellationToken) => Task.FromResult(user.HasAuthenticator);

    public Task SetTwoFactorEnabledAsync(SignIn user, bool enabled, CancellationToken cancellationToken) => Do(() => user.HasAuthenticator = enabled);

    public Task SetAuthenticatorKeyAsync(SignIn user, string key, CancellationToken cancellationToken) => Do(() => Of(user).Secret = key);

    public async Task<string?> GetAuthenticatorKeyAsync(SignIn user, CancellationToken cancellationToken) =>
        Of(user).Secret ?? await book.Secret(user, cancellationToken);

    public Task AddOrUpdatePasskeyAsync(SignIn user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => Do(() => Of(user).Put.Add(Kept(user, passkey)));

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(SignIn user, CancellationToken cancellationToken) =>
        [.. (await book.Passkeys(user.Account, cancellationToken)).Select(Info)];

    public async Task<SignIn?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await book.Passkey(credentialId, cancellationToken) is { } passkey ? await book.Find(passkey.Account, cancellationToken) : null;

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(SignIn user, byte[] credentialId, CancellationToken cancellationToken) =>
        await book.Passkey(credentialId, cancellationToken) is { } passkey && passkey.Account == user.Account ? Info(passkey) : null;

    public async Task RemovePasskeyAsync(SignIn user, byte[] credentialId, CancellationToken cancellationToken)
    {
        if (await book.Passkey(credentialId, cancellationToken) is { } passkey && passkey.Account == user.Account) Of(user).Removed.Add(passkey);
    }

    public void Dispose()
    {
    }

    private static InvalidOperationException Elsewhere => new("Accounts are opened and closed at the desk of the team.");

    private Changes Of(SignIn user) => _changes.TryGetValue(user.Account, out var changes) ? changes : _changes[user.Account] = new Changes();

    private static Task NotHere() => throw Elsewhere;

    private static Task Do(Action change)
    {
        change();
        return Task.CompletedTask;
    }

    private static Passkey Kept(SignIn user, UserPasskeyInfo passkey) => new()
    {
        Credential = passkey.CredentialId,
        Account = user.Account,
        Organization = user.Organization,
        PublicKey = passkey.PublicKey,
        CreatedAt = passkey.CreatedAt,
        Count = passkey.SignCount,
        Transports = string.Join(' ', passkey.Transports ?? []),
        IsUserVerified = passkey.IsUserVerified,
        IsBackupEligible = passkey.IsBackupEligible,
        IsBackedUp = passkey.IsBackedUp,
        Attestation = passkey.AttestationObject,
        ClientData = passkey.ClientDataJson,
    };

    private static UserPasskeyInfo Info(Passkey passkey) => new(
        passkey.Credential, passkey.PublicKey, passkey.CreatedAt, (uint)passkey.Count,
        passkey.Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries), passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp,
        passkey.Attestation, passkey.ClientData);

    // What is not in the sign-in itself until it is saved.
    private sealed class Changes
    {
        public string? Secret { get; set; }

        public List<Passkey> Put { get; } = [];

        public List<Passkey> Removed { get; } = [];
    }
}
