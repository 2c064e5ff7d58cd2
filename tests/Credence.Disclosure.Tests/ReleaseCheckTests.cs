using Credence.Evaluation.Release;
using CsCheck;
using static Credence.Disclosure.Tests.Invented;

namespace Credence.Disclosure.Tests;

public class ReleaseCheckTests
{
    private static readonly SuppressionRule Five = new(5);

    [Fact]
    public void A_count_withheld_alone_is_figured_out_from_its_total()
    {
        var table = Table(2, 2, 3, 20, 30, 25);

        var found = Assert.IsType<Checked>(ReleaseCheck.Of(Link(Five, table.Withhold([0])), TestContext.Current.CancellationToken));

        Assert.Equal(new CellRange(0, 3, 3, false), Assert.Single(found.Ranges));
        Assert.False(found.IsKept);
    }

    [Fact]
    public void A_small_count_that_is_published_fails() =>
        Assert.Equal(1, Assert.IsType<Checked>(ReleaseCheck.Of(Link(Five, FrequencyTable.Of([Variable("u", 3)], [3, 20, 30])), TestContext.Current.CancellationToken)).Bare);

    [Fact]
    public void What_the_suppressor_makes_passes_though_the_check_knows_no_withheld_count() =>
        Gen.Long[0, 30].Array[12].Select(counts => Table(3, 4, counts)).Sample(table =>
        {
            var published = Suppress(Link(Five, table)).Published[0];
            Assert.True(Assert.IsType<Checked>(ReleaseCheck.Of(Link(Five, published))).IsKept);
        }, iter: 25, threads: 1);

    [Fact]
    public void The_intervals_are_those_of_trying_all_tables() =>
        Gen.Select(Small(2, 2, 6), Gen.Int[1, 510]).Sample((table, cells) =>
        {
            var published = table.Withhold(Enumerable.Range(0, 9).Where(cell => (cells >> cell & 1) == 1 && table.Counts[cell] > 0));
            var outcome = Assert.IsType<Checked>(ReleaseCheck.Of(Link(new SuppressionRule(3), published)));
            var all = BruteForce.Of(published, 1, 40);
            foreach (var range in outcome.Ranges)
            {
                Assert.Equal(all.Least[range.Cell], range.Least);
                if (range.Most is { } most) { Assert.Equal(all.Most[range.Cell], most); }
                else { Assert.True(all.Most[range.Cell] >= 40); }
            }
        }, iter: 25, threads: 1);

    [Fact]
    public void Tables_that_do_not_add_up_are_no_finished_tables()
    {
        var table = Table(2, 2, 3, 20, 30, 25);
        var other = Table(2, 2, 9, 20, 30, 25);

        var mixed = table.Withhold([0]);
        var outcome = LinkedTables.Of([mixed, other], Five);

        Assert.True(outcome is Unlinkable);
    }
}
