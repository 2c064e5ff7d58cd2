using System.Text.RegularExpressions;

namespace Credence.Text;

/// <summary>How plain a text is. Syllables are counted by rules, so that a value is right within some percent for running text.</summary>
public static partial class Readability
{
    private static readonly Dictionary<string, int> Irregular = new(StringComparer.Ordinal)
    {
        ["people"] = 2, ["business"] = 2, ["every"] = 2, ["something"] = 2, ["someone"] = 2, ["somewhere"] = 2, ["sometimes"] = 2, ["being"] = 2, ["seeing"] = 2,
        ["idea"] = 3, ["anyone"] = 3, ["created"] = 3, ["science"] = 2, ["quiet"] = 2, ["tongue"] = 1,
    };

    /// <summary>The grade of Flesch and Kincaid (Kincaid and others, 1975): 0.39 words a sentence + 11.8 syllables a word - 15.59.</summary>
    public static double FleschKincaid(string text)
    {
        var (sentences, words) = Cut(text);
        return 0.39 * words.Count / sentences + 11.8 * words.Sum(EnglishSyllables) / words.Count - 15.59;
    }

    /// <summary>The ease of Fernández Huerta (1959), as corrected by Law (2011): 206.84 - 60 syllables a word - 1.02 words a sentence.</summary>
    public static double FernandezHuerta(string text)
    {
        var (sentences, words) = Cut(text);
        return 206.84 - 60.0 * words.Sum(SpanishSyllables) / words.Count - 1.02 * words.Count / sentences;
    }

    /// <summary>Syllables of an English word, counted by rules.</summary>
    public static int EnglishSyllables(string word)
    {
        var small = word.ToLowerInvariant().Replace("’", "'", StringComparison.Ordinal).TrimEnd('\'');
        if (small.Any(char.IsAsciiDigit)) return 1;
        if (Irregular.TryGetValue(small, out var known)) return known;
        if (small.EndsWith("'s", StringComparison.Ordinal)) small = small[..^2];
        var count = EnglishVowels().Count(small);
        // A silent e at the end, as in "note", "notes" and "closed"; not in "table", "voices" or "added".
        if (SilentEnd().IsMatch(small)) count--;
        count += Hiatus().Count(small);
        return Math.Max(1, count);
    }

    /// <summary>Syllables of a Spanish word, counted by rules.</summary>
    public static int SpanishSyllables(string word)
    {
        var small = word.ToLowerInvariant();
        if (small.Any(char.IsAsciiDigit)) return 1;
        small = SilentU().Replace(small, "$1$2").Replace("h", "", StringComparison.Ordinal);
        if (small.EndsWith('y')) small = small[..^1] + "i";
        return Math.Max(1, SpanishNuclei().Matches(small).Sum(group => 1 + Enumerable.Range(1, group.Length - 1).Count(at => IsCut(group.Value[at - 1], group.Value[at]))));
    }

    // Two strong vowels, or a weak one with an accent beside another vowel, are two syllables.
    private static bool IsCut(char before, char after) => "íú".Contains(before) || "íú".Contains(after) || ("aeoáéó".Contains(before) && "aeoáéó".Contains(after));

    private static (int Sentences, IReadOnlyList<string> Words) Cut(string text) =>
        (Math.Max(1, SentenceEnds().Count(text)), [.. WordsOf().Matches(text).Select(word => word.Value)]);

    [GeneratedRegex(@"[.!?]+(?=\s|$|[""”])")]
    private static partial Regex SentenceEnds();

    [GeneratedRegex(@"[\p{L}\p{Nd}]+(?:[’'-][\p{L}\p{Nd}]+)*")]
    private static partial Regex WordsOf();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex EnglishVowels();

    [GeneratedRegex("[aeiouy].*(?:[^aeiouyl]e|[aeiouy]le|[^cgszxaeiouyl]es|[^aeiouytd]ed)$")]
    private static partial Regex SilentEnd();

    // As in "idea" and "lion", not in "million" or "reptilian".
    [GeneratedRegex("(?<![cgst]|[a-z]l)i[ao]")]
    private static partial Regex Hiatus();

    [GeneratedRegex("([gq])u([eiéí])")]
    private static partial Regex SilentU();

    [GeneratedRegex("[aeiouáéíóúü]+")]
    private static partial Regex SpanishNuclei();
}
