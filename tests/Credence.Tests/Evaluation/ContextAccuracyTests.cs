using Credence.Evaluation;
using Credence.Screening;
using Credence.Statistics;

namespace Credence.Tests.Evaluation;

public class ContextAccuracyTests
{
    [Theory]
    [InlineData("debt", "He has no DEBT.", 10, 14)]
    [InlineData("debt", "The debt of XXX is no DEBT at all.", 22, 26)]
    [InlineData("owed  money", "He Owed\n money.", 3, 14)]
    [InlineData("paid (late)", "HE WAS PAID (LATE).", 7, 18)]
    public void A_phrase_is_found_in_its_sentence(string phrase, string sentence, int start, int end)
    {
        var match = ContextAccuracy.Locate(Phrase("1", phrase, sentence, default))!;

        Assert.Equal((start, end), (match.Index, match.Index + match.Length));
    }

    [Fact]
    public void Each_question_is_scored_by_itself_and_rows_without_the_phrase_are_listed()
    {
        var gold = new AnnotatedGold(
        [
            Phrase("1", "debt", "He has no DEBT.", new ContextReading(true, false, false, false)),
            Phrase("2", "debt", "He had DEBT.", new ContextReading(false, true, false, false)),
            Phrase("3", "debt", "He has no work but DEBT.", default),
            Phrase("4", "debt", "The sentence was cut", new ContextReading(true, false, false, false)),
        ]);

        var accuracy = ContextAccuracy.Measure(gold, (sentence, start, _) => NegatedAfterNo(sentence[..start]));

        var negated = Assert.Single(accuracy.Questions, q => q.Question == "negated");
        var historical = Assert.Single(accuracy.Questions, q => q.Question == "historical");
        Assert.Equal(["4"], accuracy.NotLocated);
        Assert.Equal(3, accuracy.Phrases);
        Assert.Equal(new ConfusionMatrix(1, 1, 0, 1), negated.Matrix);
        Assert.Equal(["3"], negated.FalsePositives);
        Assert.Equal(["2"], historical.FalseNegatives);
    }

    [Fact]
    public void A_denial_and_an_exclusion_both_negate()
    {
        Assert.True(ContextReading.Of(Assertion.Denied).Negated);
        Assert.True(ContextReading.Of(Assertion.RuledOut, Assertion.Historical) is { Negated: true, Historical: true });
        Assert.Equal(default, ContextReading.Of(Assertion.Affirmed));
    }

    private static ContextReading NegatedAfterNo(string before) =>
        new(before.Contains(" no ", StringComparison.Ordinal), false, false, false);

    private static AnnotatedPhrase Phrase(string id, string phrase, string sentence, ContextReading truth) =>
        new(id, phrase, sentence, truth);
}
