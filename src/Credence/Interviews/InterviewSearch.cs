namespace Credence.Interviews;

/// <summary>Finds words in transcripts.</summary>
public static class InterviewSearch
{
    /// <summary>Every place where the words stand, without regard to case, and no more than so many.</summary>
    public static IEnumerable<(Transcript Transcript, TextSpan Span)> Find(IEnumerable<Transcript> transcripts, string words, int most) =>
        words.Length == 0 ? [] : transcripts.SelectMany(transcript => Find(transcript, words)).Take(most);

    /// <summary>The sentence round a place.</summary>
    public static TextSpan SentenceOf(Transcript transcript, TextSpan span)
    {
        var sentences = Passages.Of(transcript.Text).Where(passage => passage.Span.Overlaps(span)).ToList();
        return sentences.Count == 0 ? span : new TextSpan(Math.Min(span.Start, sentences[0].Span.Start), Math.Max(span.End, sentences[^1].Span.End));
    }

    private static IEnumerable<(Transcript, TextSpan)> Find(Transcript transcript, string words)
    {
        for (var at = 0; (at = transcript.Text.IndexOf(words, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += words.Length)
        {
            yield return (transcript, new TextSpan(at, at + words.Length));
        }
    }
}
