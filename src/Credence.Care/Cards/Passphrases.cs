using System.Security.Cryptography;
using System.Text;

namespace Credence.Care.Cards;

/// <summary>
/// Passphrases of persons: PBKDF2-HMAC-SHA512 with as many rounds as the passwords of the house (OWASP Password Storage asks 210,000), and the same
/// work for one that nobody has. Nobody gets one back.
/// </summary>
public class Passphrases(int rounds = 210_000)
{
    private const int SaltLength = 16;
    private const int HashLength = 32;

    private static readonly byte[] Nobodys = new byte[SaltLength + HashLength];

    internal byte[] Hash(string passphrase)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return [.. salt, .. Derive(passphrase, salt)];
    }

    /// <summary>Whether it is the one; false, after the same work, where there is none.</summary>
    internal bool Matches(string passphrase, byte[]? kept)
    {
        var known = kept ?? Nobodys;
        return CryptographicOperations.FixedTimeEquals(Derive(passphrase, known.AsSpan(0, SaltLength)), known.AsSpan(SaltLength)) && kept is not null;
    }

    protected virtual byte[] Derive(string passphrase, ReadOnlySpan<byte> salt) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase.Trim()), salt, rounds, HashAlgorithmName.SHA512, HashLength);
}
