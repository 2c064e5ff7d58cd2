using Credence.Incidents;
using Credence.Testing;
using Credence.Tests.Habits;
using Credence.Wording;

namespace Credence.Tests.Wording;

/// <summary>Keeps what the packs do on the invented sentences, so that a change of a pack is seen; docs/accuracy.md says what they show.</summary>
public class UnseenSentencesTests
{
    private static readonly WordingChecker Checker = WordingChecker.From(Cast.Packs);

    private static readonly (string Kind, string Sentence)[] Sentences =
    [
        .. Repository.Text("tests/Credence.Tests/Wording/unseen-narratives.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#').Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1])),
    ];

    [Fact]
    public void Everyday_sentences_that_provoke_are_not_flagged()
    {
        var everyday = Sentences.Where(one => one.Kind == "none").ToList();

        Assert.Equal(72, everyday.Count);
        Faults.None(everyday.SelectMany(one => Flags(one.Sentence).Select(flag => $"{flag.Rule.Id}: {one.Sentence}")));
    }

    [Fact]
    public void Of_the_sentences_that_judge_at_most_five_are_missed()
    {
        var judging = Sentences.Where(one => one.Kind != "none").ToList();
        var missed = judging.Where(one => Flags(one.Sentence).Count == 0).ToList();

        Assert.Equal(108, judging.Count);
        Assert.True(missed.Count <= 5, string.Join('\n', missed));
    }

    private static IReadOnlyList<WordingFlag> Flags(string text) => Checker.Check(new Narrative(text)).Flags;
}
