using System.Security.Cryptography;

namespace Credence.Record.Keys;

/// <summary>The key of one incident or one person: AES-256-GCM. Zeroed when it is disposed.</summary>
public sealed class ContentKey : IDisposable
{
    public const int Length = 32;

    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = 1 + NonceLength + TagLength;

    private readonly byte[] _key;
    private AesGcm? _cipher;

    internal ContentKey(byte[] key) => _key = key;

    internal ReadOnlySpan<byte> Bytes => _key;

    private AesGcm Cipher => _cipher ??= new AesGcm(_key, TagLength);

    /// <summary>Version, nonce, tag and ciphertext. A nonce is drawn for each value; one key seals far fewer than 2^32 of them (NIST SP 800-38D, 8.3).</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain, SealedPlace place)
    {
        var bytes = new byte[Overhead + plain.Length];
        bytes[0] = Version;
        var nonce = bytes.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        Cipher.Encrypt(nonce, plain, bytes.AsSpan(Overhead), bytes.AsSpan(1 + NonceLength, TagLength), place.ToBytes());
        return bytes;
    }

    /// <summary>The plain bytes, or null if these bytes were not sealed by this key for this place.</summary>
    public byte[]? TryOpen(ReadOnlySpan<byte> bytes, SealedPlace place)
    {
        if (bytes.Length < Overhead || bytes[0] != Version) return null;
        var plain = new byte[bytes.Length - Overhead];
        try
        {
            Cipher.Decrypt(bytes.Slice(1, NonceLength), bytes[Overhead..], bytes.Slice(1 + NonceLength, TagLength), plain, place.ToBytes());
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _cipher?.Dispose();
        CryptographicOperations.ZeroMemory(_key);
    }

    public override string ToString() => nameof(ContentKey);
}
