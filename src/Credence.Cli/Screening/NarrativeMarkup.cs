using System.Text;
using Credence.Incidents;
using Credence.Screening;
using Spectre.Console;

namespace Credence.Cli.Screening;

/// <summary>Words with their findings between « and », in color on a terminal: the stronger, the louder.</summary>
internal static class NarrativeMarkup
{
    public static string Of(Narrative narrative, IEnumerable<Finding> findings) => Of(narrative.Text, 0, narrative.Length, findings);

    /// <summary>The part of a text between two places.</summary>
    public static string Of(string text, int start, int end, IEnumerable<Finding> findings)
    {
        var marked = new StringBuilder();
        var at = start;
        foreach (var finding in Disjoint(findings))
        {
            marked.Append(text[at..finding.Start].EscapeMarkup());
            marked.Append('[').Append(StyleOf(finding)).Append("]«");
            marked.Append(text[finding.Start..finding.End].EscapeMarkup()).Append("»[/]");
            at = finding.End;
        }

        return marked.Append(text[at..end].EscapeMarkup()).ToString();
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

    public static string StyleOf(Finding finding) => (finding.Assertion, finding.Indicator.Strength) switch
    {
        (Assertion.Affirmed, Strength.Strong) => "bold white on red",
        (Assertion.Affirmed, Strength.Medium) => "black on yellow",
        (Assertion.Affirmed, _) => "yellow",
        _ => "underline",
    };
}
