using Credence.Statistics;
using CsCheck;

namespace Credence.Tests.Statistics;

public class ContrastTests
{
    // Newcombe 1998, Statistics in Medicine 17:873, method 10.
    [Theory]
    [InlineData(56, 70, 48, 80, .2000, .0524, .3339)]
    [InlineData(9, 10, 3, 10, .6000, .1705, .8090)]
    [InlineData(10, 10, 0, 20, 1.0000, .6791, 1.0000)]
    public void The_difference_has_the_published_limits(int a, int n, int c, int m, double value, double low, double high)
    {
        var difference = Of(a, n, c, m).Difference();

        Assert.Equal(value, difference.Value, 4);
        Assert.Equal(low, difference.Interval.Low, 4);
        Assert.Equal(high, difference.Interval.High, 4);
    }

    // Physicians' Health Study 1989, as in Agresti, Categorical Data Analysis, 2002, section 3.1.
    [Fact]
    public void The_ratios_have_the_published_limits()
    {
        var aspirin = Of(189, 11_034, 104, 11_037);

        AssertEqual(1.83, 1.44, 2.33, aspirin.OddsRatio());
        AssertEqual(1.82, 1.43, 2.31, aspirin.RiskRatio());
    }

    // Woolf's limits of (8.5, 12.5, 0.5, 20.5), by hand.
    [Fact]
    public void A_zero_makes_limits_from_halves_and_says_so()
    {
        var ratio = Of(8, 20, 0, 20).OddsRatio();

        var center = Math.Log(8.5 * 20.5 / (12.5 * .5));
        var error = Math.Sqrt((1 / 8.5) + (1 / 12.5) + (1 / .5) + (1 / 20.5));
        Assert.Equal(RatioBasis.HalfAdded, ratio.Basis);
        Assert.Contains("zero", ratio.Said, StringComparison.Ordinal);
        Assert.Equal(double.PositiveInfinity, ratio.Estimate.Value);
        Assert.Equal(Math.Exp(center - (1.959963984540054 * error)), ratio.Estimate.Interval.Low, 9);
        Assert.Equal(double.PositiveInfinity, ratio.Estimate.Interval.High);
    }

    [Fact]
    public void A_share_of_zero_is_a_ratio_of_zero_with_room_above()
    {
        var ratio = Of(0, 20, 5, 20).RiskRatio().Estimate;

        Assert.Equal(0, ratio.Value);
        Assert.Equal(0, ratio.Interval.Low);
        Assert.InRange(ratio.Interval.High, .1, 2);
    }

    [Fact]
    public void Everybody_in_both_groups_is_a_ratio_of_one_that_is_not_certain() =>
        Assert.True(Of(7, 7, 9, 9).RiskRatio().Estimate.Interval.Width > .2);

    [Theory]
    [InlineData(0, 7, 0, 9, RatioBasis.NothingToDivide, RatioBasis.NothingToDivide)]
    [InlineData(7, 7, 9, 9, RatioBasis.HalfAdded, RatioBasis.NothingToDivide)]
    [InlineData(0, 0, 3, 9, RatioBasis.EmptyGroup, RatioBasis.EmptyGroup)]
    public void What_cannot_be_divided_has_a_reason_instead_of_a_number(
        int a, int n, int c, int m, RatioBasis risk, RatioBasis odds)
    {
        var contrast = Of(a, n, c, m);

        Assert.Equal(risk, contrast.RiskRatio().Basis);
        Assert.Equal(odds, contrast.OddsRatio().Basis);
        Assert.True(double.IsNaN(contrast.OddsRatio().Estimate.Value));
        Assert.NotNull(contrast.OddsRatio().Said);
    }

    [Fact]
    public void A_difference_with_nobody_is_undefined() =>
        Assert.True(double.IsNaN(Of(3, 5, 0, 0).Difference().Value));

    [Fact]
    public void Each_interval_holds_its_estimate() =>
        Gen.Select(Contrasts, Gen.Double[.5, .999]).Sample((t, confidence) =>
        {
            Holds(t.Difference(confidence), 1e-12);
            Assert.InRange(t.Difference(confidence).Interval.Width, 0, 2);
            if (t.First.Count + t.Second.Count == 0) { return; }

            Holds(t.RiskRatio(confidence).Estimate, 0);
            if (t.First.Count + t.Second.Count < t.First.Of + t.Second.Of) { Holds(t.OddsRatio(confidence).Estimate, 0); }
        });

    [Fact]
    public void Swapping_the_groups_mirrors_the_difference_and_turns_the_ratios_over() =>
        Contrasts.Sample(t =>
        {
            var swapped = new Contrast(t.Second, t.First);

            Assert.Equal(-t.Difference().Value, swapped.Difference().Value, 1e-12);
            Assert.Equal(-t.Difference().Interval.Low, swapped.Difference().Interval.High, 1e-12);
            TurnedOver(t.RiskRatio(), swapped.RiskRatio());
            TurnedOver(t.OddsRatio(), swapped.OddsRatio());
        });

    private static void AssertEqual(double value, double low, double high, RatioEstimate ratio)
    {
        Assert.Equal(value, ratio.Estimate.Value, 2);
        Assert.Equal(low, ratio.Estimate.Interval.Low, 2);
        Assert.Equal(high, ratio.Estimate.Interval.High, 2);
        Assert.Null(ratio.Said);
    }

    private static void TurnedOver(RatioEstimate ratio, RatioEstimate swapped)
    {
        Assert.Equal(ratio.Basis, swapped.Basis);
        Assert.Equal(1, Relative(1 / ratio.Estimate.Value, swapped.Estimate.Value), 1e-9);
        Assert.Equal(1, Relative(1 / ratio.Estimate.Interval.Low, swapped.Estimate.Interval.High), 1e-9);
    }

    // Both zero, both infinite or both undefined are the same.
    private static double Relative(double a, double b) => a.Equals(b) ? 1 : a / b;

    private static void Holds(Estimate estimate, double rounding) =>
        Assert.InRange(estimate.Value, estimate.Interval.Low - rounding, estimate.Interval.High + rounding);

    private static Gen<Contrast> Contrasts =>
        from n in Gen.Int[1, 300]
        from m in Gen.Int[1, 300]
        from a in Gen.Int[0, n]
        from c in Gen.Int[0, m]
        select Of(a, n, c, m);

    private static Contrast Of(int a, int n, int c, int m) => new(new Proportion(a, n), new Proportion(c, m));
}
