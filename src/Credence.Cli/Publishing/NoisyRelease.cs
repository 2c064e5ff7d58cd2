using System.Globalization;
using System.Text.Json;
using Credence.Cli.Evaluation;
using Credence.Evaluation.Release;

namespace Credence.Cli.Publishing;

/// <summary>A release with noise in its counts.</summary>
internal sealed class NoisyRelease(IReadOnlyList<NoisyTable> tables, PrivacyBudget budget, bool tellsPersons) : IRelease
{
    public void Write(string folder) => ReleaseFolder.Write(
        folder,
        [.. tables.Select(table => (table.Shape, (IReadOnlyList<long?>)[.. table.Counts.Select(count => (long?)count)]))],
        ReleaseStatement.Of(budget, tellsPersons),
        new ReleaseRecord(ReleaseRecord.Noise, SuppressionRule.UsualThreshold, ZeroPolicy.Publish, false, [.. tables.Select((_, t) => ReleaseFolder.NameOf(t))]));

    public void Say(TextWriter output, string folder, bool json)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(
                new { Folder = folder, Tables = tables.Select((table, t) => new { File = ReleaseFolder.NameOf(t), Cells = table.Counts.Count }), budget.Epsilon, budget.Delta, budget.Cap, Mechanism = budget.Mechanism.ToString() },
                EvaluationJson.Options));
            return;
        }

        for (var t = 0; t < tables.Count; t++) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.Combine(folder, ReleaseFolder.NameOf(t))}: {tables[t].Counts.Count:N0} cells with noise"));
        output.WriteLine($"Budget spent: {budget}. Publish none of these tables without noise as well. Read {ReleaseFolder.Statement} before you publish.");
    }
}
