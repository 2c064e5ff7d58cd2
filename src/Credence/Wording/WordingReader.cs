using Credence.Screening;
using Credence.Text;

namespace Credence.Wording;

/// <summary>Finds the words of one language that judge; immutable, for many threads.</summary>
/// <param name="entries">Rules of the language.</param>
/// <param name="vocabulary">Has every word of them; the tokens to search are of this vocabulary.</param>
internal sealed class WordingReader(IReadOnlyList<WordingEntry> entries, Vocabulary vocabulary)
{
    private readonly WordingRule[] _rules = [.. entries.Select(entry => entry.Rule)];
    private readonly SignFinder _signs = new([.. entries.Select(entry => entry.Patterns)], vocabulary);

    internal static IEnumerable<WordForm> WordsOf(IEnumerable<WordingEntry> entries) =>
        Pattern.WordsOf(entries.SelectMany(entry => entry.Patterns).Select(pattern => pattern.Compiled));

    /// <summary>Adds what is flagged in a text whose tokens were read; of flags that overlap only the longest.</summary>
    internal void Find(string text, Workspace work, List<WordingFlag> flags)
    {
        _signs.Sight(work);
        if (work.Sightings.Count == 0)
        {
            return;
        }

        var quotations = Quotations.In(text, work.Tokens);
        foreach (var sighting in work.Sightings.Items)
        {
            var flag = new WordingFlag(
                _rules[sighting.Indicator], work.Tokens.Starts[sighting.FirstToken], work.Tokens.Ends[sighting.EndToken - 1]);
            if (IsTheWriters(flag, sighting.Length, quotations) && !FormText.Holds(text, flag.Start, flag.End))
            {
                Keep(flag, flags);
            }
        }
    }

    /// <summary>What somebody said in more than two words is not the officer's wording; some rules are for one or two quoted words only.</summary>
    private static bool IsTheWriters(WordingFlag flag, int words, List<Quotation> quotations)
    {
        var isAllOfOne = false;
        foreach (var quotation in quotations)
        {
            var (first, last) = (quotation.Holds(flag.Start), quotation.Holds(flag.End - 1));
            if ((first || last) && !quotation.IsShort)
            {
                return false;
            }

            isAllOfOne |= first && last && quotation.WordCount == words;
        }

        return isAllOfOne || !flag.Rule.IsQuoted;
    }

    private static void Keep(WordingFlag flag, List<WordingFlag> flags)
    {
        for (var at = 0; at < flags.Count; at++)
        {
            if (flags[at].Start < flag.End && flag.Start < flags[at].End)
            {
                if (flag.End - flag.Start <= flags[at].End - flags[at].Start)
                {
                    return;
                }

                flags.RemoveAt(at--);
            }
        }

        flags.Add(flag);
    }
}
