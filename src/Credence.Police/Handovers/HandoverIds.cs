using System.Security.Cryptography;
using Credence.Police.Access;
using Credence.Record.Keys;
using Credence.Referrals;

namespace Credence.Police.Handovers;

/// <summary>Ids of handovers that are known before they are sent, so that the same one sent again is the same.</summary>
public static class HandoverIds
{
    /// <summary>
    /// The id of what somebody wrote down: an HMAC under a key that is not in the database, over the agency and the bytes. The provider sees it and can
    /// hold no guess of what was written against it.
    /// </summary>
    public static HandoverId Of(KeyRing ring, PoliceAccess access, ReadOnlySpan<byte> written)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(ring.Derive("handovers"), [.. access.Organization.Value.ToByteArray(), .. written], hash);
        // RFC 9562, 5.8: version 8, for ids whose maker says what they mean.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new HandoverId(new Guid(hash[..16], bigEndian: true));
    }
}
