namespace Credence.Interviews;

/// <summary>Finds words in what was said.</summary>
public static class InterviewSearch
{
    /// <summary>Every place where the words stand, without regard to case.</summary>
    public static IEnumerable<TextSpan> Find(string text, string words)
    {
        for (var at = 0; words.Length > 0 && (at = text.IndexOf(words, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += words.Length)
        {
            yield return new TextSpan(at, at + words.Length);
        }
    }

    /// <summary>The sentence round a place, or the sentences, if it stands in several.</summary>
    /// <param name="text">A transcript or a paragraph of one.</param>
    /// <param name="span">The place.</param>
    /// <param name="before">How many sentences stand before the first of these.</param>
    public static TextSpan SentenceOf(string text, TextSpan span, out int before)
    {
        var sentences = Passages.Of(text).Where(passage => passage.Span.Overlaps(span)).ToList();
        before = sentences.Count == 0 ? 0 : sentences[0].Number - 1;
        return sentences.Count == 0 ? span : new TextSpan(Math.Min(span.Start, sentences[0].Span.Start), Math.Max(span.End, sentences[^1].Span.End));
    }
}
