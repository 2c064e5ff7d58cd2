using System.Numerics;
using Credence.Packs;
using Credence.Text;

namespace Credence.Screening;

/// <summary>Tells the language of a narrative by its function words, so that what no pack covers is not called "none found".</summary>
internal sealed class Languages
{
    private const int LeastForeign = 4;
    private const int LeastQuoted = 3;

    private readonly string[] _covered;
    private readonly int _languages;
    private readonly uint[] _languagesOfClass;

    /// <param name="covered">Code and function words of the languages that packs cover, the default first.</param>
    /// <param name="others">Code and function words of other languages that agencies meet.</param>
    /// <param name="vocabulary">Has every word of <see cref="WordsOf"/>.</param>
    internal Languages(
        IReadOnlyList<(string Code, string Words)> covered, IReadOnlyList<(string Code, string Words)> others, Vocabulary vocabulary)
    {
        _covered = [.. covered.Select(language => language.Code)];
        // A bit for each language: more than 32 are not told apart.
        var all = covered.Concat(others.Where(other => !_covered.Contains(other.Code))).Take(32).ToArray();
        _languages = all.Length;
        _languagesOfClass = new uint[vocabulary.Classes];
        for (var language = 0; language < all.Length; language++)
        {
            foreach (var wordClass in WordsOf(all[language].Words).SelectMany(vocabulary.ClassesOf))
            {
                _languagesOfClass[wordClass] |= 1u << language;
            }
        }
    }

    internal static IEnumerable<WordForm> WordsOf(string functionWords) =>
        PatternCursor.Split(functionWords).Select(word => new WordForm(word, false));

    /// <summary>The other languages of a languages pack.</summary>
    internal static IEnumerable<(string Code, string Words)> Others(Pack pack) =>
        pack.Documents.SelectMany(document => document.Items("languages"))
            .Select(item => (item.Required("code"), item.Required("function-words")));

    /// <summary>
    /// The covered languages a text is written in, as bits in their order; 0 if it is in none of them. Without a single
    /// function word nothing is sure: then the first language that finds something is taken.
    /// </summary>
    internal (uint Languages, bool IsSure) Of(Tokens tokens)
    {
        Span<int> hits = stackalloc int[_languages];
        hits.Clear();
        if (IsForeignScript(tokens, hits))
        {
            return (0, true);
        }

        var covered = hits[.._covered.Length];
        var best = Max(covered);
        var foreign = Max(hits[_covered.Length..]);
        if (foreign >= LeastForeign && foreign > 1.5 * best)
        {
            return (0, true);
        }

        return best == 0 ? ((1u << _covered.Length) - 1, false) : (Near(covered, best), true);
    }

    /// <summary>A report in one language that quotes another is read in both.</summary>
    private static uint Near(ReadOnlySpan<int> covered, int best)
    {
        var languages = 0u;
        for (var language = 0; language < covered.Length; language++)
        {
            if (covered[language] >= Math.Max(Math.Min(best, LeastQuoted), 0.25 * best))
            {
                languages |= 1u << language;
            }
        }

        return languages;
    }

    /// <summary>Counts function words; true if most words are of another script.</summary>
    private bool IsForeignScript(Tokens tokens, Span<int> hits)
    {
        var foreign = 0;
        var words = tokens.Classes;
        var starts = tokens.Starts;
        var symbols = tokens.Folded.Symbols;
        for (var word = 0; word < words.Length; word++)
        {
            for (var left = _languagesOfClass[words[word]]; left != 0; left &= left - 1)
            {
                hits[BitOperations.TrailingZeroCount(left)]++;
            }

            foreign += symbols[starts[word]] == Characters.OtherLetter ? 1 : 0;
        }

        return foreign > words.Length / 2;
    }

    private static int Max(ReadOnlySpan<int> hits)
    {
        var max = 0;
        foreach (var hit in hits)
        {
            max = Math.Max(max, hit);
        }

        return max;
    }
}
