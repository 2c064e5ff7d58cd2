namespace Credence.Text;

/// <summary>
/// Cuts a text into words as <see cref="Tokenizer"/> does, one code unit after the other: for texts with combining marks,
/// and to compare with.
/// </summary>
internal static class PlainTokenizer
{
    /// <summary>Writes down where words begin and end.</summary>
    internal static void Cut(ReadOnlySpan<char> text, Tokens into)
    {
        for (var at = SkipGap(text, 0); at < text.Length; into.Count++)
        {
            var (starts, ends) = into.Room(into.Count + 1);
            starts[into.Count] = at;
            at = ends[into.Count] = StartsRedaction(text, at) ? EndOfRedaction(text, at) : EndOfWord(text, at);
            at = SkipGap(text, at);
        }
    }

    private static int SkipGap(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Characters.Symbols[text[at]] is Characters.Separator or Characters.Ignorable)
        {
            at++;
        }

        return at;
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        var digits = Characters.IsDigit(Characters.Symbols[text[start]]);
        var at = start + 1;
        while (at < text.Length && Characters.Symbols[text[at]] is not Characters.Separator and var symbol
            && (Characters.IsDigit(symbol) == digits || symbol == Characters.Ignorable) && !StartsRedaction(text, at))
        {
            at++;
        }

        return at;
    }

    private static int EndOfRedaction(ReadOnlySpan<char> text, int start)
    {
        var end = start + 3;
        while (end < text.Length && text[end] is 'X' or 'x')
        {
            end++;
        }

        return end;
    }

    private static bool StartsRedaction(ReadOnlySpan<char> text, int at) =>
        text[at] is 'X' or 'x' && at + 2 < text.Length && text[at + 1] is 'X' or 'x' && text[at + 2] is 'X' or 'x';
}
