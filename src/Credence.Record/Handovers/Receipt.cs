using System.Security.Cryptography;

namespace Credence.Record.Handovers;

/// <summary>That a message has arrived, signed by who took it in. It says this and nothing else: never what became of the message.</summary>
public sealed class Receipt
{
    /// <summary>The most bytes that a receipt has.</summary>
    public const int Longest = 2048;

    private const string Title = "credence receipt 1";
    private static readonly string[] Fields = ["from", "to", "id", "digest", "received"];

    private readonly SignedText _text;

    private Receipt(SignedText text, HostName from, HostName to, Guid id, DateTimeOffset received) =>
        (_text, From, To, Id, Received) = (text, from, to, id, received);

    /// <summary>Who took the message in.</summary>
    public HostName From { get; }

    /// <summary>Who had sent it.</summary>
    public HostName To { get; }

    public Guid Id { get; }

    public DateTimeOffset Received { get; }

    internal static byte[] Write(Envelope envelope, DateTimeOffset received, ECDsa signing) => SignedText.Sign(
        SignedText.Unsigned(Title, ("from", envelope.Head.To.Value), ("to", envelope.Head.From.Value), ("id", envelope.Head.Id.ToString()),
            ("digest", Convert.ToHexStringLower(envelope.Digest)), ("received", WireText.Time(received))),
        signing);

    public static Receipt? Read(ReadOnlySpan<byte> bytes, out string problem)
    {
        if (SignedText.Read(bytes, Longest, Title, Fields, out problem) is not { } text) return null;
        problem = "Found a receipt with a field of another form, expected it as the recipient wrote it.";
        if (!HostName.TryRead(text["from"], out var from) || !HostName.TryRead(text["to"], out var to) || !WireText.TryReadId(text["id"], out var id)
            || !WireText.IsHash(text["digest"]) || !WireText.TryReadTime(text["received"], out var received)) return null;
        problem = "";
        return new Receipt(text, from, to, id, received);
    }

    /// <summary>Whether the holder of this key gave it for the message with this digest.</summary>
    public bool IsFor(ReadOnlySpan<byte> digest, P256Key recipient) =>
        CryptographicOperations.FixedTimeEquals(Convert.FromHexString(_text["digest"]), digest) && _text.IsSignedBy(recipient);

    public override string ToString() => $"Receipt({Id})";
}
