namespace Credence.Interviews;

/// <summary>What two coders marked with one code in one transcript.</summary>
/// <param name="Length">The length of the transcript.</param>
/// <param name="One">The stretches of the one, in order; none overlaps the next.</param>
/// <param name="Other">Those of the other.</param>
public sealed record CodedText(int Length, IReadOnlyList<TextSpan> One, IReadOnlyList<TextSpan> Other)
{
    /// <summary>From stretches as they were marked: what one coder marked twice counts once.</summary>
    public static CodedText Of(int length, IEnumerable<TextSpan> one, IEnumerable<TextSpan> other) => new(length, United(one), United(other));

    /// <summary>Stretches in order, those that overlap made one; those that only touch stay two.</summary>
    public static IReadOnlyList<TextSpan> United(IEnumerable<TextSpan> spans)
    {
        var united = new List<TextSpan>();
        foreach (var span in spans.Where(span => span.Length > 0).OrderBy(span => span.Start).ThenByDescending(span => span.End))
        {
            if (united.Count > 0 && united[^1].End > span.Start) { united[^1] = united[^1] with { End = Math.Max(united[^1].End, span.End) }; }
            else { united.Add(span); }
        }

        return united;
    }

    /// <summary>How many characters within a stretch both marked, only the one, only the other, and neither.</summary>
    public MarkedLengths Within(TextSpan stretch)
    {
        var (one, other, both) = (Covered(One, stretch), Covered(Other, stretch), 0L);
        foreach (var (mine, theirs) in Meetings()) { both += Common(new TextSpan(Math.Max(mine.Start, theirs.Start), Math.Min(mine.End, theirs.End)), stretch); }

        return new MarkedLengths(both, one - both, other - both, stretch.Length - one - other + both);
    }

    /// <summary>Every pair of stretches of both that overlap.</summary>
    public IEnumerable<(TextSpan One, TextSpan Other)> Meetings()
    {
        for (var (i, j) = (0, 0); i < One.Count && j < Other.Count;)
        {
            if (One[i].Overlaps(Other[j])) { yield return (One[i], Other[j]); }

            if (One[i].End <= Other[j].End) { i++; }
            else { j++; }
        }
    }

    private static long Covered(IReadOnlyList<TextSpan> spans, TextSpan stretch) => spans.Sum(span => Common(span, stretch));

    private static long Common(TextSpan span, TextSpan stretch) => Math.Max(0L, Math.Min(span.End, stretch.End) - Math.Max(span.Start, stretch.Start));
}

/// <summary>Characters by who marked them.</summary>
/// <param name="Both">Marked by both.</param>
/// <param name="OneOnly">By the one only.</param>
/// <param name="OtherOnly">By the other only.</param>
/// <param name="Neither">By neither.</param>
public readonly record struct MarkedLengths(long Both, long OneOnly, long OtherOnly, long Neither)
{
    /// <summary>
    /// Krippendorff's alpha of the characters, each marked or not: his binary alpha, which asks where coders find something and not in how many
    /// pieces (Krippendorff 1995, Sociological Methodology 25:47-76, p. 61; the |uα of Krippendorff, Mathet, Bouvry and Widlöcher 2016, Quality &amp;
    /// Quantity 50:2347-2364, measures the same by lengths). NaN where nobody marks anything, or both mark all.
    /// </summary>
    public double Alpha
    {
        get
        {
            double marked = (2 * Both) + OneOnly + OtherOnly, unmarked = (2 * Neither) + OneOnly + OtherOnly;
            return marked == 0 || unmarked == 0 ? double.NaN : 1 - ((marked + unmarked - 1) * (OneOnly + OtherOnly) / (marked * unmarked));
        }
    }

    /// <summary>Both together.</summary>
    public static MarkedLengths operator +(MarkedLengths left, MarkedLengths right) => new(
        left.Both + right.Both, left.OneOnly + right.OneOnly, left.OtherOnly + right.OtherOnly, left.Neither + right.Neither);

    /// <summary>So many times the same.</summary>
    public static MarkedLengths operator *(MarkedLengths lengths, int times) => new(
        lengths.Both * times, lengths.OneOnly * times, lengths.OtherOnly * times, lengths.Neither * times);
}
