using Credence.Review;

namespace Credence.Cli.Review;

/// <summary>What several commands of a review check in the same way.</summary>
internal static class ReviewOptions
{
    public static StopRule Rule(double recall, double confidence)
    {
        if (recall is not (> 0 and < 1)) throw CommandEnd.WrongUse($"--recall: found {recall}, expected a share between 0 and 1.");
        return confidence is > 0 and < 1
            ? new StopRule(recall, confidence)
            : throw CommandEnd.WrongUse($"--confidence: found {confidence}, expected a share between 0 and 1.");
    }
}
