namespace Credence.Statistics;

/// <summary>A yes-or-no answer against the truth.</summary>
/// <param name="TruePositives">Yes, and rightly.</param>
/// <param name="FalsePositives">Yes, and wrongly.</param>
/// <param name="FalseNegatives">No, and wrongly.</param>
/// <param name="TrueNegatives">No, and rightly.</param>
public readonly record struct ConfusionMatrix(
    int TruePositives, int FalsePositives, int FalseNegatives, int TrueNegatives)
{
    /// <summary>All answers.</summary>
    public int Total => TruePositives + FalsePositives + FalseNegatives + TrueNegatives;

    /// <summary>Rightly yes among all yes.</summary>
    public Proportion Precision => new(TruePositives, TruePositives + FalsePositives);

    /// <summary>Rightly yes among all that are.</summary>
    public Proportion Recall => new(TruePositives, TruePositives + FalseNegatives);

    /// <summary>Rightly no among all that are not.</summary>
    public Proportion Specificity => new(TrueNegatives, TrueNegatives + FalsePositives);

    /// <summary>Harmonic mean of precision and recall; NaN if there is neither a yes nor a case.</summary>
    public double F1 => Harmonic(TruePositives, FalsePositives, FalseNegatives);

    /// <summary>Counts pairs of (answer, truth).</summary>
    public static ConfusionMatrix Of(IEnumerable<(bool Said, bool Is)> pairs)
    {
        var (tp, fp, fn, tn) = (0, 0, 0, 0);
        foreach (var pair in pairs)
        {
            switch (pair)
            {
                case (true, true): tp++; break;
                case (true, false): fp++; break;
                case (false, true): fn++; break;
                default: tn++; break;
            }
        }

        return new ConfusionMatrix(tp, fp, fn, tn);
    }

    /// <summary>
    /// F1 with its interval. F1 = 2J / (1 + J), where J = TP / (TP + FP + FN) is a share like others: Wilson's limits of J give those of
    /// F1, and are as wide as those of precision and recall beside it. Right negatives never enter.
    /// </summary>
    public Estimate F1Estimate(double confidence = 0.95)
    {
        var overlap = new Proportion(TruePositives, TruePositives + FalsePositives + FalseNegatives);
        return overlap.Of == 0 ? Estimate.Undefined : F1Of(new Estimate(overlap.Share, overlap.Wilson(confidence)));
    }

    /// <summary>F1 from the share of right answers among all that were said or are.</summary>
    public static Estimate F1Of(Estimate overlap) => new(F1Of(overlap.Value), new Interval(F1Of(overlap.Interval.Low), F1Of(overlap.Interval.High)));

    private static double F1Of(double overlap) => 2 * overlap / (1 + overlap);

    private static double Harmonic(double truePositives, double falsePositives, double falseNegatives) =>
        2 * truePositives / ((2 * truePositives) + falsePositives + falseNegatives);
}
