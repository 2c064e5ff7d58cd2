using System.Globalization;
using System.Text.Json;
using Credence.Cli.Evaluation;
using Credence.Disclosure;
using Credence.Evaluation.Release;

namespace Credence.Cli.Publishing;

/// <summary>A release with withheld cells, which the check has passed.</summary>
internal sealed class SuppressedRelease(Suppressed suppressed, Checked check, bool hasEarlier) : IRelease
{
    private SuppressionRule Rule => suppressed.Tables.Rule;

    public void Write(string folder) => ReleaseFolder.Write(
        folder,
        [.. suppressed.Published.Select(table => (table, table.Counts))],
        ReleaseStatement.Of(suppressed, check, hasEarlier),
        new ReleaseRecord(ReleaseRecord.Suppression, Rule.Threshold, Rule.Zeros, Rule.KeepWhole, [.. suppressed.Published.Select((_, t) => ReleaseFolder.NameOf(t))]));

    /// <summary>For whoever publishes: how many were withheld for their own sake is not in what is published.</summary>
    public void Say(TextWriter output, string folder, bool json)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(
                new
                {
                    Folder = folder,
                    K = Rule.Threshold,
                    Tables = suppressed.Published.Select((table, t) => new { File = ReleaseFolder.NameOf(t), Cells = table.Counts.Count, Withheld = table.Counts.Count(count => count is null) }),
                    suppressed.Primary,
                    suppressed.Secondary,
                    suppressed.Loss,
                    suppressed.Bound,
                    suppressed.IsSmallest,
                    suppressed.IsStopped,
                    Check = new { Kept = check.IsKept, Withheld = check.Ranges.Count },
                },
                EvaluationJson.Options));
            return;
        }

        for (var t = 0; t < suppressed.Published.Count; t++)
        {
            var counts = suppressed.Published[t].Counts;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.Combine(folder, ReleaseFolder.NameOf(t))}: {counts.Count:N0} cells, {counts.Count(count => count is null):N0} withheld"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"For you alone: {suppressed.Primary:N0} for their own sake, {suppressed.Secondary:N0} to protect these."));
        if (suppressed.IsStopped) output.WriteLine("The search was stopped by --time-limit: more is withheld than may be needed.");
        output.WriteLine(suppressed.IsSmallest
            ? "No choice that protects them loses less."
            : string.Create(CultureInfo.InvariantCulture, $"It loses {suppressed.Loss:N0}; whether a choice loses less, down to {suppressed.Bound:N0}, was not certain within the effort (--effort 10 looks further)."));
        output.WriteLine($"Check passed: none of the withheld counts can be figured out more closely than promised. Read {ReleaseFolder.Statement} before you publish.");
    }
}
