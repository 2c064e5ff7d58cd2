using Credence.Statistics;
using CsCheck;

namespace Credence.Tests.Statistics;

public class AdjustedPTests
{
    // Benjamini and Hochberg 1995, section 4: fifteen comparisons of two treatments.
    private static readonly double[] Treatments =
        [.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1];

    [Fact]
    public void The_published_comparisons_are_found_four_three_and_three_times()
    {
        Assert.Equal(4, AdjustedP.BenjaminiHochberg(Treatments).Count(p => p <= .05));
        Assert.Equal(3, AdjustedP.Bonferroni(Treatments).Count(p => p <= .05));
        Assert.Equal(3, AdjustedP.Hochberg(Treatments).Count(p => p <= .05));
    }

    // By hand from the definitions, out of order to show that each comes back in its place.
    [Fact]
    public void Four_tests_have_the_values_of_the_definitions()
    {
        double[] p = [.03, .01, .04, .005];

        AssertEqual([.12, .04, .16, .02], AdjustedP.Bonferroni(p));
        AssertEqual([.06, .03, .06, .02], AdjustedP.Holm(p));
        AssertEqual([.04, .03, .04, .02], AdjustedP.Hochberg(p));
        AssertEqual([.04, .02, .04, .02], AdjustedP.BenjaminiHochberg(p));
    }

    [Fact]
    public void An_adjusted_p_is_never_smaller_and_keeps_the_order() =>
        Ps.Sample(p =>
        {
            foreach (var adjusted in All(p))
            {
                Assert.All(adjusted.Zip(p), pair => Assert.InRange(pair.First, pair.Second, 1));
                var sorted = p.Zip(adjusted).OrderBy(pair => pair.First).Select(pair => pair.Second).ToArray();
                Assert.Equal(sorted.Order(), sorted);
            }
        });

    [Fact]
    public void Each_method_finds_at_least_what_the_stricter_one_finds() =>
        Ps.Sample(p =>
        {
            var methods = All(p);
            foreach (var (strict, free) in methods.Zip(methods.Skip(1)))
            {
                Assert.All(strict.Zip(free), pair => Assert.True(pair.Second <= pair.First + 1e-12));
            }
        });

    // As they were published: steps down from the smallest p until one fails, or up from the largest until one holds.
    [Fact]
    public void The_findings_are_those_of_the_stepwise_tests() =>
        Ps.Sample(p =>
        {
            var (sorted, m) = (p.Order().ToArray(), p.Length);
            int Down(Func<int, double> level) => Enumerable.Range(0, m).TakeWhile(i => sorted[i] <= level(i)).Count();
            int Up(Func<int, double> level) => Enumerable.Range(0, m).LastOrDefault(i => sorted[i] <= level(i), -1) + 1;

            Assert.Equal(Down(i => .05 / (m - i)), AdjustedP.Holm(p).Count(value => value <= .05));
            Assert.Equal(Up(i => .05 / (m - i)), AdjustedP.Hochberg(p).Count(value => value <= .05));
            Assert.Equal(Up(i => .05 * (i + 1) / m), AdjustedP.BenjaminiHochberg(p).Count(value => value <= .05));
        });

    [Theory]
    [InlineData(-.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void What_is_no_probability_is_refused(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AdjustedP.Holm([.5, value]));
        Assert.Throws<ArgumentOutOfRangeException>(() => AdjustedP.Bonferroni([.5, value]));
    }

    [Fact]
    public void One_test_stays_as_it_is_and_none_gives_none()
    {
        Assert.All(All([.03]), adjusted => Assert.Equal([.03], adjusted));
        Assert.All(All([]), Assert.Empty);
    }

    // From the strictest on.
    private static double[][] All(double[] p) =>
        [AdjustedP.Bonferroni(p), AdjustedP.Holm(p), AdjustedP.Hochberg(p), AdjustedP.BenjaminiHochberg(p)];

    private static Gen<double[]> Ps => Gen.OneOf(Gen.Double[0, 1], Gen.Double[0, .03], Gen.Const(.0101)).Array[1, 30];

    private static void AssertEqual(double[] expected, double[] found) =>
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 12));
}
