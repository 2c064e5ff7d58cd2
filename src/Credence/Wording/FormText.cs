using System.Text.RegularExpressions;

namespace Credence.Wording;

/// <summary>Tells the words of a form from those of the officer: a heading with its answer, a box to tick.</summary>
internal static partial class FormText
{
    private const int LongestHeading = 60;

    /// <summary>True if the words at [start, end) belong to a form.</summary>
    internal static bool Holds(string text, int start, int end)
    {
        var line = text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1;
        var until = text.IndexOf('\n', end);
        var (before, after) = (text[line..start], text[end..(until < 0 ? text.Length : until)]);
        return Box().IsMatch(before) || (before.Length <= LongestHeading && Answer().IsMatch(after));
    }

    // [ ] [x] ( ) ☐ ☑ ☒ and at most a few words of the heading before the words.
    [GeneratedRegex(@"(?:\[\s?[xX]?\s?\]|\(\s?[xX]?\s?\)|[☐☑☒□■])[ \w/-]{0,24}$", RegexOptions.CultureInvariant)]
    private static partial Regex Box();

    [GeneratedRegex(@"^[ \w/]{0,24}(?:\([^)\n]{0,20}\))?\s*:\s*(?:y|n|yes|no|unk|unknown|n/?a|none|x|si|sí|\d{1,4})?\s*[.;]?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Answer();
}
