using System.Security.Cryptography;

namespace Credence.Record.Handovers;

/// <summary>A message as it goes from host to host: its outside in plain words, its body sealed for one recipient, all of it signed by one sender.</summary>
public sealed class Envelope
{
    /// <summary>The most bytes that an envelope has.</summary>
    public const int Longest = 4 * SealedBody.LongestSealed / 3 + 2048;

    private const string Title = "credence envelope 1";
    private static readonly string[] Fields = ["from", "to", "id", "content", "made", "expires", "to-key", "ephemeral", "body"];

    private readonly SignedText _text;
    private readonly P256Key _ephemeral;
    private readonly byte[] _body;

    private Envelope(SignedText text, MessageHead head, P256Key ephemeral, byte[] body) => (_text, Head, _ephemeral, _body) = (text, head, ephemeral, body);

    public MessageHead Head { get; }

    /// <summary>The key that it is sealed for.</summary>
    public string ToKey => _text["to-key"];

    /// <summary>SHA-256 of all but the signature: an ECDSA signature can be written in two ways, and that must not make two messages.</summary>
    public byte[] Digest => SHA256.HashData(_text.Signed);

    /// <summary>Seals and signs. From then on only the recipient can open it.</summary>
    internal static byte[] Write(MessageHead head, ReadOnlySpan<byte> content, P256Key recipient, ECDsa signing)
    {
        if (content.Length > SealedBody.Longest) throw new ArgumentException("Found a longer message than the post takes.", nameof(content));
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var outside = Outside(head, recipient.Id, P256Key.Of(ephemeral));
        var body = SealedBody.Seal(content, recipient, ephemeral, SignedText.Unsigned(Title, outside));
        return SignedText.Sign(SignedText.Unsigned(Title, [.. outside, ("body", Convert.ToBase64String(body))]), signing);
    }

    /// <summary>Reads one, strictly; or null with one sentence. Nothing is said yet of who signed it.</summary>
    public static Envelope? Read(ReadOnlySpan<byte> bytes, out string problem)
    {
        if (SignedText.Read(bytes, Longest, Title, Fields, out problem) is not { } text) return null;
        problem = Problem(text, out var head, out var ephemeral, out var body);
        return problem.Length == 0 ? new Envelope(text, head!, ephemeral!, body!) : null;
    }

    public bool IsSignedBy(P256Key signing) => _text.IsSignedBy(signing);

    /// <summary>The content, or null if it was sealed for another key or another outside.</summary>
    internal byte[]? TryOpen(ECDiffieHellman recipient) =>
        SealedBody.TryOpen(_body, recipient, _ephemeral, SignedText.Unsigned(Title, Outside(Head, ToKey, _ephemeral)));

    /// <summary>The same message, signed by another key of the same sender.</summary>
    internal byte[] SignAnew(ECDsa signing) => SignedText.Sign(_text.Signed, signing);

    public override string ToString() => $"Envelope({Head.Id})";

    private static (string, string)[] Outside(MessageHead head, string toKey, P256Key ephemeral) =>
    [
        ("from", head.From.Value), ("to", head.To.Value), ("id", head.Id.ToString()), ("content", head.Content.ToString()), ("made", WireText.Time(head.Made)),
        ("expires", WireText.Time(head.Expires)), ("to-key", toKey), ("ephemeral", Convert.ToBase64String(ephemeral.Point)),
    ];

    private static string Problem(SignedText text, out MessageHead? head, out P256Key? ephemeral, out byte[]? body)
    {
        (head, ephemeral, body) = (null, null, null);
        if (!HostName.TryRead(text["from"], out var from)) return "from: found no short name, expected one such as harbor-house.";
        if (!HostName.TryRead(text["to"], out var to)) return "to: found no short name, expected one such as harbor-house.";
        if (!WireText.TryReadId(text["id"], out var id)) return "id: found no id of a message, expected one made of chance (version 4).";
        if (!ContentWord.TryRead(text["content"], out var content)) return "content: found no word and version, expected such as handover 1.";
        if (!WireText.TryReadTime(text["made"], out var made)) return "made: found no time, expected one such as 2031-02-03T04:05:06Z.";
        if (!WireText.TryReadTime(text["expires"], out var expires) || expires <= made) return "expires: found no time after made, expected one such as 2031-02-03T04:05:06Z.";
        if (!WireText.IsHash(text["to-key"])) return "to-key: found no id of a key, expected 64 hexadecimal digits.";
        if (SignedText.Base64(text["ephemeral"], P256Key.Length) is not { } point || (ephemeral = P256Key.TryRead(point)) is null)
            return "ephemeral: found no point of P-256, expected one in base64.";
        if ((body = SignedText.Base64(text["body"], 0)) is null) return "body: found no base64, expected the sealed message.";
        head = new MessageHead(from, to, id, content, made, expires);
        return "";
    }
}
