using Credence.Statistics;

namespace Credence.Review;

/// <summary>Where the simulated reviews of one set of documents begin: each from a pair drawn by the number of the trial.</summary>
/// <param name="Seed">Where the draws begin.</param>
/// <param name="Number">Number of the trial.</param>
public readonly record struct ReviewTrial(ulong Seed, int Number)
{
    /// <summary>One relevant and one irrelevant document.</summary>
    public (int Relevant, int Irrelevant) Start(IReadOnlyList<bool> isRelevant)
    {
        var chance = new Pcg32(Seed, (ulong)Number);
        var kinds = Enumerable.Range(0, isRelevant.Count).ToLookup(document => isRelevant[document]);
        return (Any(kinds[true], chance), Any(kinds[false], chance));
    }

    private static int Any(IEnumerable<int> documents, Pcg32 chance)
    {
        int[] all = [.. documents];
        return all[chance.Below(all.Length)];
    }
}
