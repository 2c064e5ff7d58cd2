using Credence.Statistics;
using CsCheck;

namespace Credence.Tests.Statistics;

public class CalibrationTests
{
    // By hand: .2 came true once in 4, .7 three times in 4; the base rate is one half.
    private static readonly Forecast[] Eight = [.. Given(.2, 1, 4), .. Given(.7, 3, 4)];

    [Fact]
    public void The_Brier_score_has_the_parts_worked_out_by_hand()
    {
        var brier = Calibration.From(Eight).Brier;

        Assert.Equal(.19, brier.Score, 12);
        Assert.Equal(.0025, brier.Reliability, 12);
        Assert.Equal(.0625, brier.Resolution, 12);
        Assert.Equal(.25, brier.Uncertainty, 12);
        Assert.Equal(0, brier.Within, 12);
        Assert.Equal(.24, brier.Skill, 12);
    }

    [Fact]
    public void Bins_show_the_gap_and_the_interval_of_what_came_true()
    {
        var calibration = Calibration.From([.. Eight, .. Given(.75, 0, 2)]);

        Assert.Equal(2, calibration.Bins.Count);
        Assert.Equal(new Interval(.7, .8), calibration.Bins[1].Range);
        Assert.Equal((2.8 + 1.5) / 6, calibration.Bins[1].MeanForecast, 12);
        Assert.Equal(new Proportion(3, 6), calibration.Bins[1].Observed);
        Assert.Equal(((4 * .05) + (6 * (4.3 / 6 - .5))) / 10, calibration.ExpectedError, 12);
        Assert.Equal((4.3 / 6) - .5, calibration.LargestError, 12);
    }

    [Fact]
    public void The_Brier_score_is_the_sum_of_its_parts_and_needs_no_rest_where_bins_have_one_probability() =>
        Gen.Select(Gen.Int[0, 10], Gen.Bool, (tenth, happened) => new Forecast(tenth / 10.0, happened)).Array[1, 60].Sample(f =>
        {
            var (whole, fine) = (Calibration.From(f, 3).Brier, Calibration.From(f, 20).Brier);

            Assert.Equal(whole.Score, whole.Reliability - whole.Resolution + whole.Uncertainty + whole.Within, 1e-12);
            Assert.Equal(0, fine.Within, 1e-12);
            Assert.InRange(fine.Resolution, 0, fine.Uncertainty + 1e-12);
        });

    [Fact]
    public void Each_probability_falls_into_the_bin_whose_range_holds_it() =>
        Gen.Select(Gen.OneOf(Gen.Int[0, 100].Select(p => p / 100.0), Gen.Double[0, 1]), Gen.Int[1, 100]).Sample((p, bins) =>
        {
            var range = Calibration.From([new Forecast(p, true)], bins).Bins.Single().Range;

            Assert.True(range.Low <= p && (p < range.High || p == 1), $"{p} in {range}");
        });

    [Fact]
    public void Perfect_forecasts_leave_no_error()
    {
        var calibration = Calibration.From([.. Given(0, 0, 5), .. Given(1, 3, 3)]);

        Assert.Equal(0, calibration.ExpectedError);
        Assert.Equal(0, calibration.Brier.Score);
        Assert.Equal(1, calibration.Brier.Skill);
    }

    [Fact]
    public void Without_a_forecast_there_is_no_number()
    {
        var calibration = Calibration.From([]);

        Assert.Empty(calibration.Bins);
        Assert.True(double.IsNaN(calibration.ExpectedError));
        Assert.True(double.IsNaN(calibration.LargestError));
        Assert.True(double.IsNaN(calibration.Brier.Score));
    }

    [Theory]
    [InlineData(-.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void What_is_no_probability_is_refused(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calibration.From([new Forecast(probability, true)]));

    private static IEnumerable<Forecast> Given(double probability, int happened, int of) =>
        Enumerable.Range(0, of).Select(i => new Forecast(probability, i < happened));
}
