using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Credence.Record.Handovers;

/// <summary>
/// The one form of everything that goes between two hosts: a title, then fields in a fixed order, one a line, then a signature over
/// all that stands before it. ASCII only, one spelling only, so that a custodian can read what a file gives away and two texts never
/// mean the same.
/// </summary>
internal sealed class SignedText
{
    public const int SignatureLength = 64;

    private static readonly SearchValues<byte> Plain = SearchValues.Create([(byte)'\n', .. Enumerable.Range(' ', '~' - ' ' + 1).Select(one => (byte)one)]);

    private const string SignatureField = "signature";

    private readonly Dictionary<string, string> _values;
    private readonly byte[] _signature;

    private SignedText(byte[] signed, Dictionary<string, string> values, byte[] signature) => (Signed, _values, _signature) = (signed, values, signature);

    /// <summary>The bytes that the signature covers.</summary>
    public byte[] Signed { get; }

    public string this[string field] => _values[field];

    /// <summary>Title and fields, as they are signed.</summary>
    public static byte[] Unsigned(string title, params IEnumerable<(string Field, string Value)> fields) =>
        Encoding.ASCII.GetBytes($"{title}\n{string.Concat(fields.Select(field => $"{field.Field}: {field.Value}\n"))}");

    public static byte[] Sign(byte[] unsigned, ECDsa key) =>
        [.. unsigned, .. Encoding.ASCII.GetBytes($"{SignatureField}: {Convert.ToBase64String(key.SignData(unsigned, HashAlgorithmName.SHA256))}\n")];

    /// <summary>Reads it, or says in one sentence what is wrong; never what stands there.</summary>
    public static SignedText? Read(ReadOnlySpan<byte> bytes, int longest, string title, IReadOnlyList<string> fields, out string problem)
    {
        problem = "";
        if (bytes.Length > longest) return Wrong($"Found {bytes.Length} bytes, expected at most {longest}.", out problem);
        if (bytes.IndexOfAnyExcept(Plain) is >= 0 and var odd)
            return Wrong($"Found a byte that is no plain character at {odd}, expected {title}.", out problem);
        var lines = Encoding.ASCII.GetString(bytes).Split('\n');
        if (lines[0] != title) return Wrong($"Line 1: found another title, expected {title}.", out problem);
        var values = new Dictionary<string, string>();
        IReadOnlyList<string> all = [.. fields, SignatureField];
        for (var at = 0; at < all.Count; at++)
        {
            var start = $"{all[at]}: ";
            if (at + 1 >= lines.Length || !lines[at + 1].StartsWith(start, StringComparison.Ordinal))
                return Wrong($"Line {at + 2}: found no {all[at]}, expected one there; the text may be cut off.", out problem);
            values[all[at]] = lines[at + 1][start.Length..];
        }

        if (lines.Length != all.Count + 2 || lines[^1].Length > 0)
            return Wrong($"Found no end of line behind the signature, or more lines, expected {all.Count + 1} lines.", out problem);
        if (Base64(values[SignatureField], SignatureLength) is not { } signature)
            return Wrong("Found no whole signature, expected 64 bytes in base64.", out problem);
        var end = bytes.LastIndexOf(Encoding.ASCII.GetBytes($"\n{SignatureField}: ")) + 1;
        return new SignedText(bytes[..end].ToArray(), values, signature);
    }

    /// <summary>Whether the holder of this key signed it.</summary>
    public bool IsSignedBy(P256Key signing)
    {
        using var key = signing.ForVerifying();
        return key.VerifyData(Signed, _signature, HashAlgorithmName.SHA256);
    }

    /// <summary>The bytes, or null if they are not these many in base64's one spelling; 0 is any number.</summary>
    public static byte[]? Base64(string text, int length)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written) && (length == 0 || written == length)
            && Convert.ToBase64String(bytes.AsSpan(0, written)) == text
                ? bytes[..written]
                : null;
    }

    private static SignedText? Wrong(string sentence, out string problem)
    {
        problem = sentence;
        return null;
    }
}
