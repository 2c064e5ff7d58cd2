using Credence.Statistics;

namespace Credence.Review;

/// <summary>
/// When reading may stop: the hypergeometric rule of Callaghan and Müller-Hansen (2020). If too little had been found, then
/// more than was found since any earlier moment should have turned up by now. It takes what was read since that moment for a
/// random draw from what was unread then; a ranking better than chance makes it the more careful.
/// </summary>
/// <param name="Recall">Share of the relevant documents that is to be found.</param>
/// <param name="Confidence">How sure one wants to be of it.</param>
public sealed record StopRule(double Recall = 0.95, double Confidence = 0.95)
{
    /// <summary>
    /// The chance of finding no more than was found, had the recall not been reached, at the moment at which it is smallest.
    /// 1 with nothing found.
    /// </summary>
    /// <param name="isRelevant">What was read in the order of reading.</param>
    /// <param name="documents">Documents in all, read or not.</param>
    public double Chance(IReadOnlyList<bool> isRelevant, int documents)
    {
        var found = isRelevant.Count(relevant => relevant);
        if (found == 0) { return 1; }

        // The fewest relevant documents there can be if the recall is not reached.
        var relevant = (int)Math.Floor((found / Recall) + 1e-9) + 1;
        if (relevant - found > documents - isRelevant.Count) { return 0; }

        var (smallest, before) = (1.0, 0);
        // Within a run of irrelevant documents the earliest moment says most: it stands just after a relevant one.
        for (var moment = 0; moment < isRelevant.Count; moment++)
        {
            if (moment == 0 || isRelevant[moment - 1])
            {
                var draw = new Hypergeometric(documents - moment, relevant - before, isRelevant.Count - moment);
                smallest = Math.Min(smallest, draw.AtMost(found - before));
            }

            before += isRelevant[moment] ? 1 : 0;
        }

        return smallest;
    }

    /// <summary>True if reading may stop.</summary>
    public bool MayStop(IReadOnlyList<bool> isRelevant, int documents) => Chance(isRelevant, documents) < 1 - Confidence;
}
