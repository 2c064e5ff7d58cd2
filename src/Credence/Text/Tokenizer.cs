namespace Credence.Text;

/// <summary>Cuts a text into words and sentences, and looks each word up in a vocabulary, in one pass.</summary>
/// <remarks>
/// A word is a run of letters or a run of digits. A run of three or more X is a word of its own even when glued to
/// others, because that is how redaction leaves police prose (<c>XXXWAS STOPPED</c>). A run-on of more than
/// <see cref="LongestSentence"/> words is cut, so that reading stays linear whatever somebody wrote.
/// </remarks>
internal sealed class Tokenizer(Vocabulary vocabulary)
{
    internal const int LongestSentence = 400;

    internal void Read(ReadOnlySpan<char> text, Tokens into)
    {
        into.Clear();
        var last = default(Token);
        var gap = 0;
        for (var at = SkipGap(text, 0); at < text.Length; at = SkipGap(text, gap))
        {
            if (last.End > 0 && (into.OpenWords == LongestSentence || SentenceEnd.IsBetween(text, last, at)))
            {
                into.EndSentence();
            }

            last = StartsRedaction(text, at) ? ReadRedaction(text, at) : ReadWord(text, at);
            into.Add(last);
            gap = last.End;
        }

        into.EndSentence();
    }

    private static int SkipGap(ReadOnlySpan<char> text, int at)
    {
        var symbols = Characters.Symbols;
        while (at < text.Length && symbols[text[at]] is Characters.Separator or Characters.Ignorable)
        {
            at++;
        }

        return at;
    }

    private Token ReadWord(ReadOnlySpan<char> text, int start)
    {
        var symbols = Characters.Symbols;
        var next = vocabulary.Next;
        var digits = Characters.IsDigit(symbols[text[start]]);
        var state = Vocabulary.Start;
        var at = start;
        while (at < text.Length)
        {
            var symbol = symbols[text[at]];
            if (symbol == Characters.Separator
                || (Characters.IsDigit(symbol) != digits && symbol != Characters.Ignorable)
                || StartsRedaction(text, at))
            {
                break;
            }

            state = next[(state << Characters.SymbolBits) + symbol];
            at++;
        }

        return new Token(start, at, vocabulary.ClassOf(state));
    }

    /// <summary>A long redaction is the same word as a short one: xxx.</summary>
    private Token ReadRedaction(ReadOnlySpan<char> text, int start)
    {
        var end = start + 3;
        while (end < text.Length && text[end] is 'X' or 'x')
        {
            end++;
        }

        var state = Vocabulary.Start;
        for (var letter = 0; letter < 3; letter++)
        {
            state = vocabulary.Next[(state << Characters.SymbolBits) + Characters.Symbols['x']];
        }

        return new Token(start, end, vocabulary.ClassOf(state));
    }

    private static bool StartsRedaction(ReadOnlySpan<char> text, int at) =>
        text[at] is 'X' or 'x' && at + 2 < text.Length && text[at + 1] is 'X' or 'x' && text[at + 2] is 'X' or 'x';
}
