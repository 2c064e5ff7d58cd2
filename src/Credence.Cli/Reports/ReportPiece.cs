using System.Text.Json.Serialization;
using Credence.Screening;

namespace Credence.Cli.Reports;

/// <summary>A stretch of a narrative: plain, or the words of some findings.</summary>
/// <param name="Text">The words.</param>
/// <param name="Findings">Places in the list of findings, the weightiest first; null if it is plain.</param>
public sealed record ReportPiece(
    string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<int>? Findings = null)
{
    /// <summary>Says how long it is, never what it says.</summary>
    public override string ToString() => $"ReportPiece({Text.Length} characters)";

    /// <summary>Cuts a narrative so that findings that overlap lie in one piece.</summary>
    internal static IReadOnlyList<ReportPiece> Cut(
        string narrative, IReadOnlyList<Finding> findings, IReadOnlyList<ReportFinding> numbered)
    {
        var text = ShownText.Of(narrative);
        var pieces = new List<ReportPiece>();
        var at = 0;
        foreach (var together in Overlapping(findings))
        {
            var (start, end) = (together[0].Start, together.Max(finding => finding.End));
            if (start > at) pieces.Add(new ReportPiece(text[at..start]));
            pieces.Add(new ReportPiece(text[start..end], Numbers(together, numbered)));
            at = end;
        }

        if (at < text.Length) pieces.Add(new ReportPiece(text[at..]));
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

    private static IReadOnlyList<int> Numbers(IEnumerable<Finding> together, IReadOnlyList<ReportFinding> numbered) =>
    [
        .. together.OrderBy(finding => finding.Assertion).ThenByDescending(finding => finding.Indicator.Strength)
            .Select(finding => numbered.Index().First(entry => entry.Item.Is(finding)).Index).Distinct(),
    ];
}
