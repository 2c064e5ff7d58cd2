using Credence.Statistics;
using CsCheck;

namespace Credence.Tests.Statistics;

public class RatioOfTotalsTests
{
    [Fact]
    public void It_is_the_weighted_mean_of_clusters_with_the_same_standard_error() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[20, 400]).List[5, 60].Where(units => units.Any(unit => unit.Item1 > 0)).Sample(units =>
        {
            var ratio = Of(units.Select(unit => ((double)unit.Item1, (double)unit.Item2)));
            var sample = units.Select((unit, i) => new SampledValue("all", unit.Item2, (double)unit.Item1 / unit.Item2, true, $"{i}")).ToList();
            var design = DesignMean.Estimate(sample);
            var (mean, half) = (ratio.Estimate().Value, ratio.Estimate().Interval.High - ratio.Estimate().Value);

            Assert.Equal(design.Mean, mean, 10);
            Assert.Equal(1.959963984540054 * design.StandardError, half, 10);
        }, iter: 300);

    [Fact]
    public void Nothing_counted_is_no_proof_of_none()
    {
        var estimate = Of([(0, 1000), (0, 2000)]).Estimate();

        Assert.Equal((0, 0), (estimate.Value, estimate.Interval.Low));
        Assert.Equal(3.6889 / 3000, estimate.Interval.High, 6);
    }

    [Fact]
    public void The_interval_of_a_difference_holds_it_and_is_wider_than_either()
    {
        var (first, second) = (Of([(3, 100), (1, 80), (2, 90)]), Of([(0, 100), (1, 120), (0, 70)]));
        var difference = RatioOfTotals.Difference(first, second);

        Assert.True(difference.Interval.Contains(difference.Value));
        Assert.Equal(first.Estimate().Value - second.Estimate().Value, difference.Value, 12);
        Assert.True(difference.Interval.Width > Math.Max(first.Estimate().Interval.Width, second.Estimate().Interval.Width));
    }

    [Fact]
    public void Without_units_there_is_nothing_to_estimate_from() => Assert.True(double.IsNaN(new RatioOfTotals().Estimate().Value));

    private static RatioOfTotals Of(IEnumerable<(double Over, double Under)> units)
    {
        var ratio = new RatioOfTotals();
        foreach (var (over, under) in units) { ratio.Add(over, under); }

        return ratio;
    }
}
