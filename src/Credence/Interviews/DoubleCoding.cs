namespace Credence.Interviews;

/// <summary>The transcripts that two coders have both done, and what each marked in them without seeing the other's.</summary>
internal sealed class DoubleCoding
{
    private readonly IReadOnlyList<(Transcript Transcript, IReadOnlyList<TextSpan> Passages, IReadOnlyList<TextSpan> Paragraphs)> _read;
    private readonly ILookup<(TranscriptId, CoderId), Coding> _codings;
    private readonly CoderId _one;
    private readonly CoderId _other;

    public DoubleCoding(InterviewProject project, CoderId one, CoderId other, PassageKind kind)
    {
        (_one, _other) = (one, other);
        var blinding = new Blinding(project.Assignments);
        var both = project.Transcripts.Where(transcript => Done(one, transcript) && Done(other, transcript) && blinding.WasOpened(transcript.Id));
        _read = [.. both.Select(transcript => (transcript, Passages.Of(transcript.Text, kind), (IReadOnlyList<TextSpan>)[.. Interviews.Passages.Paragraphs(transcript.Text)]))];
        _codings = blinding.Independent(project.Codings).ToLookup(coding => (coding.Transcript, coding.Coder));

        bool Done(CoderId coder, Transcript transcript) => blinding.Of(transcript.Id).Any(assignment => assignment.Coder == coder && assignment is { IsDone: true, HasSeen: false });
    }

    public int Transcripts => _read.Count;

    public int PassageCount => _read.Sum(read => read.Passages.Count);

    /// <summary>Whether intervals draw whole transcripts; with fewer they draw paragraphs.</summary>
    public bool DrawsTranscripts => _read.Count >= AgreementReport.EnoughTranscripts;

    /// <summary>Codes that either used.</summary>
    public IEnumerable<CodeId> Used => _read.SelectMany(read => Both(read.Transcript)).Select(coding => coding.Code).Distinct();

    /// <summary>What each marked with any of these codes, transcript by transcript.</summary>
    public IReadOnlyList<CodedText> TextsOf(IReadOnlySet<CodeId> codes) =>
        [.. _read.Select(read => CodedText.Of(read.Transcript.Text.Length, Spans(read.Transcript, _one, codes), Spans(read.Transcript, _other, codes)))];

    /// <summary>Passages by who marked anything in them.</summary>
    public (int Both, int OneOnly, int OtherOnly, int Neither) TableOf(IReadOnlyList<CodedText> texts)
    {
        var (both, one, other, all) = (0, 0, 0, 0);
        foreach (var (read, text) in _read.Zip(texts))
        {
            var (first, second) = (Touched(read.Passages, text.One), Touched(read.Passages, text.Other));
            var common = first.Count(second.Contains);
            (both, one, other, all) = (both + common, one + first.Count - common, other + second.Count - common, all + read.Passages.Count);
        }

        return (both, one, other, all - both - one - other);
    }

    /// <summary>Marked characters by block; what stands between paragraphs is nobody's.</summary>
    public IReadOnlyList<MarkedLengths> BlocksOf(IReadOnlyList<CodedText> texts) =>
        [.. _read.Zip(texts).SelectMany(pair => DrawsTranscripts ? [Whole(pair.First.Paragraphs, pair.Second)] : pair.First.Paragraphs.Select(pair.Second.Within))];

    private static MarkedLengths Whole(IReadOnlyList<TextSpan> paragraphs, CodedText text)
    {
        var marked = paragraphs.Where(paragraph => text.One.Concat(text.Other).Any(paragraph.Overlaps)).ToList();
        var lengths = marked.Aggregate(default(MarkedLengths), (sum, paragraph) => sum + text.Within(paragraph));
        return lengths with { Neither = lengths.Neither + paragraphs.Sum(paragraph => (long)paragraph.Length) - marked.Sum(paragraph => (long)paragraph.Length) };
    }

    private IEnumerable<Coding> Both(Transcript transcript) => _codings[(transcript.Id, _one)].Concat(_codings[(transcript.Id, _other)]);

    private IEnumerable<TextSpan> Spans(Transcript transcript, CoderId coder, IReadOnlySet<CodeId> codes) =>
        _codings[(transcript.Id, coder)].Where(coding => codes.Contains(coding.Code)).Select(coding => coding.Span);

    // Both lists are in order, so one pass finds the passages that have a marked character.
    private static HashSet<int> Touched(IReadOnlyList<TextSpan> passages, IReadOnlyList<TextSpan> spans)
    {
        var (touched, from) = (new HashSet<int>(), 0);
        foreach (var span in spans)
        {
            while (from < passages.Count && passages[from].End <= span.Start) { from++; }

            for (var i = from; i < passages.Count && passages[i].Start < span.End; i++) { touched.Add(i); }
        }

        return touched;
    }
}
