using Credence.Text;

namespace Credence.Wording;

/// <summary>A quotation in a text: [Start, End) between its marks, and how many words stand there.</summary>
internal readonly record struct Quotation(int Start, int End, int WordCount)
{
    /// <summary>Up to two words in marks are the writer's choice; more of them are what somebody said.</summary>
    internal bool IsShort => WordCount <= 2;

    internal bool Holds(int position) => Start <= position && position < End;
}

/// <summary>Finds the quotations of a text as people type them: straight, curly, doubled or single marks, also unclosed ones.</summary>
/// <remarks>
/// Marks are read in favor of whoever is quoted: where a quotation is not closed, all that follows up to the end of its
/// paragraph counts as quoted, because a person's own words must never be flagged.
/// </remarks>
internal static class Quotations
{
    internal static List<Quotation> In(string text, Tokens tokens)
    {
        var found = new List<Quotation>();
        var (open, mark) = (-1, '\0');
        for (var at = 0; at < text.Length; at++)
        {
            if (open >= 0 && OpensAnew(text, at, mark))
            {
                found.Add(Of(open, at, tokens));
                open = at + Width(text, at);
                at = open - 1;
            }
            else if (open >= 0 && (Closes(text, at, mark) || EndsParagraph(text, at)))
            {
                found.Add(Of(open, at, tokens));
                at += EndsParagraph(text, at) ? 0 : Width(text, at) - 1;
                open = -1;
            }
            else if (open < 0 && Opens(text, at))
            {
                mark = MarkAt(text, at);
                open = at + Width(text, at);
                at = open - 1;
            }
        }

        if (open >= 0)
        {
            found.Add(Of(open, text.Length, tokens));
        }

        return found;
    }

    private static Quotation Of(int start, int end, Tokens tokens)
    {
        var words = 0;
        foreach (var word in tokens.Starts)
        {
            words += start <= word && word < end ? 1 : 0;
        }

        return new Quotation(start, end, words);
    }

    /// <summary>The mark that closes what this one opens; '\0' if it is no mark.</summary>
    private static char MarkAt(string text, int at) => text[at] switch
    {
        '"' or '“' or '”' or '„' or '«' or '»' => '"',
        '\'' or '‘' or '’' or '`' => IsDoubled(text, at) ? '"' : '\'',
        _ => '\0',
    };

    private static int Width(string text, int at) => text[at] is '\'' or '’' or '‘' or '`' && IsDoubled(text, at) ? 2 : 1;

    // Some records systems turn " into two apostrophes.
    private static bool IsDoubled(string text, int at) => at + 1 < text.Length && text[at] == text[at + 1];

    private static bool Opens(string text, int at)
    {
        var (before, after) = (At(text, at - 1), At(text, at + Width(text, at)));
        return MarkAt(text, at) switch
        {
            // 5'10" is a height.
            '"' => text[at] is not ('”' or '»') && !char.IsAsciiDigit(before),
            '\'' => text[at] is not '’' && !char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after) && HasEnd(text, at),
            _ => false,
        };
    }

    private static bool Closes(string text, int at, char mark) =>
        MarkAt(text, at) == mark && text[at] is not ('“' or '„' or '«' or '‘')
        && (mark == '"' || IsSingleEnd(text, at));

    // An apostrophe inside a word ends nothing.
    private static bool IsSingleEnd(string text, int at) =>
        !char.IsWhiteSpace(At(text, at - 1)) && !char.IsLetterOrDigit(At(text, at + 1));

    // ' may be the apostrophe of 'EM: it opens only what the same paragraph closes.
    private static bool HasEnd(string text, int at)
    {
        for (var end = at + 1; end < text.Length && !EndsParagraph(text, end) && text[end] != '"'; end++)
        {
            if (text[end] is '\'' or '’' && !IsDoubled(text, end) && IsSingleEnd(text, end))
            {
                return true;
            }
        }

        return false;
    }

    // A mark that can only open, while another is open, shows that somebody forgot to close: both are quoted.
    private static bool OpensAnew(string text, int at, char mark) =>
        mark == '"' && MarkAt(text, at) == '"' && (text[at] is '“' or '«' or '„'
            || (text[at] is not ('”' or '»') && char.IsWhiteSpace(At(text, at - 1)) && char.IsLetterOrDigit(At(text, at + Width(text, at)))));

    private static bool EndsParagraph(string text, int at) =>
        text[at] == '\n' && text.AsSpan(at + 1).TrimStart(" \t\r") is ['\n', ..];

    private static char At(string text, int at) => at >= 0 && at < text.Length ? text[at] : ' ';
}
