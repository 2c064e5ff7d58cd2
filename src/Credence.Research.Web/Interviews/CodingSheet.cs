using Credence.Interviews;

namespace Credence.Research.Web.Interviews;

/// <summary>One part of an interview with what is coded in it: as much as a page holds.</summary>
/// <param name="Part">Which, from 1.</param>
/// <param name="Parts">Of how many.</param>
/// <param name="Passages">Its sentences.</param>
/// <param name="Codings">What is coded in it and may be seen.</param>
public sealed record CodingSheet(int Part, int Parts, IReadOnlyList<Passage> Passages, IReadOnlyList<Coding> Codings)
{
    private const int OnPart = 60;

    public static CodingSheet Of(Transcript transcript, int part, IEnumerable<Coding> codings)
    {
        var all = Credence.Interviews.Passages.Of(transcript.Text);
        var parts = Math.Max(1, (all.Count + OnPart - 1) / OnPart);
        var shown = Math.Clamp(part, 1, parts);
        List<Passage> passages = [.. all.Skip((shown - 1) * OnPart).Take(OnPart)];
        return new CodingSheet(shown, parts, passages, [.. codings.Where(coding => passages.Exists(passage => passage.Span.Overlaps(coding.Span)))]);
    }

    /// <summary>What is coded from a sentence on; a longer coding is named where it begins on this part.</summary>
    public IEnumerable<Coding> At(Passage passage) => Codings.Where(coding => passage == Passages.First(one => one.Span.Overlaps(coding.Span)));

    public bool IsCoded(Passage passage) => Codings.Any(coding => coding.Span.Overlaps(passage.Span));

    public static int SentenceAt(Transcript transcript, TextSpan span) => Credence.Interviews.Passages.Of(transcript.Text).FirstOrDefault(passage => passage.Span.Overlaps(span)).Number;

    public static int PartOf(Transcript transcript, TextSpan span) => PartOf(SentenceAt(transcript, span));

    public static int PartOf(int sentence) => ((Math.Max(1, sentence) - 1) / OnPart) + 1;
}
