using Credence.Statistics;

namespace Credence.Evaluation;

/// <summary>Accuracy at level 1 among the incidents of one group.</summary>
/// <param name="By">What divides the groups: stratum, type, minor or status.</param>
/// <param name="Group">The group, in the coders' word.</param>
/// <param name="Matrix">Counts, each incident once.</param>
public sealed record GroupAccuracy(string By, string Group, ConfusionMatrix Matrix)
{
    private const string Differ = "coders differ";

    /// <summary>Precision in the pools behind the strata, or null where nothing is weighted.</summary>
    public Estimate? WeightedPrecision { get; init; }

    /// <summary>Recall in the pools behind the strata, or null where nothing is weighted.</summary>
    public Estimate? WeightedRecall { get; init; }

    /// <summary>Every group of every division, those of a division together.</summary>
    public static IReadOnlyList<GroupAccuracy> Measure(IReadOnlyList<Judged> judged) =>
    [
        .. Divide("stratum", judged, j => j.Gold.Stratum),
        .. Divide("type", judged, j => Both(j, c => c.Type.ToString().ToLowerInvariant())),
        .. Divide("minor", judged, j => Both(j, c => c.Minor.ToString().ToLowerInvariant())),
        .. Divide("status", judged, j => Both(j, c => c.Status)),
    ];

    private static string Both(Judged judged, Func<Coding, string> said)
    {
        var a = said(judged.Gold.CoderA);
        return judged.Gold.CoderB is not { } other || said(other) == a ? a : Differ;
    }

    private static IEnumerable<GroupAccuracy> Divide(string by, IReadOnlyList<Judged> judged, Func<Judged, string> groupOf) =>
        judged.Where(j => j.Gold.AgreedAt(1)).GroupBy(groupOf).OrderBy(members => members.Key, StringComparer.Ordinal)
            .Select(members => Weighted(new GroupAccuracy(by, members.Key, MatrixOf(members)), judged, j => groupOf(j) == members.Key));

    private static GroupAccuracy Weighted(GroupAccuracy group, IReadOnlyList<Judged> judged, Func<Judged, bool> belongs) =>
        !Weighting.IsIn(judged) ? group : group with
        {
            WeightedPrecision = Weighting.Precision(judged, 1, belongs),
            WeightedRecall = Weighting.Recall(judged, 1, belongs),
        };

    private static ConfusionMatrix MatrixOf(IEnumerable<Judged> judged) =>
        ConfusionMatrix.Of(judged.Select(j => (j.Level >= 1, j.Gold.CoderA.Level >= 1)));
}
