using Credence.Evaluation.Measures;
using Credence.Screening;
using CsCheck;

namespace Credence.Tests.Evaluation.Measures;

public class CodingSampleTests
{
    private static readonly Gen<int[]> Sizes = Gen.Int[1, 5000].Array[1, 12];

    [Fact]
    public void Every_stratum_gives_its_least_and_none_more_than_it_has() => Gen.Select(Sizes, Gen.Int[60, 3000]).Sample((sizes, total) =>
    {
        var counts = CodingSample.Allocate(sizes, total);

        Assert.All(sizes.Zip(counts), pair => Assert.InRange(pair.Second, Math.Min(pair.First, CodingSample.Least), pair.First));
        Assert.Equal(Math.Max(Math.Min(total, sizes.Sum()), sizes.Sum(size => Math.Min(size, CodingSample.Least))), counts.Sum());
    });

    [Fact]
    public void A_larger_stratum_never_gives_fewer() => Gen.Select(Sizes, Gen.Int[60, 3000]).Sample((sizes, total) =>
    {
        var counts = CodingSample.Allocate(sizes, total);
        var pairs = sizes.Zip(counts).OrderBy(pair => pair.First).ToList();

        // Rounding may move one.
        Assert.All(pairs.Zip(pairs.Skip(1)), next => Assert.True(next.First.Second <= next.Second.Second + 1));
    });

    [Fact]
    public void Weights_of_what_was_drawn_add_up_to_what_is_there()
    {
        var site = InventedRows.Of(1, (Level.StrongIndication, true, 12, 0.8), (Level.StrongIndication, false, 80, 0.7), (Level.NoneFound, false, 3000, 0.01));

        Assert.Equal(site.Rows.Count, site.Draw(300, 5).Where(row => row.Drawn is not null).Sum(row => row.Drawn!.Value.Weight), 1e-9);
    }

    [Fact]
    public void A_stratum_with_fewer_than_the_least_is_read_whole()
    {
        var site = InventedRows.Of(1, (Level.StrongIndication, true, 12, 0.8), (Level.NoneFound, false, 3000, 0.01));

        Assert.Equal(12, site.Draw(100, 5).Count(row => row is { Drawn.Weight: 1, IsCodedTrafficking: true }));
    }

    [Fact]
    public void Every_incident_of_a_stratum_is_drawn_as_often_as_any_other()
    {
        var site = InventedRows.Of(1, (Level.NoneFound, false, 90, 0.1));
        var times = new int[90];
        for (ulong seed = 0; seed < 3000; seed++)
            foreach (var place in CodingSample.Draw(site.Rows, 60, seed, 0).Strata[0].Drawn) times[place]++;

        // 2,000 expected of each; six standard deviations of a binomial count.
        Assert.All(times, count => Assert.InRange(count, 2000 - 155, 2000 + 155));
    }
}
