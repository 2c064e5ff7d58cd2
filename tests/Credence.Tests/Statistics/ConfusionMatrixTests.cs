using Credence.Statistics;
using CsCheck;

namespace Credence.Tests.Statistics;

public class ConfusionMatrixTests
{
    // GenConText on the NegEx kit, as its own README counts it: tp 480, fp 8, fn 11.
    [Fact]
    public void Precision_recall_and_F1_equal_a_published_count()
    {
        var matrix = new ConfusionMatrix(480, 8, 11, 1877);

        Assert.Equal(.9836, matrix.Precision.Share, 4);
        Assert.Equal(.9776, matrix.Recall.Share, 4);
        Assert.Equal(.9806, matrix.F1, 4);
    }

    [Fact]
    public void Pairs_are_counted_by_answer_and_truth()
    {
        (bool, bool)[] pairs = [(true, true), (true, false), (true, false), (false, true), (false, false)];

        Assert.Equal(new ConfusionMatrix(1, 2, 1, 1), ConfusionMatrix.Of(pairs));
    }

    // Delta method of F1 = 2J / (1 + J): se about .0206 here.
    [Fact]
    public void The_interval_of_F1_is_as_wide_as_theory_says()
    {
        var estimate = new ConfusionMatrix(90, 11, 17, 60).F1Estimate();

        var overlap = 90 / 118.0;
        var error = 2 / Math.Pow(1 + overlap, 2) * Math.Sqrt(overlap * (1 - overlap) / 118);
        Assert.Equal(2 * 1.96 * error, estimate.Interval.Width, .008);
        Assert.True(estimate.Interval.Contains(estimate.Value));
    }

    [Fact]
    public void The_interval_of_F1_holds_the_truth_about_as_often_as_it_promises()
    {
        // Of all that are said or are, three in four are right; every outcome of 40 by its chance.
        var (truth, overlap) = (2 * .75 / 1.75, .75);
        var held = Enumerable.Range(0, 41).Where(right => new ConfusionMatrix(right, 40 - right, 0, 9).F1Estimate().Interval.Contains(truth))
            .Sum(right => MathNet.Numerics.Distributions.Binomial.PMF(overlap, 40, right));

        Assert.InRange(held, .93, .98);
    }

    [Fact]
    public void No_errors_seen_still_leaves_room_below_one()
    {
        var estimate = new ConfusionMatrix(10, 0, 0, 100).F1Estimate();

        Assert.Equal(1, estimate.Value);
        Assert.InRange(estimate.Interval.Low, .8, .9);
    }

    [Fact]
    public void Without_a_case_and_without_a_yes_there_is_no_F1() =>
        Assert.True(double.IsNaN(new ConfusionMatrix(0, 0, 0, 9).F1Estimate().Value));

    [Fact]
    public void F1_lies_between_precision_and_recall() =>
        Gen.Select(Gen.Int[1, 50], Gen.Int[0, 50], Gen.Int[0, 50]).Sample((tp, fp, fn) =>
        {
            var matrix = new ConfusionMatrix(tp, fp, fn, 5);
            var (p, r) = (matrix.Precision.Share, matrix.Recall.Share);

            Assert.InRange(matrix.F1, Math.Min(p, r) - 1e-12, Math.Max(p, r) + 1e-12);
        });
}
