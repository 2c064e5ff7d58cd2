using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Credence.Record.Handovers;

/// <summary>What a host tells its partners of itself: name, side, public keys, and where it takes messages. Its text is exchanged as a small file.</summary>
/// <param name="Name">The short name.</param>
/// <param name="Side">The side.</param>
/// <param name="Signing">The key that its messages are signed with.</param>
/// <param name="Sealing">The key that messages to it are sealed for.</param>
/// <param name="Address">Where it takes messages, or null if by file only.</param>
public sealed record PostCard(HostName Name, Side Side, P256Key Signing, P256Key Sealing, Uri? Address)
{
    /// <summary>The most bytes that the text of a card has.</summary>
    public const int Longest = 4096;

    private const string Title = "credence card 1";
    private const string NoAddress = "none";
    private static readonly string[] Fields = ["name", "side", "signing", "sealing", "address"];

    /// <summary>
    /// Eight groups of five digits (132 bits of a SHA-256 over name, side and keys), to be compared by voice: whoever changes a card
    /// on its way cannot make another one with the same digits. The address is not in it; it may move.
    /// </summary>
    public string Fingerprint
    {
        get
        {
            var hash = SHA256.HashData([.. Encoding.ASCII.GetBytes($"{Title}\n{Name}\n{Side}\n"), .. Signing.Point, .. Sealing.Point]);
            return string.Join(' ', hash.Chunk(sizeof(uint)).Select(part =>
                (BinaryPrimitives.ReadUInt32BigEndian(part) % 100_000).ToString("D5", CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Whether somebody read these digits out; spaces and dashes do not matter.</summary>
    public bool HasFingerprint(string read) => Digits(read) == Digits(Fingerprint);

    /// <summary>An address that messages may go to: https, or http on this machine itself; without user, query or fragment.</summary>
    public static bool TryAddress(string text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address) && text.Length <= 500 && address.AbsoluteUri == text
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0;

    /// <summary>The text of a card, or null with one sentence that says what is wrong with it.</summary>
    public static PostCard? Read(ReadOnlySpan<byte> bytes, out string problem)
    {
        if (SignedText.Read(bytes, Longest, Title, Fields, out problem) is not { } text) return null;
        problem = "Found a card with a field of another form, or changed after it was signed, expected it as credence handover partner card wrote it.";
        var address = text["address"] == NoAddress ? null : TryAddress(text["address"], out var uri) ? uri : Nowhere;
        if (!HostName.TryRead(text["name"], out var name) || !TrySide(text["side"], out var side) || ReferenceEquals(address, Nowhere)
            || Key(text["signing"]) is not { } signing || Key(text["sealing"]) is not { } sealing || !text.IsSignedBy(signing)) return null;
        problem = "";
        return new PostCard(name, side, signing, sealing, address);
    }

    internal byte[] Write(ECDsa signing) => SignedText.Sign(
        SignedText.Unsigned(Title, ("name", Name.Value), ("side", Word(Side)), ("signing", Text(Signing)), ("sealing", Text(Sealing)),
            ("address", Address?.AbsoluteUri ?? NoAddress)),
        signing);

    internal static string Word(Side side) => side is Side.Police ? "police" : "care";

    internal static bool TrySide(string word, out Side side)
    {
        side = word == "police" ? Side.Police : Side.Care;
        return word is "police" or "care";
    }

    private static readonly Uri Nowhere = new("about:blank");

    private static string Text(P256Key key) => Convert.ToBase64String(key.Point);

    private static P256Key? Key(string text) => SignedText.Base64(text, P256Key.Length) is { } point ? P256Key.TryRead(point) : null;

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
