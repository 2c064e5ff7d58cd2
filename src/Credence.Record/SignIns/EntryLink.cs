using Credence.Record.Access;

namespace Credence.Record.SignIns;

/// <summary>
/// A link by which a new account, or one that lost its keys, sets up its sign-in: once, and not for long. Whoever holds the link alone
/// does not get in: an administrator gives the link, somebody else the code, so that nobody alone can take another's account.
/// </summary>
public sealed class EntryLink : IOwned
{
    /// <summary>SHA-256 of the token; the token itself is on the link only.</summary>
    public required byte[] TokenHash { get; init; }

    public required AccountId Account { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>Who gave it.</summary>
    public required AccountId GivenBy { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>SHA-256 of the code with the token's hash; null until somebody else confirmed, or where none is needed.</summary>
    public byte[]? CodeHash { get; set; }

    /// <summary>Whether a code is needed. The command line of the host gives links without: who is there holds all keys.</summary>
    public required bool NeedsCode { get; init; }

    /// <summary>Who confirmed it, or null.</summary>
    public AccountId? ConfirmedBy { get; set; }

    /// <summary>Wrong codes so far.</summary>
    public int Failures { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    public override string ToString() => nameof(EntryLink);
}
