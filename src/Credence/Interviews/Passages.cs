using Credence.Text;

namespace Credence.Interviews;

/// <summary>What a transcript is cut into, to choose from and to count.</summary>
public enum PassageKind
{
    /// <summary>A sentence; none goes beyond its paragraph.</summary>
    Sentence,

    /// <summary>A paragraph: a line that is not empty, as one turn of speech stands in most transcripts.</summary>
    Paragraph,
}

/// <summary>A sentence with its number and that of its paragraph, both from 1.</summary>
/// <param name="Number">The number of the sentence.</param>
/// <param name="Paragraph">The number of its paragraph.</param>
/// <param name="Span">Where it stands.</param>
public readonly record struct Passage(int Number, int Paragraph, TextSpan Span);

/// <summary>Cuts transcripts into paragraphs and sentences; the same text is always cut alike.</summary>
public static class Passages
{
    private const string Closing = "\"'”’»)]…";

    /// <summary>The paragraphs of a text.</summary>
    public static IEnumerable<TextSpan> Paragraphs(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var line = text.AsSpan(start).IndexOfAny('\n', '\r');
            var end = line < 0 ? text.Length : start + line;
            if (Trimmed(text, start, end) is { Length: > 0 } paragraph) { yield return paragraph; }

            start = end + 1;
        }
    }

    /// <summary>The sentences of a text.</summary>
    public static IReadOnlyList<Passage> Of(string text)
    {
        var (found, paragraphs) = (new List<Passage>(), 0);
        foreach (var paragraph in Paragraphs(text))
        {
            paragraphs++;
            foreach (var sentence in Sentences(text, paragraph)) { found.Add(new Passage(found.Count + 1, paragraphs, sentence)); }
        }

        return found;
    }

    /// <summary>The stretches of one kind.</summary>
    public static IReadOnlyList<TextSpan> Of(string text, PassageKind kind) =>
        kind == PassageKind.Paragraph ? [.. Paragraphs(text)] : [.. Of(text).Select(passage => passage.Span)];

    private static IEnumerable<TextSpan> Sentences(string text, TextSpan paragraph)
    {
        var (begun, word, wordEnd) = (paragraph.Start, -1, -1);
        for (var at = paragraph.Start; at < paragraph.End;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            if (word >= 0 && SentenceEnd.IsBetween(text, word, wordEnd, at) && !IsPause(text, wordEnd, at))
            {
                var cut = CutAfter(text, wordEnd, at);
                yield return Trimmed(text, begun, cut);
                begun = Trimmed(text, cut, paragraph.End).Start;
            }

            word = at;
            while (at < paragraph.End && char.IsLetterOrDigit(text[at])) { at++; }

            wordEnd = at;
        }

        if (Trimmed(text, begun, paragraph.End) is { Length: > 0 } last) { yield return last; }
    }

    // Somebody who stops to think and goes on: "Well ... about three years".
    private static bool IsPause(string text, int wordEnd, int next) =>
        char.IsLower(text[next]) && text.AsSpan(wordEnd, next - wordEnd) is var between && (between.IndexOf("..") >= 0 || between.Contains('…')) && between.IndexOfAny('!', '?') < 0;

    // Behind the stop and what closes with it; a quotation that opens belongs to the next sentence.
    private static int CutAfter(string text, int wordEnd, int next)
    {
        var stop = text.AsSpan(wordEnd, next - wordEnd).IndexOfAny(".!?;•");
        var cut = stop < 0 ? next : wordEnd + stop + 1;
        while (cut < next && (Closing.Contains(text[cut], StringComparison.Ordinal) || text[cut] is '.' or '!' or '?')) { cut++; }

        return cut;
    }

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) { start++; }

        while (end > start && char.IsWhiteSpace(text[end - 1])) { end--; }

        return new TextSpan(start, end);
    }
}
