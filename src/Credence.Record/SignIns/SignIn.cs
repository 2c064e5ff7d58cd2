using Credence.Record.Access;
using Credence.Record.Keys;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.SignIns;

/// <summary>How one account signs in: passkeys, or a password with an authenticator.</summary>
public sealed class SignIn : IOwned
{
    public required AccountId Account { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>What the account is called when it signs in; kept with the account.</summary>
    public string Handle { get; init; } = "";

    /// <summary>The password's salted hash, or null if there is none.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>The secret of the authenticator, sealed under a key of the account's own; null if there is none.</summary>
    public byte[]? Authenticator { get; set; }

    /// <summary>Whether the authenticator was shown to work. A password without it opens nothing.</summary>
    public bool HasAuthenticator { get; set; }

    /// <summary>Changes whenever a password, an authenticator or a passkey does.</summary>
    public required string Stamp { get; set; }

    /// <summary>Wrong tries since the last right one.</summary>
    public int Failures { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public DateTimeOffset? LastAt { get; set; }

    /// <summary>The time before the last: shown after signing in, so that one's own account used by somebody else is noticed.</summary>
    public DateTimeOffset? PreviousAt { get; set; }

    public override string ToString() => $"SignIn({Account.Value})";

    /// <summary>Where the authenticator's secret belongs.</summary>
    public static SealedPlace Place(AccountId account) => new("sign-ins.authenticator", account.Value);

    internal static void Configure(ModelBuilder model)
    {
        model.Entity<SignIn>(table =>
        {
            table.ToTable("sign_ins");
            table.HasKey(row => row.Account);
            table.Ignore(row => row.Handle);
            table.HasOne<Account>().WithOne().HasForeignKey<SignIn>(row => row.Account).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Passkey>(table =>
        {
            table.ToTable("passkeys");
            table.HasKey(row => row.Credential);
            table.HasIndex(row => row.Account);
            table.HasOne<SignIn>().WithMany().HasForeignKey(row => row.Account).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<EntryLink>(table =>
        {
            table.ToTable("entry_links");
            table.HasKey(row => row.TokenHash);
            table.HasIndex(row => row.Account);
            table.HasOne<Account>().WithMany().HasForeignKey(row => row.Account).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

/// <summary>A passkey of an account (W3C Web Authentication Level 3). The public key only; the device keeps the other.</summary>
public sealed class Passkey : IOwned
{
    public required byte[] Credential { get; init; }

    public required AccountId Account { get; init; }

    public required OrganizationId Organization { get; init; }

    public required byte[] PublicKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How often the device says it has signed; going backwards tells of a copy.</summary>
    public required long Count { get; set; }

    /// <summary>How the device is reached, one space between.</summary>
    public required string Transports { get; init; }

    public required bool IsUserVerified { get; set; }

    public required bool IsBackupEligible { get; init; }

    public required bool IsBackedUp { get; set; }

    public required byte[] Attestation { get; init; }

    public required byte[] ClientData { get; init; }

    public override string ToString() => nameof(Passkey);
}
