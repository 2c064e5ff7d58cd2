using Credence.Statistics;

namespace Credence.Tests.Statistics;

/// <summary>
/// Why audits and weighted evaluations have the limits of <see cref="StratifiedRatio"/> and not Korn and Graubard's: a small part in which
/// much is found beside a large one in which the sample shows few or none, drawn 1,000 times.
/// </summary>
public class StratifiedLimitsTests
{
    private const int Times = 1000;

    // Size, with the property, in the denominator without it, drawn.
    private static readonly (string Name, (int Size, int Hits, int Misses, int Drawn)[] Strata)[] Designs =
    [
        ("an audit of 500", [(100, 12, 88, 60), (400, 8, 392, 60)]),
        ("an audit of 20,000, few missed", [(4000, 40, 3960, 100), (16_000, 16, 15_984, 100)]),
        ("recall of a screener that finds most", [(400, 300, 0, 200), (10_000, 0, 20, 150)]),
        ("recall of one that finds half", [(500, 200, 0, 200), (4000, 0, 200, 200)]),
    ];

    public static TheoryData<int> Each => [.. Enumerable.Range(0, Designs.Length)];

    [Theory, MemberData(nameof(Each))]
    public void Limits_hold_the_truth_about_as_often_as_they_promise(int design)
    {
        var (name, strata) = Designs[design];
        var truth = (double)strata.Sum(one => one.Hits) / strata.Sum(one => one.Hits + one.Misses);
        var (ours, theirs) = (0, 0);
        for (var seed = 1; seed <= Times; seed++)
        {
            var drawn = Draw(strata, (ulong)seed);
            var share = StratifiedRatio.Of(drawn).Share;
            if (double.IsNaN(share.Value)) { continue; }

            ours += share.Interval.Contains(truth) ? 1 : 0;
            theirs += DesignProportion.Estimate(drawn).KornGraubard().Contains(truth) ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: held {ours} of {Times}; Korn and Graubard's {theirs}");
        Assert.True(ours >= 0.95 * Times, $"{name}: held {ours} of {Times} (Korn and Graubard's {theirs}).");
    }

    [Fact]
    public void Where_everybody_counts_the_share_and_the_total_have_the_same_limits()
    {
        var ratio = StratifiedRatio.Of([new StratumCounts(4000, 100, 0, 100), new StratumCounts(300, 90, 40, 50), new StratumCounts(20, 20, 20, 0)]);

        Assert.Equal(ratio.Total.Value / 4320, ratio.Share.Value, 12);
        Assert.Equal(ratio.Total.Interval.Low / 4320, ratio.Share.Interval.Low, 9);
        Assert.Equal(ratio.Total.Interval.High / 4320, ratio.Share.Interval.High, 9);
    }

    [Fact]
    public void Units_and_counts_of_strata_give_the_same()
    {
        var drawn = Draw(Designs[0].Strata, 7);
        var counts = Designs[0].Strata.Select((stratum, i) => new StratumCounts(
            stratum.Size, stratum.Drawn, drawn.Count(unit => unit.Stratum == $"{i}" && unit.Hit), drawn.Count(unit => unit.Stratum == $"{i}" && unit is { Counted: true, Hit: false }))).ToList();

        Assert.Equal(StratifiedRatio.Of(counts).Share.Interval.Low, StratifiedRatio.Of(drawn).Share.Interval.Low, 12);
        Assert.Equal(StratifiedRatio.Of(counts).Share.Interval.High, StratifiedRatio.Of(drawn).Share.Interval.High, 12);
    }

    // Without replacement: each draw takes one of those that are left.
    private static List<SampledUnit> Draw((int Size, int Hits, int Misses, int Drawn)[] strata, ulong seed)
    {
        var (units, chance) = (new List<SampledUnit>(), new Pcg32(seed, 31));
        for (var i = 0; i < strata.Length; i++)
        {
            var (left, hits, misses) = (strata[i].Size, strata[i].Hits, strata[i].Misses);
            for (var j = 0; j < strata[i].Drawn; j++, left--)
            {
                var place = chance.Below(left);
                var (isHit, isMiss) = (place < hits, place >= hits && place < hits + misses);
                (hits, misses) = (hits - (isHit ? 1 : 0), misses - (isMiss ? 1 : 0));
                units.Add(new SampledUnit($"{i}", (double)strata[i].Size / strata[i].Drawn, isHit || isMiss, isHit));
            }
        }

        return units;
    }
}
