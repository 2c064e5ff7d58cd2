using Credence.Evaluation.Release;
using static Credence.Disclosure.Tests.Invented;

namespace Credence.Disclosure.Tests;

public class LinkedTablesTests
{
    private static readonly SuppressionRule Five = new(5);

    [Fact]
    public void Tables_of_the_same_people_share_the_cells_of_their_margins()
    {
        var byUnit = FrequencyTable.Of([Variable("u", 2), Variable("t", 2)], [3, 20, 30, 40]);
        var bySex = FrequencyTable.Of([Variable("s", 2), Variable("t", 2)], [13, 30, 20, 30]);

        var linked = Link(Five, byUnit, bySex);

        Assert.Equal(9 + 9 - 3, linked.Cells.Count);
        Assert.Equal(linked.CellOf(0, byUnit.CellOf([2, 0])), linked.CellOf(1, bySex.CellOf([2, 0])));
    }

    [Fact]
    public void A_margin_that_one_table_withholds_the_other_does_not_print()
    {
        var byUnit = FrequencyTable.Of([Variable("u", 2), Variable("t", 2)], [3, 0, 30, 40]);
        var bySex = FrequencyTable.Of([Variable("s", 2), Variable("t", 2)], [13, 20, 20, 20]);

        var suppressed = Suppress(Link(Five, byUnit, bySex));

        Assert.Equal(suppressed.Published[0].Counts[byUnit.CellOf([2, 0])], suppressed.Published[1].Counts[bySex.CellOf([2, 0])]);
        Assert.Empty(new Examination(suppressed.Tables).Gaps(suppressed.Withheld, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Different_counts_of_the_same_people_are_not_linked() =>
        Assert.IsType<Unlinkable>(LinkedTables.Of([FrequencyTable.Of([Variable("u", 2)], [10, 20]), FrequencyTable.Of([Variable("u", 2)], [10, 21])], Five));

    // 22 people this year in a category that had 20: whoever has both tables knows that two came.
    [Fact]
    public void Who_came_since_an_earlier_release_cannot_be_counted_either()
    {
        var earlier = FrequencyTable.Of([Variable("u", 3)], [20, 30, 40]);
        var now = FrequencyTable.Of([Variable("u", 3)], [22, 50, 60]);
        var linked = Assert.IsType<Linked>(LinkedTables.Of([now], Five, earlier)).Tables;

        var published = Suppress(linked).Published[0];

        Assert.Null(published.Counts[0]);
        Assert.DoesNotContain(Suppress(Link(Five, now)).Published[0].Counts, count => count is null);
    }

    [Fact]
    public void Nobody_new_leaves_the_table_as_it_is()
    {
        var table = FrequencyTable.Of([Variable("u", 3)], [20, 30, 40]);

        Assert.DoesNotContain(Suppress(Assert.IsType<Linked>(LinkedTables.Of([table], Five, table)).Tables).Published[0].Counts, count => count is null);
    }

    [Fact]
    public void What_was_withheld_before_is_not_given_away_now()
    {
        var earlier = FrequencyTable.Of([Variable("u", 3)], [3, 30, 40]).Withhold([0, 1]);
        var now = FrequencyTable.Of([Variable("u", 3)], [3, 30, 40]);
        var linked = Assert.IsType<Linked>(LinkedTables.Of([now], Five, earlier)).Tables;

        var published = Suppress(linked).Published[0];

        Assert.Equal([null, null, 40L, 73L], published.Counts);
    }

    [Fact]
    public void An_earlier_release_of_more_people_is_refused() =>
        Assert.IsType<Unlinkable>(LinkedTables.Of(
            [FrequencyTable.Of([Variable("u", 2)], [10, 20])], Five, FrequencyTable.Of([Variable("u", 2)], [11, 20])));

    [Fact]
    public void What_was_decided_of_an_earlier_table_stays_so_and_the_next_one_gives_nothing_away()
    {
        var first = FrequencyTable.Of([Variable("u", 3)], [3, 12, 40]);
        var published = Suppress(Link(Five, first)).Published[0];
        var next = FrequencyTable.Of([Variable("u", 3), Variable("t", 2)], [1, 2, 2, 10, 20, 20]);
        var linked = Assert.IsType<Linked>(LinkedTables.After([(first, published)], next, Five)).Tables;

        var suppressed = Suppress(linked);

        Assert.Equal(published.Counts, suppressed.Published[0].Counts);
        Assert.Equal(published.Counts, Enumerable.Range(0, 4).Select(unit => suppressed.Published[1].Counts[next.CellOf([unit, 2])]));
        var check = Assert.IsType<Checked>(ReleaseCheck.Of(Link(Five, [.. suppressed.Published]), TestContext.Current.CancellationToken));
        Assert.True(check.IsKept);
    }
}
