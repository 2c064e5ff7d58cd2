using System.Text;
using Credence.Incidents;
using Credence.Screening;
using Spectre.Console;

namespace Credence.Cli.Screening;

/// <summary>A narrative with its findings marked: the stronger, the louder; what is not affirmed is only underlined.</summary>
internal static class NarrativeMarkup
{
    public static string Of(Narrative narrative, IEnumerable<Finding> findings)
    {
        var marked = new StringBuilder();
        var at = 0;
        foreach (var finding in Disjoint(findings))
        {
            marked.Append(narrative.Text[at..finding.Start].EscapeMarkup());
            marked.Append('[').Append(StyleOf(finding)).Append(']');
            marked.Append(narrative.Text[finding.Start..finding.End].EscapeMarkup()).Append("[/]");
            at = finding.End;
        }

        return marked.Append(narrative.Text[at..].EscapeMarkup()).ToString();
    }

    // Where findings overlap, the strongest is shown.
    private static IEnumerable<Finding> Disjoint(IEnumerable<Finding> findings)
    {
        var shown = new List<Finding>();
        foreach (var finding in findings.OrderByDescending(finding => finding.Indicator.Strength).ThenBy(finding => finding.Start))
        {
            if (!shown.Exists(other => finding.Start < other.End && other.Start < finding.End)) shown.Add(finding);
        }

        return shown.OrderBy(finding => finding.Start);
    }

    private static string StyleOf(Finding finding) => (finding.Assertion, finding.Indicator.Strength) switch
    {
        (Assertion.Affirmed, Strength.Strong) => "bold white on red",
        (Assertion.Affirmed, Strength.Medium) => "black on yellow",
        (Assertion.Affirmed, _) => "yellow",
        _ => "underline",
    };
}
