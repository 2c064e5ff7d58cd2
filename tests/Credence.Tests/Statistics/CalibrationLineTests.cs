using Credence.Statistics;
using CsCheck;

namespace Credence.Tests.Statistics;

public class CalibrationLineTests
{
    private const double Z = 1.959963984540054;

    // The hours of study that Wikipedia's article on logistic regression fits: -4.0777 (error 1.7610), 1.5046 (error .6287).
    [Fact]
    public void The_line_equals_a_published_logistic_regression()
    {
        double[] hours = [.5, .75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5];
        int[] passed = [6, 8, 10, 12, 14, 15, 16, 17, 18, 19];

        var line = CalibrationLine.From([.. hours.Select((x, i) => new Forecast(Logistic(x), passed.Contains(i)))])!;

        Assert.Equal(-4.0777, line.Intercept.Value, 4);
        Assert.Equal(1.7610, line.Intercept.Interval.Width / 2 / Z, 4);
        Assert.Equal(1.5046, line.Slope.Value, 4);
        Assert.Equal(.6287, line.Slope.Interval.Width / 2 / Z, 4);
    }

    // Two probabilities make the line go through what came true of each.
    [Fact]
    public void Two_probabilities_have_a_line_in_closed_form()
    {
        var line = CalibrationLine.From([.. Given(.2, 3, 10), .. Given(.8, 6, 10)])!;

        Assert.Equal((LogOdds(.6) - LogOdds(.3)) / (2 * LogOdds(.8)), line.Slope.Value, 9);
        Assert.Equal((LogOdds(.6) + LogOdds(.3)) / 2, line.Intercept.Value, 9);
        Assert.Equal(
            Math.Sqrt((1 / 3.0) + (1 / 7.0) + (1 / 6.0) + (1 / 4.0)) / (2 * LogOdds(.8)), line.Slope.Interval.Width / 2 / Z, 7);
    }

    [Fact]
    public void What_comes_true_as_often_as_said_lies_on_the_perfect_line()
    {
        var line = CalibrationLine.From([.. Given(.2, 2, 10), .. Given(.5, 6, 12), .. Given(.9, 9, 10)])!;

        Assert.Equal(1, line.Slope.Value, 9);
        Assert.Equal(0, line.Intercept.Value, 9);
        Assert.Equal(0, line.InTheLarge.Value, 9);
    }

    [Fact]
    public void Probabilities_shifted_on_the_log_odds_are_found_out_by_as_much() =>
        Gen.Select(Gen.Double[-2, 2], Gen.Double[.3, 3]).Sample((shift, stretch) =>
        {
            double Bent(double p) => Logistic((stretch * LogOdds(p)) + shift);

            var line = CalibrationLine.From([.. Given(Bent(.2), 2, 10), .. Given(Bent(.5), 6, 12), .. Given(Bent(.9), 9, 10)])!;

            Assert.Equal(1 / stretch, line.Slope.Value, 1e-7);
            Assert.Equal(-shift / stretch, line.Intercept.Value, 1e-7);
        });

    // The score equation of the shift: as much is promised as came true.
    [Fact]
    public void The_intercept_in_the_large_makes_the_sum_right() =>
        Gen.Select(Gen.Double[.01, .99], Gen.Bool, (p, happened) => new Forecast(p, happened)).Array[8, 60].Sample(f =>
        {
            if (CalibrationLine.From(f) is not { } line) { return; }

            var promised = f.Sum(x => Logistic(LogOdds(x.Probability) + line.InTheLarge.Value));
            Assert.Equal(f.Count(x => x.Happened), promised, 1e-6);
            Assert.True(line.Slope.Interval.Contains(line.Slope.Value));
        });

    [Fact]
    public void Where_there_is_no_line_there_is_none()
    {
        Assert.Null(CalibrationLine.From([]));
        Assert.Null(CalibrationLine.From([.. Given(.3, 4, 4), .. Given(.6, 4, 4)]));
        Assert.Null(CalibrationLine.From([.. Given(.3, 2, 4)]));
        Assert.Null(CalibrationLine.From([.. Given(.3, 0, 4), .. Given(.6, 2, 4)]));
        Assert.Null(CalibrationLine.From([.. Given(.3, 1, 4), .. Given(1, 3, 4)]));
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double LogOdds(double p) => Math.Log(p / (1 - p));

    private static IEnumerable<Forecast> Given(double probability, int happened, int of) =>
        Enumerable.Range(0, of).Select(i => new Forecast(probability, i < happened));
}
