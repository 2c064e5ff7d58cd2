using CsCheck;
using Credence.Text;

namespace Credence.Tests.Text;

public class SentenceTests
{
    private static readonly Vocabulary None = VocabularyBuilder.Build([new WordForm("word", false)]);

    [Theory]
    [InlineData("SHE LEFT. HE STAYED.", "SHE LEFT|HE STAYED")]
    [InlineData("MR. SMITH LEFT WITH DET. JONES.", "MR. SMITH LEFT WITH DET. JONES")]
    [InlineData("P.O. ADAMS AND J. DOE MET", "P.O. ADAMS AND J. DOE MET")]
    [InlineData("paid 3.50 at example.com today", "paid 3.50 at example.com today")]
    [InlineData("THE CAR STOPPED.THE OPERATOR LEFT", "THE CAR STOPPED|THE OPERATOR LEFT")]
    [InlineData("Why? Nobody knows! Really; yes", "Why|Nobody knows|Really|yes")]
    [InlineData("first part\n\nsecond part", "first part|second part")]
    [InlineData("one line\nwrapped here", "one line\nwrapped here")]
    [InlineData("born in 1998. Left", "born in 1998|Left")]
    [InlineData("...", "")]
    public void Sentences_end_where_police_prose_ends_them(string text, string sentences) =>
        Assert.Equal(sentences, string.Join('|', Sentences(text)));

    [Fact]
    public void A_run_on_without_a_full_stop_is_cut_so_that_reading_stays_linear()
    {
        var tokens = Read(string.Concat(Enumerable.Repeat("word and ", 5000)));

        Assert.Equal(10000, tokens.Count);
        Assert.All(tokens.Sentences.ToArray(), sentence =>
            Assert.InRange(sentence.EndToken - sentence.FirstToken, 1, Tokenizer.LongestSentence));
    }

    [Fact]
    public void Every_word_stands_in_the_text_in_order_and_in_one_sentence() =>
        Gen.String[Gen.Char["aX9. '\n-éñ\u0301\u200BЖ😀\"“;"], 0, 60].Sample(text =>
        {
            var tokens = Read(text);
            var end = 0;
            for (var word = 0; word < tokens.Count; word++)
            {
                Assert.InRange(tokens.Starts[word], end, text.Length);
                Assert.InRange(tokens.Ends[word], tokens.Starts[word] + 1, text.Length);
                end = tokens.Ends[word];
            }

            var next = 0;
            foreach (var sentence in tokens.Sentences)
            {
                Assert.Equal(next, sentence.FirstToken);
                Assert.True(sentence.EndToken > sentence.FirstToken);
                next = sentence.EndToken;
            }

            Assert.Equal(tokens.Count, next);
        });

    private static Tokens Read(string text)
    {
        var tokens = new Tokens();
        new Tokenizer(None).Read(text, tokens);
        return tokens;
    }

    private static IEnumerable<string> Sentences(string text)
    {
        var tokens = Read(text);
        return tokens.Sentences.ToArray().Select(sentence =>
            text[tokens.Starts[sentence.FirstToken]..tokens.Ends[sentence.EndToken - 1]]);
    }
}
