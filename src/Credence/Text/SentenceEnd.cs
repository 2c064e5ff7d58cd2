using System.Collections.Frozen;

namespace Credence.Text;

/// <summary>Where a sentence ends in police prose: full stops after abbreviations do not end one.</summary>
internal static class SentenceEnd
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = new[]
    {
        "mr", "mrs", "ms", "dr", "sr", "sra", "srta", "jr", "det", "dets", "sgt", "lt", "ofc", "ofcr", "capt", "cpl",
        "ptl", "insp", "approx", "vs", "apt", "dept", "lic", "reg", "tel", "ext", "inc",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Domains =
        new[] { "com", "net", "org", "gov", "edu" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True if a sentence ends between the word at [start, end) and the word that begins at <paramref name="next"/>.</summary>
    internal static bool IsBetween(ReadOnlySpan<char> text, int start, int end, int next)
    {
        var between = text[end..next];
        if (between.Length == 0 || (between.Length == 1 && between[0] is ' ' or '-' or '/' or '\'' or '’'))
        {
            return false;
        }

        var (lines, stops) = (0, 0);
        foreach (var unit in between)
        {
            if (unit is '!' or '?' or ';' or '•')
            {
                return true;
            }

            lines += unit == '\n' ? 1 : 0;
            stops += unit == '.' ? 1 : 0;
        }

        return lines > 1 || (stops > 0 && (between.Length > 1
            ? !IsAbbreviation(text[start..end])
            : IsGluedStop(text, start, end, next)));
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> word) =>
        word.Length == 1 ? char.IsLetter(word[0]) : Abbreviations.Contains(word);

    /// <summary>"…STOPPED.THE OPERATOR…" ends a sentence; "3.5", "U.S.", "example.com" do not.</summary>
    private static bool IsGluedStop(ReadOnlySpan<char> text, int start, int end, int next)
    {
        var endOfNext = next;
        while (endOfNext < text.Length && char.IsLetter(text[endOfNext]))
        {
            endOfNext++;
        }

        return end - start >= 3 && endOfNext - next >= 2
            && char.IsLetter(text[start]) && !Domains.Contains(text[next..endOfNext]);
    }
}
