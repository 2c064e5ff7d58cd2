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

    /// <summary>F1 with its interval: bootstrap, or exact where there are only right or only wrong answers to draw from.</summary>
    public Estimate F1Estimate(Bootstrap bootstrap, double confidence = 0.95)
    {
        if (double.IsNaN(F1)) { return Estimate.Undefined; }

        if (TruePositives == 0 || FalsePositives + FalseNegatives == 0)
        {
            return new Estimate(F1, ExactF1(confidence));
        }

        // Right negatives never enter F1, and resampling them only changes how many of the others are drawn.
        var (right, wrong) = (TruePositives, FalsePositives + FalseNegatives);
        var drawn = bootstrap.Percentile(new byte[Total], times => Resampled(times, right, wrong), confidence);
        return new Estimate(F1, drawn);
    }

    /// <summary>2TP / (2TP + FP + FN), of counts or of weights.</summary>
    public static double Harmonic(double truePositives, double falsePositives, double falseNegatives) =>
        2 * truePositives / ((2 * truePositives) + falsePositives + falseNegatives);

    private static double Resampled(IReadOnlyList<int> times, int right, int wrong)
    {
        var (drawnRight, drawnWrong) = (0, 0);
        for (var i = 0; i < right; i++) { drawnRight += times[i]; }
        for (var i = right; i < right + wrong; i++) { drawnWrong += times[i]; }

        return Harmonic(drawnRight, drawnWrong, 0);
    }

    // F1 = 2J / (1 + J) with J = TP / (TP + FP + FN), a binomial share.
    private Interval ExactF1(double confidence)
    {
        var overlap = new Proportion(TruePositives, TruePositives + FalsePositives + FalseNegatives);
        var ends = overlap.ClopperPearson(confidence);
        return new Interval(2 * ends.Low / (1 + ends.Low), 2 * ends.High / (1 + ends.High));
    }
}
