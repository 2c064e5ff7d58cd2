using Credence.Statistics;
using CsCheck;

namespace Credence.Tests.Statistics;

public class RankingTests
{
    // Hanley and McNeil 1982, table I: 58 normal and 51 abnormal images rated 1 to 5.
    private static readonly Ranked[] Images =
        [.. Rated(false, 33, 6, 6, 11, 2), .. Rated(true, 3, 2, 2, 11, 33)];

    [Fact]
    public void The_area_of_rated_images_is_the_published_one() => Assert.Equal(.893, RocCurve.Area(Images), 3);

    // The paper's own error is .032; DeLong's, worked out from the definition, .0307.
    [Fact]
    public void DeLongs_error_of_rated_images_follows_its_definition() =>
        Assert.Equal(ByDefinition(Images), RocCurve.StandardError(Images), 10);

    // scikit-learn's documentation: roc_auc_score and average_precision_score of this example.
    [Fact]
    public void Four_units_have_the_areas_that_are_in_the_documentation_of_scikit_learn()
    {
        Ranked[] units = [new(.1, false), new(.4, false), new(.35, true), new(.8, true)];

        Assert.Equal(.75, RocCurve.Area(units), 12);
        Assert.Equal(.8333333333, PrecisionRecallCurve.Area(units), 9);
    }

    [Fact]
    public void Ties_are_taken_together()
    {
        Ranked[] tied = [new(1, true), new(1, false), new(1, false), new(1, true), new(1, false)];

        Assert.Equal(.5, RocCurve.Area(tied), 12);
        Assert.Equal(.4, PrecisionRecallCurve.Area(tied), 12);
    }

    [Fact]
    public void The_order_of_the_rows_does_not_matter() =>
        Units.Sample(units =>
        {
            var reversed = units.Reverse().ToArray();

            Assert.Equal(RocCurve.Area(units), RocCurve.Area(reversed), 10);
            Assert.Equal(PrecisionRecallCurve.Area(units), PrecisionRecallCurve.Area(reversed), 10);
        });

    [Fact]
    public void A_monotone_change_of_the_scores_changes_nothing() =>
        Units.Sample(units =>
        {
            var bent = Array.ConvertAll(units, u => u with { Score = Math.Exp(u.Score / 3) - 40 });

            Assert.Equal(RocCurve.Area(units), RocCurve.Area(bent), 12);
            Assert.Equal(PrecisionRecallCurve.Area(units), PrecisionRecallCurve.Area(bent), 12);
            Assert.Equal(RocCurve.StandardError(units), RocCurve.StandardError(bent), 12);
        });

    [Fact]
    public void Turning_the_scores_round_mirrors_the_area() =>
        Units.Sample(units =>
            Assert.Equal(1 - RocCurve.Area(units), RocCurve.Area(Array.ConvertAll(units, u => u with { Score = -u.Score })), 10));

    [Fact]
    public void A_weight_of_two_is_the_unit_twice() =>
        Units.Sample(units =>
        {
            var heavy = units.Select((u, i) => i % 3 == 0 ? u with { Weight = 2 } : u).ToArray();
            Ranked[] twice = [.. units, .. units.Where((_, i) => i % 3 == 0)];

            Assert.Equal(RocCurve.Area(twice), RocCurve.Area(heavy), 10);
            Assert.Equal(PrecisionRecallCurve.Area(twice), PrecisionRecallCurve.Area(heavy), 10);
        });

    [Fact]
    public void DeLong_and_the_bootstrap_agree_about_the_width()
    {
        var drawn = RocCurve.Bootstrapped(Images, [.. Images.Select(u => u.Positive)], new Bootstrap(3));

        Assert.Equal(RocCurve.DeLong(Images).Interval.Width, drawn.Interval.Width, .015);
        Assert.Equal(RocCurve.Area(Images), drawn.Value, 12);
    }

    [Fact]
    public void The_bootstrap_interval_of_average_precision_holds_its_value()
    {
        var drawn = PrecisionRecallCurve.Bootstrapped(Images, [.. Images.Select(u => u.Positive)], new Bootstrap(3));

        Assert.True(drawn.Interval.Contains(drawn.Value));
        Assert.InRange(drawn.Interval.Width, .01, .2);
    }

    [Fact]
    public void Without_a_positive_there_is_no_area()
    {
        Ranked[] none = [new(1, false), new(2, false)];

        Assert.True(double.IsNaN(RocCurve.DeLong(none).Value));
        Assert.True(double.IsNaN(PrecisionRecallCurve.Area(none)));
    }

    private static Gen<Ranked[]> Units =>
        Gen.Select(Gen.Int[0, 8], Gen.Bool, (score, positive) => new Ranked(score, positive)).Array[2, 40]
            .Where(units => units.Count(u => u.Positive) is var p && p >= 2 && units.Length - p >= 2);

    private static IEnumerable<Ranked> Rated(bool positive, params int[] counts) =>
        counts.SelectMany((count, rating) => Enumerable.Repeat(new Ranked(rating + 1, positive), count));

    private static double ByDefinition(Ranked[] units)
    {
        var (x, y) = (units.Where(u => u.Positive).ToArray(), units.Where(u => !u.Positive).ToArray());
        double Wins(Ranked p, Ranked n) => p.Score > n.Score ? 1 : p.Score.Equals(n.Score) ? .5 : 0;
        double Spread(double[] v) => v.Sum(a => Math.Pow(a - v.Average(), 2)) / (v.Length - 1) / v.Length;
        return Math.Sqrt(
            Spread([.. x.Select(p => y.Average(n => Wins(p, n)))]) + Spread([.. y.Select(n => x.Average(p => Wins(p, n)))]));
    }
}
