using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Credence.Record.Links;

/// <summary>
/// The end of a link's address: which link it is, and 256 random bits. The first part finds the row, so that the second is
/// compared in constant time and never searched for.
/// </summary>
public sealed class LinkToken
{
    private const int IdLength = 16;
    private const int SecretLength = 32;

    private readonly byte[] _secret;

    private LinkToken(Guid link, byte[] secret) => (Link, _secret) = (link, secret);

    public Guid Link { get; }

    internal byte[] SecretHash => SHA256.HashData(_secret);

    public static LinkToken New() => new(Guid.NewGuid(), RandomNumberGenerator.GetBytes(SecretLength));

    /// <summary>64 characters that an address may hold. Show it once; keep it nowhere.</summary>
    public string Reveal() => Base64Url.EncodeToString([.. Link.ToByteArray(bigEndian: true), .. _secret]);

    public static bool TryRead(string? text, [NotNullWhen(true)] out LinkToken? token)
    {
        token = null;
        var bytes = new byte[IdLength + SecretLength];
        if (text is not { Length: 64 } || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != bytes.Length) return false;
        token = new LinkToken(new Guid(bytes.AsSpan(0, IdLength), bigEndian: true), bytes[IdLength..]);
        return true;
    }

    public override string ToString() => nameof(LinkToken);
}
