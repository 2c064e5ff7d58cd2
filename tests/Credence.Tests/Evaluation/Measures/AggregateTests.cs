using Credence.Evaluation.Measures;
using Credence.Statistics;
using CsCheck;

namespace Credence.Tests.Evaluation.Measures;

public class AggregateTests
{
    private static readonly Gen<Dictionary<string, Proportion>> Cascades = Gen.Int[0, 60].Array[5].Select(steps =>
    {
        var falling = steps.OrderDescending().ToArray();
        return new Dictionary<string, Proportion>
        {
            ["referral-consented"] = new(falling[1], falling[0]), ["referral-sent"] = new(falling[2], falling[0]),
            ["referral-accepted"] = new(falling[3], falling[0]), ["referral-started"] = new(falling[4], falling[0]),
        };
    });

    [Fact]
    public void No_told_count_and_no_difference_of_two_told_ones_is_small() => Cascades.Sample(counts =>
    {
        var told = AggregateRelease.Of("Riverton", counts).Select(count => count.Share).OfType<Proportion>().ToList();
        var numbers = told.SelectMany(share => new[] { share.Count, share.Of }).Distinct().ToList();

        Assert.All(numbers.SelectMany(one => numbers.Select(other => Math.Abs(one - other))).Concat(numbers), number => Assert.DoesNotContain(number, Enumerable.Range(1, 9)));
    });

    [Fact]
    public void What_was_answered_is_withheld_with_how_many_were_asked()
    {
        var told = AggregateRelease.Of("Riverton", new Dictionary<string, Proportion> { ["wishes-asked"] = new(45, 50), ["wishes-answered"] = new(30, 45) });

        Assert.All(told, count => Assert.Null(count.Share));
    }

    [Fact]
    public void Large_counts_are_told_and_what_is_not_given_is_not_in_it()
    {
        var told = AggregateRelease.Of("Riverton", new Dictionary<string, Proportion> { ["need-met"] = new(40, 80) });

        Assert.Equal(new Proportion(40, 80), Assert.Single(told).Share);
    }

    [Fact]
    public void What_is_written_comes_back()
    {
        const string Text = "site,measure,numerator,denominator\nRiverton,need-met,40,80\nRiverton,wishes-asked,withheld,withheld\n";
        var read = Assert.IsType<ReadAggregates>(AggregateReader.Read(new StringReader(Text), ["Riverton"]));

        Assert.Equal([new Proportion(40, 80), null], read.Counts.Select(count => count.Share));
    }
}
