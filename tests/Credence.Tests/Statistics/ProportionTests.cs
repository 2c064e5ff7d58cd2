using Credence.Statistics;
using CsCheck;

namespace Credence.Tests.Statistics;

public class ProportionTests
{
    // R 4.2.2: prop.test(x, n, correct = FALSE).
    [Theory]
    [InlineData(345, 871, .364140321, .428965049)]
    [InlineData(3, 100, .01025452402, .08451936429)]
    [InlineData(57, 600, .07404809033, .12110488749)]
    [InlineData(0, 41, 0, .08566757018)]
    public void Wilson_equals_the_values_of_R(int count, int of, double low, double high)
    {
        var interval = new Proportion(count, of).Wilson();

        Assert.Equal(low, interval.Low, 9);
        Assert.Equal(high, interval.High, 9);
    }

    // 0 of n has the closed form 1 - (alpha/2)^(1/n).
    [Fact]
    public void The_exact_interval_of_none_has_its_closed_form()
    {
        var interval = new Proportion(0, 41).ClopperPearson();

        Assert.Equal(0, interval.Low);
        Assert.Equal(1 - Math.Pow(.025, 1 / 41.0), interval.High, 9);
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(13, 13)]
    [InlineData(345, 871)]
    public void The_exact_interval_cuts_off_half_of_alpha_on_each_side(int count, int of)
    {
        var interval = new Proportion(count, of).ClopperPearson();

        Assert.Equal(.025, AtLeast(count, of, interval.Low), 7);
        if (count < of) { Assert.Equal(.025, 1 - AtLeast(count + 1, of, interval.High), 7); }
    }

    [Fact]
    public void Nobody_looked_at_leaves_everything_open()
    {
        var nobody = new Proportion(0, 0);

        Assert.True(double.IsNaN(nobody.Share));
        Assert.Equal(new Interval(0, 1), nobody.Wilson());
        Assert.Equal(new Interval(0, 1), nobody.ClopperPearson());
    }

    [Fact]
    public void Both_intervals_hold_the_share_and_stay_in_zero_to_one() =>
        Counts.Sample(p =>
        {
            foreach (var interval in new[] { p.Wilson(), p.ClopperPearson() })
            {
                Assert.True(interval.Contains(p.Share), $"{p}: {interval}");
                Assert.True(interval is { Low: >= 0, High: <= 1 }, $"{p}: {interval}");
            }
        });

    [Fact]
    public void More_confidence_means_a_wider_interval() =>
        Counts.Sample(p =>
        {
            Assert.True(p.Wilson(.99).Width > p.Wilson(.90).Width);
            Assert.True(p.ClopperPearson(.99).Width > p.ClopperPearson(.90).Width);
        });

    [Fact]
    public void The_share_and_its_complement_have_mirrored_intervals() =>
        Counts.Sample(p =>
        {
            var rest = p with { Count = p.Of - p.Count };

            Assert.Equal(p.Wilson().Low, 1 - rest.Wilson().High, 9);
            Assert.Equal(p.ClopperPearson().Low, 1 - rest.ClopperPearson().High, 7);
        });

    private static Gen<Proportion> Counts =>
        from of in Gen.Int[1, 3000] from count in Gen.Int[0, of] select new Proportion(count, of);

    private static double AtLeast(int count, int of, double p) =>
        Enumerable.Range(count, of - count + 1)
            .Sum(k => MathNet.Numerics.Distributions.Binomial.PMF(p, of, k));
}
