using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Credence.Testing;

/// <summary>An authenticator app (RFC 6238: SHA-1, 30 seconds, six digits).</summary>
public static class Authenticator
{
    /// <summary>The code now, or some steps of 30 seconds from now.</summary>
    public static string Code(string secret, int steps = 0)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + steps);
#pragma warning disable CA5350 // The standard says SHA-1.
        var hash = HMACSHA1.HashData(Base32(secret), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Base32(string text)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var (bytes, left, bits) = (new List<byte>(), 0, 0);
        foreach (var letter in text)
        {
            left = (left << 5) | Letters.IndexOf(letter, StringComparison.Ordinal);
            if ((bits += 5) < 8) continue;
            bytes.Add((byte)(left >> (bits -= 8)));
            left &= (1 << bits) - 1;
        }

        return [.. bytes];
    }
}
