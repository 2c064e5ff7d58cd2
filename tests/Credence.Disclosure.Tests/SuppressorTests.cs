using Credence.Evaluation.Release;
using CsCheck;
using static Credence.Disclosure.Tests.Invented;

namespace Credence.Disclosure.Tests;

public class SuppressorTests
{
    // By hand: 3 must stay open up to 5. With one more cell of its row and one of its column the smallest rectangle is 3, 20, 30 and the
    // cell at their corner. 3 goes up by 2 and down by 2, so span 4 is reached; a rectangle with 40 would lose more people.
    //
    //          t1   t2   t3 | all              t1   t2   t3 | all
    //     u1    3   20   40 |  63         u1    .    .   40 |  63
    //     u2   30   25   50 | 105   →     u2    .    .   50 | 105
    //     u3   60   70   80 | 210         u3   60   70   80 | 210
    [Fact]
    public void One_small_count_takes_the_cheapest_rectangle_with_it()
    {
        var table = Table(3, 3, 3, 20, 40, 30, 25, 50, 60, 70, 80);

        var suppressed = Suppress(Link(new SuppressionRule(5), table));

        Assert.True(suppressed.IsSmallest);
        Assert.Equal((1, 3, 3), (suppressed.Primary, suppressed.Secondary, suppressed.Loss));
        Assert.Equal([0, 1, 4, 5], Enumerable.Range(0, 16).Where(cell => suppressed.Published[0].Counts[cell] is null));
    }

    // One row: a small count and its total leave only the other cells of the row; 4 would let 3 be no more than 6.
    [Fact]
    public void A_second_count_too_small_to_hide_the_first_is_not_enough()
    {
        var table = FrequencyTable.Of([Variable("u", 3)], [3, 12, 50]);

        var published = Suppress(Link(new SuppressionRule(10), table)).Published[0];

        Assert.Null(published.Counts[0]);
        Assert.Null(published.Counts[1]);
        Assert.Equal(50, published.Counts[2]);
    }

    [Fact]
    public void A_total_that_shows_a_small_rest_is_withheld_or_its_large_part_is()
    {
        var published = Suppress(Link(new SuppressionRule(10), FrequencyTable.Of([Variable("u", 3)], [95, 3, 2]))).Published[0];

        Assert.True(published.Counts[0] is null || published.Counts[3] is null);
    }

    [Fact]
    public void Tables_without_small_counts_stay_as_they_are() =>
        Gen.Long[10, 90].Array[9].Sample(counts =>
        {
            counts[4] = 0;
            var suppressed = Suppress(Link(new SuppressionRule(10), Table(3, 3, counts)));
            Assert.DoesNotContain(suppressed.Published[0].Counts, count => count is null);
        }, iter: 20);

    [Theory]
    [InlineData(ZeroPolicy.Publish)]
    [InlineData(ZeroPolicy.Withhold)]
    public void No_withheld_count_of_a_small_table_can_be_figured_out_by_trying_all_tables(ZeroPolicy zeros) =>
        Small(2, 3, 6).Sample(table =>
        {
            var rule = new SuppressionRule(3, zeros);
            if (Suppressor.Suppress(Link(rule, table)) is Suppressed suppressed) { Assert.True(BruteForce.Keeps(suppressed.Published[0], rule, 11)); }
        }, iter: 100, threads: 1);

    [Fact]
    public void Nor_of_one_with_three_variables()
    {
        var (rule, tried) = (new SuppressionRule(3), 0);
        Gen.Long[0, 5].Array[8].Select(counts => Cube(2, 2, 2, counts)).Sample(table =>
        {
            // With everything withheld there are too many tables to try.
            if (Suppressor.Suppress(Link(rule, table)) is not Suppressed suppressed || suppressed.Published[0].Counts[26] is null) { return; }

            Assert.True(BruteForce.Keeps(suppressed.Published[0], rule, 11));
            tried += suppressed.Published[0].Counts.Any(count => count is null) ? 1 : 0;
        }, iter: 15, threads: 1);
        Assert.True(tried >= 3, $"Tried {tried} tables with a withheld count.");
    }

