namespace Credence.Incidents.Nibrs;

/// <summary>What kind of report the segments make.</summary>
public enum NibrsReportKind
{
    /// <summary>Lines that belong to no report.</summary>
    None,

    /// <summary>Levels 1 to 6: an incident.</summary>
    GroupA,

    /// <summary>Level 7: arrests without an incident report.</summary>
    GroupB,

    /// <summary>Level 0: a month without anything to report.</summary>
    Zero,
}

/// <summary>The segments of one incident, arrest report or zero report, with the lines they stood in. It prints its kind only.</summary>
public sealed class NibrsReport
{
    private readonly List<NibrsSegment>[] _levels = [[], [], [], [], [], [], [], []];
    private readonly List<NibrsSegment> _segments = [];
    private readonly List<NibrsLine> _lines = [];
    private bool _isFirstSent = true;

    /// <summary>What it is.</summary>
    public NibrsReportKind Kind => Segments is not [var first, ..] ? NibrsReportKind.None : first.Layout.Level switch
    {
        0 => NibrsReportKind.Zero,
        7 => NibrsReportKind.GroupB,
        _ => NibrsReportKind.GroupA,
    };

    /// <summary>Its lines in order, those that cannot be read among them.</summary>
    public IReadOnlyList<NibrsLine> Lines => _lines;

    /// <summary>Its segments in order.</summary>
    public IReadOnlyList<NibrsSegment> Segments => _segments;

    /// <summary>The administrative segment, or null.</summary>
    public NibrsSegment? Administrative => _levels[1] is [var first, ..] ? first : null;

    /// <summary>True if it is an incident as it is first sent, so that its segments can be held against one another.</summary>
    public bool IsComplete => Administrative is not null && _isFirstSent;

    /// <summary>The segments of a level, in order.</summary>
    public IReadOnlyList<NibrsSegment> Level(int level) => _levels[level];

    /// <summary>Says its kind and how many segments it has.</summary>
    public override string ToString() => $"NibrsReport({Kind}, {Segments.Count} segments)";

    internal void Add(NibrsLine line)
    {
        _lines.Add(line);
        if (line.Segment is not { } segment) return;
        _segments.Add(segment);
        _levels[segment.Layout.Level].Add(segment);
        _isFirstSent &= segment.Action == 'I';
    }
}
