using Credence.Evaluation;
using Credence.Statistics;

namespace Credence.Tests.Evaluation;

public class ScreeningAccuracyTests
{
    private static readonly CodedGold Gold = new(
    [
        Reading.Coded("a", "2 sex yes 9", 2, 2),
        Reading.Coded("b", "1 sex unknown 5", 1, 1),
        Reading.Coded("c", "1 labor unknown 4", 0, 0),
        Reading.Coded("d", "0", 1, 2),
        Reading.Coded("e", "0", 0, 0),
        Reading.Coded("f", "1 sex unknown 8", 1, 0),
        Reading.Coded("g", "", 0, 0),
    ]);

    [Fact]
    public void Only_incidents_on_which_the_coders_agree_are_counted_and_the_others_are_listed()
    {
        var possible = Measure(Gold).Possible;

        Assert.Equal(new ConfusionMatrix(2, 1, 1, 2), possible.Matrix);
        Assert.Equal(["c"], Ids(possible.FalsePositives));
        Assert.Equal(["d"], Ids(possible.FalseNegatives));
        Assert.Equal(["f"], Ids(possible.Disagreed));
    }

    [Fact]
    public void Agreement_is_asked_at_each_level_by_itself()
    {
        var strong = Measure(Gold).Strong;

        Assert.Equal(new ConfusionMatrix(1, 0, 0, 5), strong.Matrix);
        Assert.Equal(["d"], Ids(strong.Disagreed));
    }

    [Fact]
    public void What_was_not_screened_counts_as_nothing_found_and_is_listed() =>
        Assert.Equal(["g"], Ids(Measure(Gold).NotScreened));

    [Fact]
    public void The_queue_is_ordered_by_level_and_then_by_score()
    {
        var first = new CodedGold([Reading.Coded("low", "1 sex no 99", 0), Reading.Coded("high", "2 sex no 1", 2)]);
        var second = new CodedGold([Reading.Coded("low", "1 sex no 1", 0), Reading.Coded("high", "1 sex no 2", 2)]);

        Assert.Equal(1, Measure(first).Rank.RocArea.Value);
        Assert.Equal(1, Measure(second).Rank.RocArea.Value);
        Assert.Equal(1, Measure(second).Rank.PrecisionRecallArea.Value);
    }

    [Fact]
    public void Type_is_compared_where_an_incident_was_found_and_the_coders_agree()
    {
        var types = Measure(Gold).Types;

        Assert.Equal([("a", "sex", "sex"), ("b", "sex", "sex")], types.Select(t => (t.Number.Value, t.Expected, t.Found)));
    }

    [Fact]
    public void Nothing_is_weighted_where_every_weight_is_one()
    {
        var accuracy = Measure(Gold);

        Assert.Null(accuracy.Possible.WeightedRecall);
        Assert.Null(accuracy.Rank.WeightedRocArea);
        Assert.Empty(accuracy.Open);
    }

    // Two strata: 10 of 10 read, 1 of 2 cases found; 5 of 500 read, 1 of 1 found.
    [Fact]
    public void Weighted_recall_counts_each_case_as_often_as_its_stratum_stands_for()
    {
        var accuracy = Measure(Weighted());

        Assert.Equal(2 / 3.0, accuracy.Possible.Matrix.Recall.Share, 12);
        Assert.Equal((1 + 100) / (2 + 100.0), accuracy.Possible.WeightedRecall!.Value.Value, 12);
        Assert.True(accuracy.Possible.WeightedRecall.Value.Interval.Contains(101 / 102.0));
        var f1 = accuracy.Possible.WeightedF1!.Value;
        Assert.Equal(2 * 101.0 / ((2 * 101.0) + 1), f1.Value, 12);
        // As unsure as precision and recall beside it: a thin stratum may hold what nobody read.
        Assert.True(f1.Interval.Low < 0.75, $"F1 from {f1.Interval.Low}, recall from {accuracy.Possible.WeightedRecall.Value.Interval.Low}");
        Assert.NotNull(accuracy.Rank.WeightedPrecisionRecallArea);
    }

    [Fact]
    public void What_a_thin_stratum_leaves_open_is_the_upper_end_of_its_exact_interval()
    {
        var open = Assert.Single(Measure(Weighted()).Open);

        var atMost = new Proportion(0, 4).ClopperPearson().High * 400;
        Assert.Equal(("plain", 500.0, 5), (open.Stratum, open.Pool, open.Coded));
        Assert.Equal(atMost, open.MissedAtMost, 9);
        Assert.Equal(101 / (102 + atMost), open.RecallThen, 9);
    }

    [Fact]
    public void Groups_of_every_division_add_up_to_the_whole()
    {
        var groups = Measure(Gold).Groups;

        Assert.All(groups.GroupBy(g => g.By), by => Assert.Equal(6, by.Sum(g => g.Matrix.Total)));
        Assert.Equal(new ConfusionMatrix(2, 0, 1, 0), Assert.Single(groups, g => g is { By: "type", Group: "sex" }).Matrix);
    }

    [Fact]
    public void Groups_are_weighted_as_the_whole_is()
    {
        var groups = Measure(Weighted()).Groups;

        var sex = Assert.Single(groups, g => g is { By: "type", Group: "sex" });
        Assert.Equal(101 / 102.0, sex.WeightedRecall!.Value.Value, 12);
        Assert.True(double.IsNaN(Assert.Single(groups, g => g is { By: "type", Group: "none" }).WeightedRecall!.Value.Value));
        Assert.All(Measure(Gold).Groups, g => Assert.Null(g.WeightedRecall));
    }

    [Fact]
    public void Two_coders_have_a_kappa_and_one_coder_has_none()
    {
        var level = Assert.Single(Measure(Gold).Coders, c => c.Question == "level");

        Assert.Equal(new Proportion(5, 7), level.Agreed);
        Assert.InRange(level.Kappa.Value, .4, .7);
        Assert.Empty(Measure(new CodedGold([Reading.Coded("a", "0", 0)])).Coders);
    }

    [Fact]
    public void The_same_seed_measures_the_same() =>
        Assert.Equivalent(Measure(Weighted()), Measure(Weighted()), strict: true);

    private static CodedGold Weighted() => new(
    [
        .. Enumerable.Range(0, 8).Select(i => Reading.Coded($"r{i}", "0", 0, 0, "risk")),
        Reading.Coded("found", "1 sex", 1, 1, "risk"),
        Reading.Coded("missed", "0", 1, 1, "risk"),
        Reading.Coded("rare", "1 sex", 1, 1, "plain", 100),
        .. Enumerable.Range(0, 4).Select(i => Reading.Coded($"p{i}", "0", 0, 0, "plain", 100)),
    ]);

    private static ScreeningAccuracy Measure(CodedGold gold) => ScreeningAccuracy.Measure(gold, Reading.Screen, Reading.Draws);

    private static IEnumerable<string> Ids(IEnumerable<Credence.Incidents.IncidentNumber> numbers) => numbers.Select(n => n.Value);
}
