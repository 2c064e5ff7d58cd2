using System.Text;

namespace Credence.Incidents.Nibrs;

/// <summary>One segment of the flat file, as sent. It holds a person's description, so it prints its level and line only.</summary>
public sealed class NibrsSegment
{
    private const byte Blank = (byte)' ';

    private readonly byte[] _bytes;

    internal NibrsSegment(NibrsLayout layout, byte[] bytes, long line, int submission) =>
        (Layout, _bytes, Line, Submission) = (layout, bytes, line, submission);

    /// <summary>Where its values stand.</summary>
    public NibrsLayout Layout { get; }

    /// <summary>The line of the file, from 1.</summary>
    public long Line { get; }

    /// <summary>Segment action type: I, A, D, M or W.</summary>
    public char Action => (char)_bytes[5];

    /// <summary>The agency that reports.</summary>
    public string Ori => Text(Layout.Ori);

    /// <summary>Incident number; of a group B arrest report its transaction number.</summary>
    public string Number => Text(Layout.Number);

    /// <summary>Year and month of submission as one number, such as 201605; 0 if they are no month.</summary>
    public int Submission { get; }

    /// <summary>The whole segment, blanks included.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>A value with its blanks; empty if the segment ends before it.</summary>
    /// <param name="field">A field of this segment's layout.</param>
    /// <param name="row">The occurrence, from 0.</param>
    public ReadOnlySpan<byte> Of(NibrsField field, int row = 0)
    {
        var start = field.Column(row) - 1;
        return start + field.Length <= _bytes.Length ? _bytes.AsSpan(start, field.Length) : default;
    }

    /// <summary>A value without the blanks behind it.</summary>
    public string Text(NibrsField field, int row = 0) => Encoding.Latin1.GetString(Of(field, row).TrimEnd(Blank));

    /// <summary>The value of a field by its name; empty if the layout has no such field.</summary>
    public string Text(string name, int row = 0) => Layout.Find(name) is { } field ? Text(field, row) : "";

    /// <summary>True if nothing is entered.</summary>
    public bool IsBlank(NibrsField field, int row = 0) => Of(field, row).IndexOfAnyExcept(Blank) < 0;

    /// <summary>True if no value of the group is entered in that occurrence.</summary>
    public bool IsBlank(NibrsGroup group, int row)
    {
        for (var i = 0; i < group.Fields.Count; i++)
            if (!IsBlank(group.Fields[i], row)) return false;
        return true;
    }

    /// <summary>A number for agency and report (FNV-1a, 64 bits): all that is kept of a report to know it again.</summary>
    internal ulong Identity()
    {
        var hash = 14695981039346656037UL;
        foreach (var b in Of(Layout.Ori)) hash = (hash ^ b) * 1099511628211UL;
        foreach (var b in Of(Layout.Number)) hash = (hash ^ b) * 1099511628211UL;
        return hash;
    }

    /// <summary>Says level and line only.</summary>
    public override string ToString() => $"NibrsSegment(level {Layout.Level}, line {Line})";
}
