using Credence.Statistics;
using CsCheck;

namespace Credence.Tests.Statistics;

public class StratifiedContrastTests
{
    // Admissions at Berkeley 1973 (Bickel, Hammel and O'Connell 1975): men admitted, of; women admitted, of; six departments.
    private static readonly Contrast[] Berkeley =
    [
        Of(512, 825, 89, 108), Of(353, 560, 17, 25), Of(120, 325, 202, 593), Of(138, 417, 131, 375), Of(53, 191, 94, 393),
        Of(22, 373, 24, 341),
    ];

    // R: mantelhaen.test(UCBAdmissions).
    [Fact]
    public void The_common_odds_ratio_equals_that_of_R()
    {
        var ratio = StratifiedContrast.OddsRatio(Berkeley).Estimate;

        Assert.Equal(.9046968, ratio.Value, 7);
        Assert.Equal(.7719074, ratio.Interval.Low, 7);
        Assert.Equal(1.0603298, ratio.Interval.High, 7);
    }

    [Fact]
    public void What_all_strata_together_suggest_may_turn_within_them()
    {
        var together = Of(
            Berkeley.Sum(t => t.First.Count), Berkeley.Sum(t => t.First.Of),
            Berkeley.Sum(t => t.Second.Count), Berkeley.Sum(t => t.Second.Of));

        Assert.True(together.RiskRatio().Estimate.Interval.Low > 1);
        Assert.True(StratifiedContrast.RiskRatio(Berkeley).Estimate.Interval.Contains(1));
    }

    [Fact]
    public void One_stratum_is_its_own_contrast() =>
        Whole.Sample(t =>
        {
            Same(t.OddsRatio().Estimate, StratifiedContrast.OddsRatio([t]).Estimate);
            Same(t.RiskRatio().Estimate, StratifiedContrast.RiskRatio([t]).Estimate);
        });

    [Fact]
    public void A_stratum_with_one_group_only_changes_nothing() =>
        Same(
            StratifiedContrast.RiskRatio(Berkeley).Estimate,
            StratifiedContrast.RiskRatio([.. Berkeley, Of(4, 9, 0, 0), Of(0, 0, 4, 9)]).Estimate);

    [Fact]
    public void The_same_zero_in_every_stratum_leaves_a_value_without_limits()
    {
        var ratio = StratifiedContrast.OddsRatio([Of(3, 9, 0, 9), Of(2, 5, 0, 7)]);

        Assert.Equal(RatioBasis.NoLimits, ratio.Basis);
        Assert.Equal(double.PositiveInfinity, ratio.Estimate.Value);
        Assert.True(double.IsNaN(ratio.Estimate.Interval.High));
        Assert.Equal(RatioBasis.NoLimits, StratifiedContrast.RiskRatio([Of(7, 7, 9, 9)]).Basis);
        Assert.Equal(RatioBasis.NothingToDivide, StratifiedContrast.RiskRatio([Of(0, 7, 0, 9)]).Basis);
        Assert.Equal(RatioBasis.NothingToDivide, StratifiedContrast.OddsRatio([]).Basis);
    }

    private static void Same(Estimate expected, Estimate found)
    {
        Assert.Equal(1, found.Value / expected.Value, 1e-9);
        Assert.Equal(1, found.Interval.Low / expected.Interval.Low, 1e-9);
        Assert.Equal(1, found.Interval.High / expected.Interval.High, 1e-9);
    }

    private static Gen<Contrast> Whole =>
        from n in Gen.Int[2, 300]
        from m in Gen.Int[2, 300]
        from a in Gen.Int[1, n - 1]
        from c in Gen.Int[1, m - 1]
        select Of(a, n, c, m);

    private static Contrast Of(int a, int n, int c, int m) => new(new Proportion(a, n), new Proportion(c, m));
}
