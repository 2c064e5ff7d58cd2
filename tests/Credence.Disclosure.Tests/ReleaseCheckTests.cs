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

    [Theory]
    [InlineData("withheld", "withheld", "33", "45", "99", "found totals that are not the sum of their cells")]
    [InlineData("withheld", "10", "20", "45", "65", "found published counts that no withheld ones could add up to")]
    public void Tables_that_do_not_add_up_are_no_finished_tables(string first, string row, string one, string two, string whole, string message)
    {
        var text = $"u,t,count\nu1,t1,{first}\nu1,t2,20\nu2,t1,30\nu2,t2,25\nu1,all,{row}\nu2,all,55\nall,t1,{one}\nall,t2,{two}\nall,all,{whole}\n";
        var table = Assert.IsType<ReadTable>(TableReader.Read(new StringReader(text), "all")).Table;

        var outcome = ReleaseCheck.Of(Link(Five, table), TestContext.Current.CancellationToken);

        Assert.StartsWith(message, Assert.IsType<Contradicted>(outcome).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_tables_that_say_another_count_of_the_same_people_are_not_linked() =>
        Assert.IsType<Unlinkable>(LinkedTables.Of([Table(2, 2, 3, 20, 30, 25).Withhold([0]), Table(2, 2, 9, 20, 30, 25)], Five));

    [Theory]
    // Nothing met: nobody knows, and the range is that in fractions.
    [InlineData(1, 20, null, null, false, false, 1, 20)]
    // What was met is wide enough.
    [InlineData(1, 20, 2L, 9L, true, true, 2, 9)]
    // Not even fractions are wide enough.
    [InlineData(1, 3, 2L, 3L, false, true, 1, 3)]
    public void What_could_not_be_searched_to_the_end_is_undecided_and_never_a_range_that_cannot_be(int low, int high, long? least, long? most, bool isKept, bool isDecided, int told, int toldMost)
    {
        var tables = Link(Five, FrequencyTable.Of([Variable("u", 1)], [6]).Withhold([0, 1]));
        var seen = new SeenRanges(tables.Cells.Count);
        foreach (var met in new[] { least, most }.OfType<long>()) { seen.Add([.. tables.Cells.Select(_ => met)]); }

        Assert.Equal(new CellRange(0, told, toldMost, isKept) { IsDecided = isDecided }, ReleaseCheck.Undecided(tables, 0, (low, high), seen, 100));
    }

    // One row of many large counts: the total is larger than twice any one of them.
    [Fact]
    public void A_withheld_total_over_many_large_counts_is_possible_in_whole_counts()
    {
        var table = FrequencyTable.Of([Variable("u", 12)], [3, .. Enumerable.Repeat(1000L, 11)]);
        var tables = Link(Five, table.Withhold([0, 12]));
        var published = new Examination(tables).Published(new bool[tables.Cells.Count]);

        Assert.Equal(50, WholeAttack.Look(tables, published, 0, 1, 50, new SeenRanges(tables.Cells.Count)));
        Assert.Equal(1, WholeAttack.Look(tables, published, 0, -1, 50, new SeenRanges(tables.Cells.Count)));
    }
}
