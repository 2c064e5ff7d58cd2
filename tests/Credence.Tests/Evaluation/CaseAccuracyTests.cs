using Credence.Evaluation;
using Credence.Statistics;

namespace Credence.Tests.Evaluation;

public class CaseAccuracyTests
{
    private static readonly string Long = new(' ', 100);

    private static readonly CaseGold Gold = new(
    [
        Case("sex", "1 sex yes" + Long, "['1591']", 2),
        Case("labor", "2 labor unknown" + Long, "['1589']", 0),
        Case("both", "2 both yes" + Long, "['1590']", 0),
        Case("none", "0 none unknown" + Long, "['1591', '1594']", 1),
        Case("unclear", "1 sex unknown" + Long, "['1594']", null),
        Case("short", "0", "['1591']", null),
    ]);

    private static readonly CaseAccuracy Accuracy = CaseAccuracy.Measure(Gold, Reading.Screen);

    [Fact]
    public void Flagged_cases_are_counted_on_all_and_on_long_summaries()
    {
        Assert.Equal(new Proportion(4, 6), Accuracy.Flagged);
        Assert.Equal(new Proportion(4, 5), Accuracy.FlaggedLong);
        Assert.Equal(new Proportion(2, 5), Accuracy.StrongLong);
        Assert.Equal("none", Assert.Single(Accuracy.NotFlaggedLong).Value);
    }

    [Fact]
    public void Both_is_counted_apart_and_not_as_right()
    {
        Assert.Equal(new Proportion(2, 4), Accuracy.TypeByList.Right);
        Assert.Equal(new Proportion(1, 4), Accuracy.TypeByList.Both);
        Assert.Equal(new Proportion(2, 2), Accuracy.TypeByList.RightOfOneType);
    }

    [Fact]
    public void Minors_are_compared_where_their_number_is_recorded()
    {
        Assert.Equal(new ConfusionMatrix(1, 1, 1, 1), Accuracy.Minors);
        Assert.Equal("both", Assert.Single(Accuracy.MinorsWronglySaid).Value);
        Assert.Equal("none", Assert.Single(Accuracy.MinorsNotSaid).Value);
    }

    private static CaseSummary Case(string number, string answer, string statutes, int? minors) =>
        new(Reading.Incident(number, answer), ChargedStatutes.Read(statutes), minors);
}
