using CsCheck;
using Credence.Text;

namespace Credence.Tests.Text;

public class PatternSetTests
{
    private static readonly string[] Letters = ["a", "bb", "ccc", "dddd", "eeeee", "x", "."];

    private static readonly Pattern[] Patterns =
    [
        .. new[] { "a", "bb ccc", "a ..2 dddd", "a|bb [ccc] .. eeeee", "(a bb|dddd ccc) ..1 a", "eeee*", "a .. bb .. ccc", "bb ..3 (ccc a|eeeee)", "dddd [a] ..2 [bb] ccc" }
            .Select(new PatternParser(new Dictionary<string, string>()).Parse),
    ];

    [Fact]
    public void Looking_near_the_rarest_word_finds_what_trying_every_place_finds()
    {
        var vocabulary = VocabularyBuilder.Build(Patterns.SelectMany(pattern => pattern.Words));
        var (set, tokenizer, candidates) = (new PatternSet(Patterns, vocabulary), new Tokenizer(vocabulary), new Candidates());

        Gen.Int[0, Letters.Length - 1].List[0, 30].Sample(words =>
        {
            var tokens = new Tokens();
            tokenizer.Read(string.Join(' ', words.Select(i => Letters[i])), tokens);
            foreach (var sentence in tokens.Sentences)
            {
                var (near, everywhere) = (new Reusable<PatternMatch>(), new Reusable<PatternMatch>());
                lock (candidates) set.Match(tokens.Classes, sentence, candidates, near);
                for (var pattern = 0; pattern < Patterns.Length; pattern++)
                {
                    set.Match(pattern, tokens.Classes, sentence, everywhere);
                }

                Assert.Equal(InOrder(everywhere), InOrder(near));
            }
        }, iter: 5000);
    }

    private static List<PatternMatch> InOrder(Reusable<PatternMatch> matches) =>
        [.. matches.Items.ToArray().OrderBy(match => match.Pattern).ThenBy(match => match.FirstToken)];
}
