using Credence.Evaluation;
using Credence.Screening;
using Credence.Statistics;
using Credence.Testing;

namespace Credence.Tests.Evaluation;

public class RealGoldTests
{
    [Fact]
    public void Coded_contacts_are_read_whole_and_their_coders_agree_as_published()
    {
        var gold = Assert.IsType<CodedGold>(Read("boston/gold-dev.jsonl"));

        var accuracy = ScreeningAccuracy.Measure(gold, _ => Reading.Screen(Reading.Incident("x", "0")), Reading.Draws);
        Assert.Empty(gold.Problems);
        Assert.Equal((306, 6), (accuracy.Incidents, accuracy.Possible.Disagreed.Count));
        Assert.Equal(.96, accuracy.Coders.Single(c => c.Question == "level").Kappa.Value, 2);
        Assert.Equal(10_103, accuracy.Open.Single(s => s.Stratum == "other").Pool, 0);
    }

    [Fact]
    public void Federal_cases_are_read_whole_and_about_185_are_clearly_of_one_type()
    {
        var gold = Assert.IsType<CaseGold>(Read("federal/cases-dev.csv"));

        var accuracy = CaseAccuracy.Measure(gold, _ => Reading.Screen(Reading.Incident("x", "1 sex")));
        Assert.Empty(gold.Problems);
        Assert.Equal((348, 309), (accuracy.Flagged.Of, accuracy.FlaggedLong.Of));
        Assert.Equal((185, 144), (accuracy.TypeByList.Right.Of, accuracy.TypeByList.Right.Count));
    }

    [Fact]
    public void Incidents_without_codes_are_read_whole()
    {
        var gold = Assert.IsType<NarrativeGold>(Read("madison/incidents-dev.csv"));

        Assert.Equal(new Proportion(0, 1111), FlagRate.Measure(gold, _ => Reading.Screen(Reading.Incident("x", "0")), FlagJudgments.None).Either);
        Assert.Empty(gold.Problems);
    }

    [Fact]
    public void Annotated_sentences_are_read_whole_and_six_phrases_are_not_in_them()
    {
        var gold = Assert.IsType<AnnotatedGold>(Read("negex/rsAnnotations-dev.txt"));

        var accuracy = ContextAccuracy.Measure(gold, (_, _, _) => ContextReading.Of(Assertion.Affirmed));
        Assert.Empty(gold.Problems);
        Assert.Equal((1182, 6), (accuracy.Phrases, accuracy.NotLocated.Count));
        Assert.Equal([247, 144, 27, 4], accuracy.Questions.Select(q => q.Matrix.FalseNegatives));
    }

    private static Gold Read(string file)
    {
        Assert.SkipWhen(SharedData.File(file) is null, SharedData.Missing);
        return GoldReader.Read(new StringReader(File.ReadAllText(SharedData.File(file)!)));
    }
}
