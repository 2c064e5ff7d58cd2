using System.Security.Cryptography;
using Credence.Record.Access;
using Credence.Record.Keys;

namespace Credence.Police.Encounters;

/// <summary>What a phone or a page calls something that it sends, by an id of its own making. It names nothing in the record but within its account's own.</summary>
public readonly record struct MadeByClient(Guid Value)
{
    /// <summary>
    /// The id in the record of what is called so: an HMAC under a key that is not in the database. So the same sent again is the same, and
    /// nobody can name an encounter, a review or a key that is not that account's own.
    /// </summary>
    internal Guid Within(KeyRing ring, string kind, AccountId account, ReadOnlySpan<byte> says = default)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(ring.Derive(kind), [.. account.Value.ToByteArray(bigEndian: true), .. Value.ToByteArray(bigEndian: true), .. says], hash);
        // RFC 9562, 5.8: version 8, for ids whose maker says what they mean.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}

/// <summary>An encounter in the police record, and the name of its key.</summary>
public readonly record struct EncounterId(Guid Value)
{
    internal static EncounterId Of(KeyRing ring, AccountId officer, MadeByClient name) => new(name.Within(ring, "encounters", officer));
}
