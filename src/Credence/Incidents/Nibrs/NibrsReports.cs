namespace Credence.Incidents.Nibrs;

/// <summary>Puts the lines of a flat file together to reports; memory holds one report.</summary>
public sealed class NibrsReports(NibrsReader reader)
{
    // 10 offenses, 8 kinds of loss, 999 victims, 99 offenders and 99 arrestees are the most that a report can have.
    private const int MostLines = 2000;

    private NibrsLine? _next;

    /// <summary>Reads the next report. Lines that are no segment stay with the report they stand in.</summary>
    public bool TryRead(out NibrsReport report)
    {
        report = new NibrsReport();
        while ((_next is { } line || reader.TryRead(out line)) && (_next = line) is not null)
        {
            if (!Belongs(line, report)) return true;
            report.Add(line);
            _next = null;
        }

        return report.Lines.Count > 0;
    }

    private static bool Belongs(NibrsLine line, NibrsReport report)
    {
        if (report.Lines.Count >= MostLines) return false;
        if (line.Segment is not { } segment || report.Segments.Count == 0) return true;
        var last = report.Segments[^1];
        return (segment.Layout.Level, last.Layout.Level) switch
        {
            (0, _) or (_, 0) => false,
            (7, 7) => IsSame(segment, last),
            (7, _) or (_, 7) => false,
            (1, _) => report.Administrative is null && IsSame(segment, last),
            _ => IsSame(segment, last),
        };
    }

    private static bool IsSame(NibrsSegment one, NibrsSegment other) =>
        one.Action == other.Action
        && one.Of(one.Layout.Ori).SequenceEqual(other.Of(other.Layout.Ori))
        && one.Of(one.Layout.Number).SequenceEqual(other.Of(other.Layout.Number));
}
