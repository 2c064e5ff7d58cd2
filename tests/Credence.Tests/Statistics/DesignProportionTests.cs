using Credence.Statistics;
using CsCheck;

namespace Credence.Tests.Statistics;

public class DesignProportionTests
{
    // R package survey: svyciprop on apistrat (strata of 4421, 755 and 1018 schools; 100, 50 and 50 drawn; sch.wide == "No").
    private static readonly DesignProportion Schools =
        DesignProportion.Estimate([.. Stratum("E", 4421, 100, 9), .. Stratum("H", 755, 50, 24), .. Stratum("M", 1018, 50, 15)]);

    [Fact]
    public void Share_total_and_error_equal_the_survey_package()
    {
        Assert.Equal(.17205199, Schools.Share, 8);
        Assert.Equal(1065.7, Schools.Total, 1);
        Assert.Equal(150.79, Schools.StandardError * 6194, 2);
        Assert.Equal(197, Schools.DegreesOfFreedom);
    }

    [Fact]
    public void The_logit_interval_equals_the_survey_package()
    {
        Assert.Equal(.12918515, Schools.Logit().Low, 5e-8);
        Assert.Equal(.22546035, Schools.Logit().High, 5e-8);
    }

    [Fact]
    public void The_Korn_Graubard_interval_equals_the_survey_package()
    {
        Assert.Equal(.12656841, Schools.KornGraubard().Low, 5e-8);
        Assert.Equal(.22582867, Schools.KornGraubard().High, 5e-8);
    }

    [Theory]
    [InlineData(4421, 100, 9, .02843520)]
    [InlineData(755, 50, 24, .06896763)]
    [InlineData(1018, 50, 15, .06383743)]
    public void The_error_within_a_stratum_equals_the_survey_package(int pool, int drawn, int hits, double error) =>
        Assert.Equal(error, DesignProportion.Estimate([.. Stratum("one", pool, drawn, hits)]).StandardError, 7);

    [Fact]
    public void A_sample_without_a_hit_still_leaves_room_above_zero()
    {
        var interval = DesignProportion.Estimate([.. Stratum("plain", 10_103, 60, 0)]).KornGraubard();

        Assert.Equal(0, interval.Low);
        Assert.Equal(new Proportion(0, 60).ClopperPearson().High, interval.High, 9);
    }

    [Fact]
    public void Strata_without_spread_inside_leave_more_room_than_none()
    {
        var share = DesignProportion.Estimate([.. Stratum("all", 50, 14, 14), .. Stratum("none", 900, 11, 0)]);

        Assert.Equal(50 / 950.0, share.Share, 12);
        Assert.True(share.Logit().Width > .1);
    }

    [Fact]
    public void A_stratum_read_in_full_adds_no_error() =>
        Assert.Equal(0, DesignProportion.Estimate([.. Stratum("all", 36, 36, 13)]).StandardError);

    [Fact]
    public void Units_outside_the_denominator_do_not_change_the_share()
    {
        SampledUnit[] inside = [.. Stratum("a", 100, 10, 4), .. Stratum("b", 40, 10, 6)];
        SampledUnit[] outside = [new("a", 10, false, true), new("b", 4, false, false)];

        Assert.Equal(
            DesignProportion.Estimate(inside).Share, DesignProportion.Estimate([.. inside, .. outside]).Share, 12);
    }

    [Fact]
    public void Both_intervals_hold_the_share() =>
        Gen.Select(Gen.Int[2, 40], Gen.Int[2, 40], Gen.Int[0, 40], Gen.Int[0, 40]).Sample((n, m, x, y) =>
        {
            var share = DesignProportion.Estimate(
                [.. Stratum("few", 50, n, Math.Min(n, x)), .. Stratum("many", 900, m, Math.Min(m, y))]);

            Assert.True(share.Logit().Contains(share.Share));
            Assert.True(share.KornGraubard().Contains(share.Share));
        });

    private static IEnumerable<SampledUnit> Stratum(string name, int pool, int drawn, int hits) =>
        Enumerable.Range(0, drawn).Select(i => new SampledUnit(name, (double)pool / drawn, true, i < hits));
}
