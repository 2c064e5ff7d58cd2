using Credence.Statistics;

namespace Credence.Evaluation;

/// <summary>What the coded part of a stratum leaves open about the rest: how many could have been missed in it.</summary>
/// <param name="Stratum">The stratum.</param>
/// <param name="Pool">Narratives in it, coded or not.</param>
/// <param name="Coded">Narratives coded.</param>
/// <param name="Missed">Of those that were not flagged and whose coders agree: how many are at level 1 or above.</param>
/// <param name="MissedAtMost">Narratives of the pool that may be missed at the upper end of the exact 95 % interval.</param>
/// <param name="RecallThen">Recall over all pools if that many were, everything else as estimated.</param>
public sealed record StratumOpen(
    string Stratum, double Pool, int Coded, Proportion Missed, double MissedAtMost, double RecallThen)
{
    /// <summary>One entry for each stratum that was not coded in full.</summary>
    public static IReadOnlyList<StratumOpen> Measure(IReadOnlyList<Judged> judged)
    {
        var strata = judged.GroupBy(j => j.Gold.Stratum, StringComparer.Ordinal).OrderBy(s => s.Key, StringComparer.Ordinal);
        var all = judged.Where(j => j.Gold.AgreedAt(1) && j.Gold.CoderA.Level >= 1).ToList();
        var found = all.Where(j => j.Level >= 1).Sum(j => j.Gold.Weight);
        var missed = all.Where(j => j.Level < 1).ToLookup(j => j.Gold.Stratum, j => j.Gold.Weight, StringComparer.Ordinal);
        return
        [
            .. from stratum in strata
               where stratum.Any(j => j.Gold.Weight > 1)
               let elsewhere = missed.Where(m => m.Key != stratum.Key).Sum(m => m.Sum())
               select Measure(stratum.Key, [.. stratum], found, elsewhere),
        ];
    }

    private static StratumOpen Measure(string name, List<Judged> stratum, double found, double missedElsewhere)
    {
        var unflagged = stratum.Where(j => j.Gold.AgreedAt(1) && j.Level < 1).ToList();
        var missed = new Proportion(unflagged.Count(j => j.Gold.CoderA.Level >= 1), unflagged.Count);
        var atMost = missed.ClopperPearson().High * unflagged.Sum(j => j.Gold.Weight);
        return new StratumOpen(
            name, stratum.Sum(j => j.Gold.Weight), stratum.Count, missed, atMost, found / (found + missedElsewhere + atMost));
    }
}
