using Credence.Cli.Evaluation;
using Credence.Review;
using Credence.Statistics;

namespace Credence.Cli.Review;

/// <summary>How an audit reads.</summary>
internal static class AuditReport
{
    public static Report Of(string name, AuditEstimate audit) => new(
        $"{name}: an audit of {Figures.Count(audit.Strata.Sum(stratum => stratum.Drawn))} unread incidents",
        [
            new Section(
                "By rank",
                new Table(
                    ["group", "unread", "drawn", "read", "found", "in the group, exact 95 %"],
                    [.. audit.Strata.Select(stratum => (IReadOnlyList<string>)
                    [
                        stratum.Group, Figures.Count(stratum.Size), Figures.Count(stratum.Drawn), Figures.Count(stratum.Found.Of),
                        Figures.Count(stratum.Found.Count), Range(stratum.Relevant),
                    ])])),
            new Section("What was missed", new Paragraph(Missed(audit)), new Paragraph(
                "An incident counts if its readers call it possible, or are not sure. What readers overlook, and what nobody wrote down, is in "
                + "no audit.")),
        ]);

    private static string Missed(AuditEstimate audit) => (audit.Unread, double.IsNaN(audit.Missed.Value)) switch
    {
        (var unread, true) => $"{Figures.Count(unread)} of the sample are unread; a group of which nothing is read leaves the total open.",
        (> 0, _) => $"{Figures.Count(audit.Unread)} of the sample are unread: what follows is of those read, and will change. {Figure(audit)}",
        _ => Figure(audit),
    };

    private static string Figure(AuditEstimate audit) =>
        $"Found before the audit: {Figures.Count(audit.FoundBefore)}. Missed among all unread: about {Figures.Count(audit.Missed.Value)}, "
        + $"95 % interval {Range(audit.Missed.Interval)}."
        + (double.IsNaN(audit.Recall.Value) ? "" : $" Recall before the audit: {Figures.Of(audit.Recall)}.");

    private static string Range(Interval interval) => $"{Figures.Count(Math.Floor(interval.Low))} to {Figures.Count(Math.Ceiling(interval.High))}";
}
