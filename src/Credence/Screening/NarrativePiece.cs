namespace Credence.Screening;

/// <summary>A stretch of a narrative: plain, or the words of some findings.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last code unit.</param>
/// <param name="Findings">The findings that lie in it; empty if it is plain.</param>
public sealed record NarrativePiece(int Start, int End, IReadOnlyList<Finding> Findings)
{
    /// <summary>Cuts a narrative of this length so that findings that overlap lie in one piece; the pieces together are the narrative.</summary>
    public static IReadOnlyList<NarrativePiece> Cut(int length, IEnumerable<Finding> findings)
    {
        var pieces = new List<NarrativePiece>();
        var at = 0;
        foreach (var together in Overlapping(findings))
        {
            var (start, end) = (together[0].Start, together.Max(finding => finding.End));
            if (start > at) pieces.Add(new NarrativePiece(at, start, []));
            pieces.Add(new NarrativePiece(start, end, together));
            at = end;
        }

        if (at < length) pieces.Add(new NarrativePiece(at, length, []));
        return pieces;
    }

    private static IEnumerable<List<Finding>> Overlapping(IEnumerable<Finding> findings)
    {
        var together = new List<Finding>();
        var end = 0;
        foreach (var finding in findings.OrderBy(finding => finding.Start))
        {
            if (together.Count > 0 && finding.Start >= end)
            {
                yield return together;
                together = [];
            }

            together.Add(finding);
            end = Math.Max(end, finding.End);
        }

        if (together.Count > 0) yield return together;
    }
}
