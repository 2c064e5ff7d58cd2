using Credence.Statistics;
using CsCheck;

namespace Credence.Tests.Statistics;

public class PairedContrastTests
{
    // R package contingencytables, Newcombe_square_and_add_CI_paired_2x2 (Cavo 2012): -0.0621 (-0.1186 to -0.0046).
    // (36, 12, 2, 0) is from Newcombe 1998, Statistics in Medicine 17:2635, recalled: to be verified.
    [Theory]
    [InlineData(59, 6, 16, 80, -.0621, -.1186, -.0046)]
    [InlineData(36, 12, 2, 0, .2000, .0569, .3404)]
    public void The_difference_has_the_published_limits(
        int both, int first, int second, int neither, double value, double low, double high)
    {
        var difference = new PairedContrast(both, first, second, neither).Difference();

        Assert.Equal(value, difference.Value, 4);
        Assert.Equal(low, difference.Interval.Low, 4);
        Assert.Equal(high, difference.Interval.High, 4);
    }

    [Fact]
    public void Answers_that_never_part_still_leave_room()
    {
        var difference = new PairedContrast(10, 0, 0, 30).Difference();

        Assert.Equal(0, difference.Value);
        Assert.True(difference.Interval.Width > .01);
    }

    [Fact]
    public void Without_a_pair_there_is_no_difference() =>
        Assert.True(double.IsNaN(default(PairedContrast).Difference().Value));

    [Fact]
    public void The_interval_holds_the_difference_and_swapping_the_answers_mirrors_it() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[0, 60]).Sample((a, b, c, d) =>
        {
            var difference = new PairedContrast(a, b, c, d).Difference();
            var swapped = new PairedContrast(a, c, b, d).Difference();

            Assert.InRange(difference.Value, difference.Interval.Low - 1e-12, difference.Interval.High + 1e-12);
            Assert.Equal(-difference.Value, swapped.Value, 1e-12);
            Assert.Equal(-difference.Interval.Low, swapped.Interval.High, 1e-9);
        });
}