    // All choices of further cells, each attacked by trying all tables.
    [Fact]
    public void No_choice_that_keeps_the_promise_loses_less() =>
        Small(2, 2, 7).Sample(table =>
        {
            var rule = new SuppressionRule(3);
            var tables = Link(rule, table);
            var suppressed = Suppress(tables);
            Assert.True(suppressed.IsSmallest);
            Assert.Equal(LeastLoss(tables, rule), suppressed.Loss);
        }, iter: 40, threads: 1);

    [Fact]
    public void No_more_is_lost_than_by_the_cheapest_pattern_of_each_cell() =>
        Gen.Long[0, 40].Array[20].Select(counts => Table(4, 5, counts)).Sample(table =>
        {
            var tables = Link(new SuppressionRule(5), table);
            var quick = new CheapestPattern(tables, new SearchTime()).Find(CheapestPattern.Required(tables), TestContext.Current.CancellationToken)!;
            var suppressed = Suppress(tables);
            Assert.True(suppressed.IsSmallest);
            Assert.True(suppressed.Loss <= Loss(tables, quick));
            Assert.Empty(new Examination(tables).Gaps(suppressed.Withheld, TestContext.Current.CancellationToken));
        }, iter: 30, threads: 1);

    [Fact]
    public void A_whole_that_is_known_anyway_and_too_small_cannot_be_protected()
    {
        var outcome = Suppressor.Suppress(
            Link(new SuppressionRule(10, KeepWhole: true), FrequencyTable.Of([Variable("u", 2)], [7, 3])), cancellation: TestContext.Current.CancellationToken);

        Assert.StartsWith("found counts that could be figured out more closely than promised", Assert.IsType<CannotProtect>(outcome).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_that_is_stopped_at_once_keeps_the_promise_and_never_loses_less() =>
        Small(3, 3, 9).Sample(table =>
        {
            var tables = Link(new SuppressionRule(3), table);
            var best = Suppressor.Suppress(tables, cancellation: TestContext.Current.CancellationToken);
            var stopped = Suppressor.Suppress(tables, cancellation: TestContext.Current.CancellationToken, time: new SearchTime(TimeSpan.Zero));
            Assert.Equal(best is Suppressed, stopped is Suppressed);
            if (stopped is not Suppressed found) { return; }

            Assert.Empty(new Examination(tables).Gaps(found.Withheld, TestContext.Current.CancellationToken));
            Assert.True(found.Loss >= ((Suppressed)best).Loss);
        }, iter: 30, threads: 1);

    [Fact]
    public void Whoever_listens_hears_how_far_the_search_is()
    {
        var heard = new List<SearchStep>();

        Suppressor.Suppress(
            Link(new SuppressionRule(10), Table(3, 4, 3, 20, 40, 6, 30, 25, 50, 2, 60, 70, 80, 90)), cancellation: TestContext.Current.CancellationToken, time: new SearchTime(hears: heard.Add));

        Assert.Contains(heard, step => step is { Round: 0, Loss: null });
        Assert.Contains(heard, step => step is { Round: 1, Rounds: 40, Loss: > 0 });
    }

    [Fact]
    public void The_same_tables_give_the_same_release()
    {
        var table = Table(3, 4, 3, 20, 40, 6, 30, 25, 50, 2, 60, 70, 80, 90);

        Assert.Equal(Suppress(Link(new SuppressionRule(10), table)).Withheld, Suppress(Link(new SuppressionRule(10), table)).Withheld);
    }

    private static int Loss(LinkedTables tables, IReadOnlyList<bool> withheld) =>
        tables.Cells.Where((cell, i) => withheld[i] && cell.Part == CellPart.Open).Sum(cell => cell.Loss);

    private static int LeastLoss(LinkedTables tables, SuppressionRule rule)
    {
        int[] open = [.. Enumerable.Range(0, tables.Cells.Count).Where(i => tables.Cells[i].Part == CellPart.Open)];
        return Enumerable.Range(0, 1 << open.Length)
            .Select(choice =>
            {
                var withheld = CheapestPattern.Required(tables);
                for (var i = 0; i < open.Length; i++) { withheld[open[i]] = (choice >> i & 1) == 1; }

                return withheld;
            })
            .OrderBy(withheld => Loss(tables, withheld))
            .Where(withheld => BruteForce.Keeps(tables.Withhold(withheld)[0], rule, 14))
            .Select(withheld => Loss(tables, withheld)).First();
    }
}
