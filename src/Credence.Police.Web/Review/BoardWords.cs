using System.Globalization;
using Credence.Police.Review;
using Credence.Police.Web.Pages;
using Credence.Review;
using Credence.Statistics;

namespace Credence.Police.Web.Review;

/// <summary>What the figures of a review say, in sentences.</summary>
internal static class BoardWords
{
    /// <summary>The promise with which reading stops.</summary>
    public static string Promise(StopRule rule) =>
        $"Reading may stop when one can be {Words.Percent(rule.Confidence)} sure that at least {Words.Percent(rule.Recall)} is found of what these readers would call possible or be unsure of.";

    /// <summary>What the rule says now.</summary>
    public static string Stop(StopStatus stop) =>
        stop.MayStop ? $"Reading may stop: one can be {Words.Percent(stop.Confidence)} sure that at least {Words.Percent(stop.Recall)} is found."
        : "Reading may not stop yet.";

    /// <summary>What is missing until one may stop and know what was missed, one sentence each.</summary>
    public static IEnumerable<string> Missing(ReviewFigures figures)
    {
        var (budget, differing) = (figures.Status.Budget, figures.Status.Disputed.Count);
        if (budget.LeastReadings > budget.SecondReadingsDue)
            yield return $"At least {Count(budget.LeastIncidents, "incident", "incidents")} to read before reading may stop, if not one more is found: about {Count(budget.LeastReadings, "reading", "readings")}.";
        if (budget.SecondReadingsDue > 0) yield return $"{Count(budget.SecondReadingsDue, "second reading", "second readings")} of what one has read and two are to read.";
        if (differing > 0) yield return $"{Count(differing, "incident", "incidents")} on which readers differ and nobody has decided.";
        if (figures.Audit is { Unread: > 0 } open) yield return $"{Count(open.Unread, "incident", "incidents")} of the audit sample that nobody has read.";
        if (figures.Audit is null && figures.Left > figures.Erased) yield return Audit(budget, figures.Status.Stop);
        if (figures.Erased > 0) yield return $"{Count(figures.Erased, "incident", "incidents")} nobody can read any more: their time was over before they were read.";
    }

    /// <summary>What the last audit sample says.</summary>
    public static string Missed(AuditEstimate audit) =>
        double.IsNaN(audit.Missed.Value) ? "A part of which nothing is read leaves open what was missed."
        : $"{(audit.Unread > 0 ? "So far, and it will change: " : "")}about {Words.Number((long)Math.Round(audit.Missed.Value))} were missed among all that nobody had read ({Range(audit.Missed.Interval)} with 95 % confidence). "
            + $"Found before the audit: {Words.Number(audit.FoundBefore)}"
            + (double.IsNaN(audit.Recall.Value) ? "." : $", which is {Percents(audit.Recall)} of what there is to find.");

    /// <summary>An agreement between -1 and 1 with its interval.</summary>
    public static string Of(Estimate estimate) => estimate switch
    {
        { Value: double.NaN } => "nothing to say yet",
        { Interval.Low: double.NaN } => Two(estimate.Value),
        { Interval.Width: 0 } => $"{Two(estimate.Value)} (no spread among these)",
        _ => $"{Two(estimate.Value)} ({Two(estimate.Interval.Low)} to {Two(estimate.Interval.High)})",
    };

    public static string Range(Interval interval) =>
        $"{Words.Number((long)Math.Floor(interval.Low))} to {Words.Number((long)Math.Ceiling(interval.High))}";

    private static string Audit(ReadingBudget budget, StopStatus stop) =>
        "No audit sample is drawn, so nothing says how many were missed."
        + (budget.AuditSize is { } size ? $" One of {Words.Number(size)} would by itself show that {Words.Percent(stop.Recall)} is found, if nothing is found in it." : "");

    private static string Percents(Estimate share) =>
        $"{Words.Percent(Math.Round(share.Value, 3))} ({Words.Percent(Math.Round(share.Interval.Low, 3))} to {Words.Percent(Math.Round(share.Interval.High, 3))})";

    private static string Count(int number, string one, string many) => $"{Words.Number(number)} {(number == 1 ? one : many)}";

    private static string Two(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
