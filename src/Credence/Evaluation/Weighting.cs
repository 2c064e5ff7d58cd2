using Credence.Statistics;

namespace Credence.Evaluation;

/// <summary>Precision and recall in the pools behind the strata, with limits put together from those of the strata (<see cref="StratifiedRatio"/>).</summary>
internal static class Weighting
{
    public static bool IsIn(IReadOnlyList<Judged> judged) => judged.Any(j => j.Gold.Weight is not 1);

    public static Estimate Precision(IReadOnlyList<Judged> all, int level, Func<Judged, bool> belongs) =>
        Share(all, level, j => belongs(j) && j.Level >= level);

    public static Estimate Recall(IReadOnlyList<Judged> all, int level, Func<Judged, bool> belongs) =>
        Share(all, level, j => belongs(j) && j.Gold.CoderA.Level >= level);

    /// <summary>F1 by the same limits, as those of the share of right flags among all that are flagged or coded.</summary>
    public static Estimate F1(IReadOnlyList<Judged> all, int level) =>
        ConfusionMatrix.F1Of(Share(all, level, j => j.Level >= level || j.Gold.CoderA.Level >= level));

    // All of the sample is handed over, also other groups and incidents on which the coders disagree: the design drew them too.
    private static Estimate Share(IReadOnlyList<Judged> all, int level, Func<Judged, bool> counted) => StratifiedRatio.Of(all.Select(j => new SampledUnit(
        j.Gold.Stratum, j.Gold.Weight, j.Gold.AgreedAt(level) && counted(j), j.Level >= level && j.Gold.CoderA.Level >= level))).Share;
}
