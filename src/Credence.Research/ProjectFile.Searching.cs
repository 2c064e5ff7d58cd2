using Credence.Interviews;

namespace Credence.Research;

/// <summary>A place where words that were looked for stand.</summary>
/// <param name="Transcript">The interview, without its text.</param>
/// <param name="Span">Where they stand in it.</param>
/// <param name="Sentence">The number of the sentence.</param>
/// <param name="Quoted">That sentence, or the sentences that they stand in.</param>
/// <param name="Marked">Where they stand in these.</param>
public sealed record FoundPlace(Transcript Transcript, TextSpan Span, int Sentence, string Quoted, TextSpan Marked)
{
    /// <summary>The interview's number and the sentence only.</summary>
    public override string ToString() => $"FoundPlace({Transcript.Number}, {Sentence})";
}

/// <summary>Searching.</summary>
public sealed partial class ProjectFile
{
    /// <summary>Places where the words stand, without regard to case, in the order in which the interviews came; no more than so many. Nothing goes beyond a paragraph.</summary>
    public IReadOnlyList<FoundPlace> Search(string words, int most) => words.Length == 0 ? [] : Look(connection =>
    {
        var transcripts = connection.Read("SELECT id, number, name, '', role, site FROM transcript", Transcript).ToDictionary(one => one.Id);
        return WordIndex.Candidates(connection, words)
            .SelectMany(one => InterviewSearch.Find(one.Words, words).Select(span => Place(transcripts[one.Transcript], one.First, one.Sentence, one.Words, span))).Take(most).ToList();
    });

    private static FoundPlace Place(Transcript transcript, int first, int sentence, string words, TextSpan span)
    {
        var quoted = InterviewSearch.SentenceOf(words, span, out var before);
        return new FoundPlace(
            transcript, new TextSpan(first + span.Start, first + span.End), sentence + before, quoted.Of(words), new TextSpan(span.Start - quoted.Start, span.End - quoted.Start));
    }
}
