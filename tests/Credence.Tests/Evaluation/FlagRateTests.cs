using Credence.Evaluation;
using Credence.Screening;
using Credence.Statistics;

namespace Credence.Tests.Evaluation;

public class FlagRateTests
{
    private static readonly NarrativeGold Gold = new(
    [
        Reading.Incident("a", "1 sex"), Reading.Incident("b", "0"), Reading.Incident("c", "2 labor"),
        Reading.Incident("d", ""), Reading.Incident("e", "1 labor"),
    ]);

    [Fact]
    public void Narratives_without_codes_are_counted_by_level_and_the_flagged_are_listed()
    {
        var rate = FlagRate.Measure(Gold, Reading.Screen, FlagJudgments.None);

        Assert.Equal((1, 2, 3, 1), (rate.Strong.Count, rate.Possible.Count, rate.Either.Count, rate.NotScreened.Count));
        Assert.All([rate.Strong, rate.Possible, rate.Either, rate.NotScreened], share => Assert.Equal(5, share.Of));
        Assert.Equal(
            [("a", Level.PossibleIndication), ("c", Level.StrongIndication), ("e", Level.PossibleIndication)],
            rate.Flags.Select(f => (f.Number.Value, f.Level)));
    }

    [Fact]
    public void What_people_say_of_flags_is_counted_among_all_narratives()
    {
        var judgments = FlagJudgments.Read(new StringReader("id,judgment,kind\na,Right,\nc,wrong,past conviction\nb,wrong,\ne,maybe,\n"))!;

        var rate = FlagRate.Measure(Gold, Reading.Screen, judgments);

        Assert.Equal(new Proportion(1, 5), rate.Judged(FlagJudgment.Right));
        Assert.Equal(new Proportion(1, 5), rate.Judged(FlagJudgment.Wrong));
        Assert.Equal(new Proportion(1, 5), rate.Judged(FlagJudgment.NotJudged));
        Assert.Equal("past conviction", rate.Flags[1].Judged.Kind);
        Assert.Equal(5, Assert.Single(judgments.Problems).Line);
    }

    [Theory]
    [InlineData("id,kind\n1,x")]
    [InlineData("judgment\nright")]
    [InlineData("")]
    public void Judgments_need_a_number_and_a_judgment(string csv) => Assert.Null(FlagJudgments.Read(new StringReader(csv)));
}
