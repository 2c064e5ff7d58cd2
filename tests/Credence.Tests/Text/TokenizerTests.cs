using CsCheck;
using Credence.Text;

namespace Credence.Tests.Text;

public class TokenizerTests
{
    private static readonly Vocabulary Words =
        VocabularyBuilder.Build([new("xxx", false), new("was", false), new("sto", true), new("nino", false), new("averyveryverylongword", false)]);

    private static readonly string[] Pieces =
    [
        "XXX", "xx", "x", "XXXX", "WAS", "was", "stopped", "16", "yo", "niño", "nin\u0303o", "averyveryverylongword", "Łódź", "東京", "😀",
        " ", "  ", ". ", "\n", "\n\n", "-", "/", "'", "’", "• ", "! ", "?", ";", ",", "\u00AD", "\u200B", "…",
        // Three blocks of 64: words and redactions cross their borders.
        new string('a', 61), new string('X', 66), new string('7', 130),
    ];

    private static readonly Gen<string> Text = From(Pieces).Array[0, 60].Select(string.Concat);

    [Fact]
    public void Cutting_block_by_block_finds_the_words_that_cutting_sign_by_sign_finds() =>
        Text.Where(text => !text.Contains('\u00AD') && !text.Contains('\u200B') && !text.Contains('\u0303')).Sample(text =>
        {
            var (tokens, plain) = (new Tokens(), new Tokens());
            new Tokenizer(Words).Read(text, tokens);
            plain.Clear(Words);
            PlainTokenizer.Cut(text, plain);

            Assert.Equal(plain.Starts.ToArray(), tokens.Starts.ToArray());
            Assert.Equal(plain.Ends.ToArray(), tokens.Ends.ToArray());
        }, iter: 20_000);

    [Fact]
    public void A_word_has_the_class_that_the_vocabulary_gives_it_seen_before_or_not() =>
        Text.Array[1, 4].Sample(texts =>
        {
            var tokens = new Tokens();
            foreach (var text in texts)
            {
                new Tokenizer(Words).Read(text, tokens);

                for (var word = 0; word < tokens.Count; word++)
                {
                    Assert.Equal(ClassOf(text[tokens.Starts[word]..tokens.Ends[word]]), tokens.Classes[word]);
                }
            }
        }, iter: 2000);

    [Fact]
    public void A_memo_forgets_the_words_of_another_vocabulary()
    {
        var tokens = new Tokens();
        new Tokenizer(Words).Read("was", tokens);
        new Tokenizer(VocabularyBuilder.Build([new("other", false)])).Read("was", tokens);

        Assert.Equal(0, tokens.Classes[0]);
    }

    [Fact]
    public void Sentences_end_where_the_text_between_two_words_says_so() =>
        Text.Sample(text =>
        {
            var tokens = new Tokens();
            new Tokenizer(Words).Read(text, tokens);
            var ends = new List<int>();
            for (var (word, first) = (1, 0); word < tokens.Count; word++)
            {
                if (SentenceEnd.IsBetween(text, tokens.Starts[word - 1], tokens.Ends[word - 1], tokens.Starts[word]))
                {
                    ends.Add(word);
                    first = word;
                }
            }

            Assert.Equal(tokens.Count == 0 ? [] : [.. ends, tokens.Count], tokens.Sentences.ToArray().Select(sentence => sentence.EndToken));
        }, iter: 5000);

    private static ushort ClassOf(string word) =>
        Words.ClassOf([.. (word.StartsWith("xxx", StringComparison.OrdinalIgnoreCase) ? "xxx" : word).Select(unit => Characters.Symbols[unit])]);

    private static Gen<string> From(string[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);
}
