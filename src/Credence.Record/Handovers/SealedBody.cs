using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Credence.Record.Handovers;

/// <summary>
/// Seals bytes for the holder of one key: an ephemeral P-256 key agrees with the recipient's (ECDH, NIST SP 800-56A), HKDF-SHA256 makes a
/// key and a nonce of it, used once, and AES-256-GCM seals, with the outside of the message as associated data. The ephemeral key is
/// forgotten at once, so that the sender cannot open it again.
/// </summary>
internal static class SealedBody
{
    /// <summary>The most bytes that a message may hold.</summary>
    public const int Longest = 128 * 1024;

    /// <summary>Bodies are filled up to a multiple of this, so that their length says little.</summary>
    public const int Step = 4096;

    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>The most bytes that a sealed body has.</summary>
    public const int LongestSealed = Longest + Step + TagLength;

    public static byte[] Seal(ReadOnlySpan<byte> content, P256Key recipient, ECDiffieHellman ephemeral, ReadOnlySpan<byte> outside)
    {
        var plain = Padded(content);
        var sealedBytes = new byte[plain.Length + TagLength];
        Span<byte> secret = stackalloc byte[KeyLength + NonceLength];
        using var other = recipient.ForSealing();
        Derive(ephemeral, other, P256Key.Of(ephemeral), recipient, secret);
        using (var cipher = new AesGcm(secret[..KeyLength], TagLength))
            cipher.Encrypt(secret[KeyLength..], plain, sealedBytes.AsSpan(TagLength), sealedBytes.AsSpan(0, TagLength), outside);
        CryptographicOperations.ZeroMemory(secret);
        CryptographicOperations.ZeroMemory(plain);
        return sealedBytes;
    }

    /// <summary>The content, or null if this was not sealed for this key with this outside.</summary>
    public static byte[]? TryOpen(ReadOnlySpan<byte> sealedBytes, ECDiffieHellman recipient, P256Key ephemeral, ReadOnlySpan<byte> outside)
    {
        if (sealedBytes.Length < TagLength) return null;
        var plain = new byte[sealedBytes.Length - TagLength];
        Span<byte> secret = stackalloc byte[KeyLength + NonceLength];
        using var other = ephemeral.ForSealing();
        Derive(recipient, other, ephemeral, P256Key.Of(recipient), secret);
        try
        {
            using var cipher = new AesGcm(secret[..KeyLength], TagLength);
            cipher.Decrypt(secret[KeyLength..], sealedBytes[TagLength..], sealedBytes[..TagLength], plain, outside);
            return Unpadded(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private static void Derive(ECDiffieHellman own, ECDiffieHellman other, P256Key ephemeral, P256Key recipient, Span<byte> secret)
    {
        var agreed = own.DeriveRawSecretAgreement(other.PublicKey);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, agreed, secret, salt: [.. ephemeral.Point, .. recipient.Point], info: "credence envelope 1"u8);
        CryptographicOperations.ZeroMemory(agreed);
    }

    private static byte[] Padded(ReadOnlySpan<byte> content)
    {
        var plain = new byte[(sizeof(int) + content.Length + Step - 1) / Step * Step];
        BinaryPrimitives.WriteInt32BigEndian(plain, content.Length);
        content.CopyTo(plain.AsSpan(sizeof(int)));
        return plain;
    }

    private static byte[]? Unpadded(ReadOnlySpan<byte> plain)
    {
        if (plain.Length < sizeof(int)) return null;
        var length = BinaryPrimitives.ReadInt32BigEndian(plain);
        return length >= 0 && length <= plain.Length - sizeof(int) ? plain.Slice(sizeof(int), length).ToArray() : null;
    }
}
