using Credence.Incidents;

namespace Credence.Directories;

/// <summary>The text of a file of a directory, in whichever encoding it was written.</summary>
public static class DirectoryText
{
    private const int AheadForEncoding = 1 << 18;

    /// <summary>The characters of a stream, which is closed with them; bytes that are no UTF-8 are read as Windows-1252.</summary>
    /// <exception cref="FormatException">The stream holds no text; the message says what it holds.</exception>
    public static TextReader Of(Stream bytes)
    {
        var first = new byte[AheadForEncoding];
        var ahead = first.AsSpan(0, bytes.ReadAtLeast(first, first.Length, throwOnEndOfStream: false));
        var guess = TextGuess.Of(ahead);
        return guess.NotText is { } kind
            ? throw new FormatException($"found {kind}, expected text: JSON or CSV")
            : new DecodedText(bytes, ahead[guess.MarkLength..], guess.Encoding);
    }
}
