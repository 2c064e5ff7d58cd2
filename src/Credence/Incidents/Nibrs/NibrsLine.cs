namespace Credence.Incidents.Nibrs;

/// <summary>What is wrong with a line of the flat file, before anybody asks what it means.</summary>
public enum NibrsLineFault
{
    /// <summary>A byte that is no printable ASCII character.</summary>
    NotText,

    /// <summary>No segment level 0 to 7.</summary>
    Level,

    /// <summary>No segment action type.</summary>
    Action,

    /// <summary>Not as long as it says, or as its level may be.</summary>
    Length,

    /// <summary>Something stands in positions that the layout leaves blank.</summary>
    Unused,
}

/// <summary>A fault of a line: where, found, expected, never content.</summary>
/// <param name="Fault">What kind.</param>
/// <param name="Column">Position from 1.</param>
/// <param name="Found">What was found.</param>
/// <param name="Expected">What was expected.</param>
public sealed record NibrsLineProblem(NibrsLineFault Fault, int Column, string Found, string Expected);

/// <summary>One line of a flat file with its end, kept byte for byte. It prints its number only.</summary>
public sealed class NibrsLine
{
    internal NibrsLine(
        long number, ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte> end, NibrsSegment? segment, IReadOnlyList<NibrsLineProblem> problems) =>
        (Number, Bytes, End, Segment, Problems) = (number, bytes, end, segment, problems);

    /// <summary>The line of the file, from 1.</summary>
    public long Number { get; }

    /// <summary>The line without its end.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The end of the line as it stood: carriage return, line feed, both, or nothing.</summary>
    public ReadOnlyMemory<byte> End { get; }

    /// <summary>What the line says; null for an empty line and for one that cannot be read.</summary>
    public NibrsSegment? Segment { get; }

    /// <summary>What is wrong with the line; empty for nearly every one.</summary>
    public IReadOnlyList<NibrsLineProblem> Problems { get; }

    /// <summary>True if nothing but blanks stands in it.</summary>
    public bool IsBlank => Segment is null && Problems.Count == 0;

    /// <summary>True if the line is a segment with nothing wrong in its form.</summary>
    public bool IsWellFormed => Segment is not null && Problems.Count == 0;

    /// <summary>Says the number only.</summary>
    public override string ToString() => $"NibrsLine({Number})";
}
