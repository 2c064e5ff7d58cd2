using Credence.Classification;
using Credence.Evaluation;
using Credence.Screening.Instruments;
using Credence.Statistics;
using Credence.Tests.Classification;

namespace Credence.Tests.Evaluation;

public class ClassificationAccuracyTests
{
    private static readonly string Long = new(' ', 101);

    // The narrative names the facts that the stand-in for a reader finds in it.
    private static readonly CaseGold Gold = new(
    [
        Case("sex", "commercial-sex force", "['1591']", 0),
        Case("child", "commercial-sex under-18-commercial-sex", "['1591']", 1),
        Case("open", "commercial-sex", "['1591']", 1),
        Case("labor", "labor obtained force servitude", "['1589']", null),
        Case("confused", "commercial-sex force", "['1589']", null),
        Case("silent", "", "['1594']", null),
    ]);

    private static readonly ClassificationAccuracy Accuracy = ClassificationAccuracy.Measure(Gold, incident =>
        Known.Classify(Known.Facts([.. incident.Narrative.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(fact => (fact, Answer.Yes))])));

    [Fact]
    public void Proposals_are_compared_with_what_was_charged() => Assert.Equal(
        [("sex", "64A"), ("sex", "64A"), ("sex", "review 64A"), ("labor", "64B"), ("labor", "64A"), ("not clear", "nothing")],
        Accuracy.Proposed.Select(one => (one.Expected, one.Found)));

    [Fact]
    public void Shares_are_of_the_cases_that_are_clearly_sex_or_labor()
    {
        Assert.Equal(new Proportion(3, 5), Accuracy.Supported);
        Assert.Equal(new Proportion(4, 5), Accuracy.SupportedOrReview);
        Assert.Equal(new Proportion(3, 4), Accuracy.RightCode);
    }

    [Fact]
    public void Elements_are_counted_by_what_was_charged()
    {
        Assert.Contains(new ElementShare("sex", "means", new Proportion(1, 3)), Accuracy.Elements);
        Assert.Contains(new ElementShare("labor", "labor", new Proportion(1, 2)), Accuracy.Elements);
    }

    [Fact]
    public void Minors_are_compared_and_those_by_age_alone_counted()
    {
        Assert.Equal(new ConfusionMatrix(1, 0, 1, 1), Accuracy.Minors);
        Assert.Equal(1, Accuracy.ByAgeAlone);
    }

    private static CaseSummary Case(string number, string facts, string statutes, int? minors) =>
        new(Reading.Incident(number, facts + Long), ChargedStatutes.Read(statutes), minors);
}
