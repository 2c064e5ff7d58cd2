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
        return [.. NarrativePiece.Cut(text.Length, findings).Select(piece => new ReportPiece(
            text[piece.Start..piece.End], piece.Findings.Count > 0 ? Numbers(piece.Findings, numbered) : null))];
    }

    private static IReadOnlyList<int> Numbers(IEnumerable<Finding> together, IReadOnlyList<ReportFinding> numbered) =>
    [
        .. together.OrderBy(finding => finding.Assertion).ThenByDescending(finding => finding.Indicator.Strength)
            .Select(finding => numbered.Index().First(entry => entry.Item.Is(finding)).Index).Distinct(),
    ];
}
