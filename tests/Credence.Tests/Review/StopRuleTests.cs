using Credence.Review;
using Credence.Statistics;
using CsCheck;

namespace Credence.Tests.Review;

public class StopRuleTests
{
    private static readonly StopRule Rule = new();

    [Fact]
    public void Nothing_found_is_no_reason_to_stop() =>
        Assert.Equal(1, Rule.Chance([.. Enumerable.Repeat(false, 99)], 100));

    [Fact]
    public void Everything_read_is_a_reason_to_stop() =>
        Assert.True(Rule.MayStop([true, .. Enumerable.Repeat(false, 9)], 10));

    [Fact]
    public void A_hundred_in_a_row_among_two_thousand_is_no_reason_to_stop() =>
        Assert.False(Rule.MayStop([.. Enumerable.Repeat(true, 20), .. Enumerable.Repeat(false, 100)], 2000));

    // The definition: at every earlier moment, as if what followed had been drawn at random.
    [Fact]
    public void The_chance_is_the_smallest_over_all_earlier_moments() =>
        Gen.Bool.Array[1, 40].Select(Gen.Int[0, 60]).Sample((read, unread) =>
        {
            var (documents, found) = (read.Length + unread, read.Count(relevant => relevant));
            if (found == 0) { return; }

            var relevant = Enumerable.Range(found, 1000).First(all => found < (0.95 * all) - 1e-9);
            var smallest = relevant - found > unread ? 0 : Enumerable.Range(0, read.Length).Min(moment =>
            {
                var before = read.Take(moment).Count(r => r);
                return new Hypergeometric(documents - moment, relevant - before, read.Length - moment).AtMost(found - before);
            });

            Assert.Equal(smallest, Rule.Chance(read, documents), 12);
        });

    // With the order drawn by lot the rule's assumption holds exactly; looking again after every reading costs a little.
    [Fact]
    public void In_random_order_the_recall_is_missed_as_seldom_as_promised()
    {
        var chance = new Pcg32(7);
        var missed = 0;
        const int Runs = 200;
        for (var run = 0; run < Runs; run++)
        {
            var order = Enumerable.Range(0, 150).Select(i => (Relevant: i < 30, Lot: chance.Next())).OrderBy(d => d.Lot).Select(d => d.Relevant).ToList();
            var stop = Enumerable.Range(1, order.Count).First(n => !order[n - 1] && Rule.MayStop(order.GetRange(0, n), 150) || n == order.Count);
            missed += order.Take(stop).Count(relevant => relevant) < 0.95 * 30 ? 1 : 0;
        }

        Assert.True(missed <= Runs * 0.08, $"{missed} of {Runs} missed.");
    }
}
