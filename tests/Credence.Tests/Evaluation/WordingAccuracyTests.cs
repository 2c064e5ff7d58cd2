using Credence.Evaluation;
using Credence.Testing;
using Credence.Wording;

namespace Credence.Tests.Evaluation;

public class WordingAccuracyTests
{
    private static readonly WordingChecker Checker = WordingChecker.From(Cast.Packs);

    [Fact]
    public void Labels_are_held_against_what_two_coders_say()
    {
        var gold = Gold(
            Line("1", "KNOWN PROSTITUTE ON THE CORNER.", "y", "y"),
            Line("2", "The bicycle was blue and she said so.", "n", "n"),
            Line("3", "SHE IS A HOOKER.", "n", "n"),
            Line("4", "She is one of those women.", "y", "y"),
            Line("5", "Her pimp was there.", "y", "n"));

        var accuracy = WordingAccuracy.Measure(gold, Checker.Check)!;
        Assert.Equal((1, 1, 1, 1), (accuracy.Matrix.TruePositives, accuracy.Matrix.FalsePositives, accuracy.Matrix.FalseNegatives, accuracy.Matrix.TrueNegatives));
        Assert.Equal("3", Assert.Single(accuracy.FalsePositives).Value);
        Assert.Equal("4", Assert.Single(accuracy.FalseNegatives).Value);
        Assert.Equal("5", Assert.Single(accuracy.Disagreed).Value);
        Assert.Equal(1, accuracy.Flagged[WordingKind.Minimizing]);
    }

    [Fact]
    public void Where_nobody_coded_labels_there_is_nothing_to_measure() =>
        Assert.Null(WordingAccuracy.Measure(Gold("""{"id":"1","narrative":"KNOWN PROSTITUTE","level":1}"""), Checker.Check));

    [Fact]
    public void A_label_code_that_is_no_answer_is_a_problem_of_its_line()
    {
        var gold = Gold(Line("1", "Text.", "n", "n"), Line("2", "Text.", "maybe", "n"));

        Assert.Equal(2, Assert.Single(gold.Problems).Line);
        Assert.DoesNotContain("maybe", gold.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void On_coded_field_contacts_nearly_every_label_is_flagged_and_nearly_nothing_else()
    {
        Assert.SkipWhen(SharedData.File("boston/gold-dev.jsonl") is null, SharedData.Missing);
        var gold = Assert.IsType<CodedGold>(GoldReader.Read(new StringReader(File.ReadAllText(SharedData.File("boston/gold-dev.jsonl")!))));

        var accuracy = WordingAccuracy.Measure(gold, Checker.Check)!;
        Assert.Equal((46, 3), (accuracy.Matrix.Recall.Of, accuracy.Disagreed.Count));
        Assert.True(accuracy.Matrix.Recall.Count >= 44, $"recall {accuracy.Matrix.Recall}");
        Assert.True(accuracy.Matrix.FalsePositives <= 3, string.Join(", ", accuracy.FalsePositives));
    }

    private static CodedGold Gold(params string[] lines) => Assert.IsType<CodedGold>(GoldReader.Read(new StringReader(string.Join('\n', lines))));

    private static string Line(string id, string text, string a, string b) =>
        $$"""{"id":"{{id}}","narrative":"{{text}}","coder_a":{"level":0,"label":"{{a}}" },"coder_b":{"level":0,"label":"{{b}}" } }""";
}
