using System.Text;

namespace Credence.Interviews.Deidentification;

/// <summary>A text in which words were replaced, and where everything went.</summary>
public sealed class Replacement
{
    private readonly List<(TextSpan From, int Length)> _edits;

    private Replacement(string text, List<(TextSpan, int)> edits) => (Text, _edits) = (text, edits);

    /// <summary>The text as it is now.</summary>
    public string Text { get; }

    /// <summary>How many places were replaced.</summary>
    public int Places => _edits.Count;

    /// <summary>Replaces words wherever they stand whole and are written alike.</summary>
    public static Replacement Of(string text, string written, string pseudonym)
    {
        var (made, edits, copied) = (new StringBuilder(), new List<(TextSpan, int)>(), 0);
        foreach (var span in PlacesOf(text, written))
        {
            made.Append(text, copied, span.Start - copied).Append(pseudonym);
            edits.Add((span, pseudonym.Length));
            copied = span.End;
        }

        return new Replacement(made.Append(text, copied, text.Length - copied).ToString(), edits);
    }

    /// <summary>Where words stand whole: with no letter or digit of another word against them.</summary>
    public static IEnumerable<TextSpan> PlacesOf(string text, string written, StringComparison comparison = StringComparison.Ordinal)
    {
        if (written.Length == 0) { yield break; }

        for (var at = 0; (at = text.IndexOf(written, at, comparison)) >= 0;)
        {
            var span = new TextSpan(at, at + written.Length);
            if (IsWhole(text, span))
            {
                yield return span;
                at = span.End;
            }
            else { at++; }
        }
    }

    /// <summary>Where a stretch is now; one that ended within replaced words holds all of what stands there.</summary>
    public TextSpan Moved(TextSpan span) => new(Moved(span.Start, isEnd: false), Moved(span.End, isEnd: true));

    private int Moved(int at, bool isEnd)
    {
        var shift = 0;
        foreach (var (from, length) in _edits)
        {
            if (at <= from.Start) { break; }

            if (at < from.End) { return from.Start + shift + (isEnd ? length : 0); }

            shift += length - from.Length;
        }

        return at + shift;
    }

    private static bool IsWhole(string text, TextSpan span) =>
        !(span.Start > 0 && char.IsLetterOrDigit(text[span.Start - 1]) && char.IsLetterOrDigit(text[span.Start]))
        && !(span.End < text.Length && char.IsLetterOrDigit(text[span.End]) && char.IsLetterOrDigit(text[span.End - 1]));
}
