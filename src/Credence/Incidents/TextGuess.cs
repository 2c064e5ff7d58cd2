using System.Text;

namespace Credence.Incidents;

/// <summary>How the bytes of a source spell text.</summary>
public enum SourceEncoding
{
    /// <summary>UTF-8, with or without a byte order mark; ASCII is part of it.</summary>
    Utf8,

    /// <summary>UTF-16, low byte first, as Windows programs write "Unicode".</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, high byte first.</summary>
    Utf16BigEndian,

    /// <summary>Windows-1252, the Western European code page.</summary>
    Windows1252,
}

/// <summary>What the first bytes of a source say about its encoding.</summary>
/// <param name="Encoding">The encoding to read with.</param>
/// <param name="MarkLength">Bytes of byte order mark to skip.</param>
/// <param name="NotText">What it is instead, if it is no text; otherwise null.</param>
public readonly record struct TextGuess(SourceEncoding Encoding, int MarkLength, string? NotText)
{
    private static readonly (byte[] Start, string Kind)[] Known =
    [
        ([0xFF, 0xFE, 0x00, 0x00], "UTF-32 text"),
        ([0x00, 0x00, 0xFE, 0xFF], "UTF-32 text"),
        ([0x50, 0x4B, 0x03, 0x04], "a zip file or an Excel workbook"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook or Word document"),
        ([0x25, 0x50, 0x44, 0x46], "a PDF"),
        ([0x1F, 0x8B], "a gzip file"),
        ([0x42, 0x5A, 0x68], "a bzip2 file"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a zstd file"),
    ];

    /// <summary>Decides from the first bytes (a few hundred kilobytes are plenty).</summary>
    public static TextGuess Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, kind) in Known)
            if (bytes.StartsWith(start)) return new(SourceEncoding.Utf8, 0, kind);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return new(SourceEncoding.Utf8, 3, null);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return new(SourceEncoding.Utf16LittleEndian, 2, null);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return new(SourceEncoding.Utf16BigEndian, 2, null);
        if (WideWithoutMark(bytes) is { } wide) return new(wide, 0, null);
        return IsBinary(bytes)
            ? new(SourceEncoding.Utf8, 0, "a binary file")
            : new(IsUtf8(bytes) ? SourceEncoding.Utf8 : SourceEncoding.Windows1252, 0, null);
    }

    /// <summary>The text of a short source; bytes that are no UTF-8 are read as Windows-1252.</summary>
    /// <param name="bytes">The whole source, its byte order mark included.</param>
    public string Decode(ReadOnlySpan<byte> bytes)
    {
        using var text = new DecodedText(Stream.Null, bytes[MarkLength..], Encoding);
        return text.ReadToEnd();
    }

    // In UTF-16 of Western text nearly every other byte is zero.
    private static SourceEncoding? WideWithoutMark(ReadOnlySpan<byte> bytes)
    {
        var pairs = Math.Min(bytes.Length, 1 << 16) / 2;
        int even = 0, odd = 0;
        for (var i = 0; i < pairs; i++)
        {
            if (bytes[2 * i] == 0) even++;
            if (bytes[2 * i + 1] == 0) odd++;
        }

        if (pairs < 2) return null;
        if (odd > pairs * 0.5 && even < pairs * 0.05) return SourceEncoding.Utf16LittleEndian;
        return even > pairs * 0.5 && odd < pairs * 0.05 ? SourceEncoding.Utf16BigEndian : null;
    }

    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        var control = 0;
        foreach (var b in bytes)
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0B or 0x0C or 0x1A or 0x1B)) control++;
        return control > bytes.Length / 20;
    }

    // A few broken bytes among many good sequences are damage in a UTF-8 file; none good means another code page.
    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, broken = 0;
        for (; ; )
        {
            var next = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (next < 0) return broken == 0 || good > broken;
            bytes = bytes[next..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == System.Buffers.OperationStatus.NeedMoreData) return broken == 0 || good > broken;
            _ = status == System.Buffers.OperationStatus.Done ? good++ : broken++;
            bytes = bytes[length..];
        }
    }
}
