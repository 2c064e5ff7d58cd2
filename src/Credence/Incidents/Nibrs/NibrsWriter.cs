using System.Text;

namespace Credence.Incidents.Nibrs;

/// <summary>Makes segments of the flat file from their values: every position that no value fills is blank.</summary>
public static class NibrsWriter
{
    /// <summary>
    /// The bytes of a segment. A value longer than its field, with a character beyond one byte, or for a field that the
    /// length leaves out cannot be written: then there are none.
    /// </summary>
    /// <param name="layout">The layout of its level.</param>
    /// <param name="length">How long the segment is.</param>
    /// <param name="valueOf">The value of a field in an occurrence, from 0; null or empty for none.</param>
    public static byte[]? Write(NibrsLayout layout, int length, Func<NibrsField, int, string?> valueOf)
    {
        var bytes = new byte[length];
        bytes.AsSpan().Fill((byte)' ');
        foreach (var field in layout.Fields)
            for (var row = 0; row < field.Times; row++)
                if (valueOf(field, row) is { Length: > 0 } value && !Put(bytes, field.Column(row) - 1, field.Length, value)) return null;
        return bytes;
    }

    /// <summary>True if the values of a segment, written anew, give the same bytes.</summary>
    public static bool GivesTheSame(NibrsSegment segment) =>
        Write(segment.Layout, segment.Bytes.Length, segment.Text) is { } written && segment.Bytes.SequenceEqual(written);

    private static bool Put(Span<byte> bytes, int start, int length, string value)
    {
        if (value.Length > length || start + value.Length > bytes.Length || value.AsSpan().IndexOfAnyExceptInRange('\0', '\xFF') >= 0)
            return false;
        Encoding.Latin1.GetBytes(value, bytes[start..]);
        return true;
    }
}
