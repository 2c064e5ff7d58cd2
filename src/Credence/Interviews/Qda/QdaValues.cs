using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Credence.Interviews.Qda;

/// <summary>Ids as the standard writes them, with or without braces, in any case.</summary>
internal static class QdaGuid
{
    public static Guid? Of(string? written) => Guid.TryParseExact(written?.Trim('{', '}'), "D", out var id) ? id : null;

    public static Guid? Of(XElement element, string attribute = "guid") => Of(element.Attribute(attribute)?.Value);

    public static string Text(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);

    /// <summary>The id of a part that has none of its own here, the same each time (RFC 9562, version 8).</summary>
    public static Guid Derived(Guid project, string part)
    {
        var hash = SHA256.HashData([.. project.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(part)]);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}

/// <summary>Times as the standard writes them.</summary>
internal static class QdaTime
{
    public static DateTimeOffset? Of(string? written) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    public static string Text(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}

/// <summary>Places in a text in Unicode code points, as the standard counts them (version 1.5, section 10.2), and in UTF-16 units, as we do.</summary>
internal sealed class CodePoints
{
    private readonly int _length;
    private readonly int[]? _units;

    public CodePoints(string text)
    {
        _length = text.Length;
        // Where no code point takes two units, both counts are the same.
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0) { return; }

        var (units, at) = (new List<int>(text.Length + 1), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            units.Add(at);
            at += rune.Utf16SequenceLength;
        }

        _units = [.. units, text.Length];
    }

    /// <summary>UTF-16 units before a code point; null if the text is shorter.</summary>
    public int? Units(long points) => points < 0 || points > (_units?.Length - 1 ?? _length) ? null : _units?[(int)points] ?? (int)points;

    /// <summary>Code points before a unit; within a pair, those before the pair.</summary>
    public int Points(int units)
    {
        if (_units is null) { return units; }

        var found = Array.BinarySearch(_units, units);
        return found >= 0 ? found : ~found - 1;
    }
}
