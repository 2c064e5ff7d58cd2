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

    /// <summary>True if a sentence ends between the last word and the word that begins at <paramref name="next"/>.</summary>
    internal static bool IsBetween(ReadOnlySpan<char> text, Token last, int next)
    {
        var between = text[last.End..next];
        if (between.Length == 0 || (between.Length == 1 && between[0] is ' ' or '-' or '/' or '\'' or '’'))
        {
            return false;
        }

        if (between.ContainsAny("!?;•") || between.Count('\n') > 1)
        {
            return true;
        }

        return between.Contains('.') && (between.Length > 1
            ? !IsAbbreviation(text[last.Start..last.End])
            : IsGluedStop(text, last, next));
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> word) =>
        word.Length == 1 ? char.IsLetter(word[0]) : Abbreviations.Contains(word);

    /// <summary>"…STOPPED.THE OPERATOR…" ends a sentence; "3.5", "U.S.", "example.com" do not.</summary>
    private static bool IsGluedStop(ReadOnlySpan<char> text, Token last, int next)
    {
        var end = next;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return last.End - last.Start >= 3 && end - next >= 2
            && char.IsLetter(text[last.Start]) && !Domains.Contains(text[next..end]);
    }
}
