using Credence.Evaluation.Measures;
using Credence.Screening;
using Credence.Statistics;

namespace Credence.Tests.Evaluation.Measures;

/// <summary>How often a design-based interval holds the truth: one site, drawn and read again and again.</summary>
internal sealed record Coverage(string Site, string Measure, double Truth, Proportion Held, double MeanWidth)
{
    private const int Times = 1000;

    private const int Sample = 400;

    /// <summary>Sites that differ in where the possible victims are; the last has nearly all of them where nobody looks.</summary>
    private static readonly (string Name, (Level, bool, int, double)[] Strata)[] Sites =
    [
        ("as the invented casebook", [(Level.StrongIndication, true, 30, 0.8), (Level.StrongIndication, false, 250, 0.8), (Level.PossibleIndication, false, 150, 0.2), (Level.NoneFound, true, 20, 0.1), (Level.NoneFound, false, 3600, 0.003)]),
        ("a large agency", [(Level.StrongIndication, true, 200, 0.9), (Level.StrongIndication, false, 900, 0.7), (Level.PossibleIndication, false, 1500, 0.15), (Level.NoneFound, true, 60, 0.1), (Level.NoneFound, false, 30_000, 0.002)]),
        ("where the screener finds little", [(Level.StrongIndication, true, 40, 0.8), (Level.StrongIndication, false, 60, 0.7), (Level.PossibleIndication, false, 200, 0.2), (Level.NoneFound, true, 40, 0.3), (Level.NoneFound, false, 4000, 0.05)]),
    ];

    private static readonly string[] Measures = ["read-possible", "missed", "false-label", "screener-recall", "screener-precision"];

    /// <summary>Every site and measure.</summary>
    public static IReadOnlyList<Coverage> All { get; } = [.. Sites.SelectMany(site => Of(site.Name, InventedRows.Of(11, site.Strata)))];

    private static IEnumerable<Coverage> Of(string name, InventedRows site)
    {
        var samples = Enumerable.Range(1, Times).AsParallel().AsOrdered().Select(seed => site.Draw(Sample, (ulong)seed).Where(row => row.Coding is not null).ToList()).ToList();
        foreach (var measure in Measures.Select(id => MeasureCatalog.Find(id)!))
        {
            var truth = Share(measure, site.AllRead).Share.Value;
            var intervals = samples.AsParallel().AsOrdered().Select(rows => Share(measure, rows).Share.Interval).ToList();
            yield return new Coverage(name, measure.Id, truth, new Proportion(intervals.Count(interval => interval.Contains(truth)), Times), intervals.Average(interval => interval.Width));
        }
    }

    private static MeasuredShare Share(Measure measure, IReadOnlyList<MeasureRow> rows) => MeasuredGroup.InEvery(measure, "Riverton", rows, Breakdown.None)[0].Shares[0];
}
