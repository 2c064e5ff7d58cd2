using Credence.Statistics;

namespace Credence.Evaluation;

/// <summary>Accuracy at level 1 among the incidents of one group.</summary>
/// <param name="By">What divides the groups: stratum, type, minor or status.</param>
/// <param name="Group">The group, in the coders' word.</param>
/// <param name="Matrix">Counts, each incident once.</param>
public sealed record GroupAccuracy(string By, string Group, ConfusionMatrix Matrix)
{
    private const string Differ = "coders differ";

    /// <summary>Every group of every division, those of a division together.</summary>
    public static IReadOnlyList<GroupAccuracy> Measure(IReadOnlyList<Judged> judged)
    {
        var agreed = judged.Where(j => j.Gold.AgreedAt(1)).ToList();
        return
        [
            .. Divide("stratum", agreed, j => j.Gold.Stratum),
            .. Divide("type", agreed, j => Both(j, c => c.Type.ToString().ToLowerInvariant())),
            .. Divide("minor", agreed, j => Both(j, c => c.Minor.ToString().ToLowerInvariant())),
            .. Divide("status", agreed, j => Both(j, c => c.Status)),
        ];
    }

    /// <summary>What both coders say, or that they differ.</summary>
    internal static string Both(Judged judged, Func<Coding, string> said)
    {
        var a = said(judged.Gold.CoderA);
        return judged.Gold.CoderB is not { } other || said(other) == a ? a : Differ;
    }

    private static IEnumerable<GroupAccuracy> Divide(string by, List<Judged> judged, Func<Judged, string> groupOf) =>
        judged.GroupBy(groupOf).OrderBy(members => members.Key, StringComparer.Ordinal)
            .Select(members => new GroupAccuracy(by, members.Key, MatrixOf(members)));

    private static ConfusionMatrix MatrixOf(IEnumerable<Judged> judged) =>
        ConfusionMatrix.Of(judged.Select(j => (j.Level >= 1, j.Gold.CoderA.Level >= 1)));
}
