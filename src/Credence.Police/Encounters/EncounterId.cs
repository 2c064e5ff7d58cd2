using System.Security.Cryptography;
using Credence.Record.Access;
using Credence.Record.Keys;

namespace Credence.Police.Encounters;

/// <summary>What a phone calls an encounter, made there while it was offline. It names nothing in the record but within its officer's own.</summary>
public readonly record struct MadeByClient(Guid Value);

/// <summary>An encounter in the police record, and the name of its key.</summary>
public readonly record struct EncounterId(Guid Value)
{
    /// <summary>
    /// The id of what a phone calls by an id of its own making: an HMAC under a key that is not in the database. So the same encounter sent again
    /// is the same, and a phone cannot name an encounter, an incident or a key that is not its officer's own.
    /// </summary>
    internal static EncounterId Of(KeyRing ring, AccountId officer, MadeByClient name)
    {
        Span<byte> both = stackalloc byte[32];
        officer.Value.TryWriteBytes(both[..16], bigEndian: true, out _);
        name.Value.TryWriteBytes(both[16..], bigEndian: true, out _);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(ring.Derive("encounters"), both, hash);
        // RFC 9562, 5.8: version 8, for ids whose maker says what they mean.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new EncounterId(new Guid(hash[..16], bigEndian: true));
    }
}
