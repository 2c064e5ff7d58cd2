using Credence.Text;

namespace Credence.Screening;

/// <summary>Finds the indicators of one language in a narrative; immutable, for many threads.</summary>
internal sealed class LanguageReader
{
    private readonly Indicator[] _indicators;
    private readonly int[] _indicatorOfSign;
    private readonly PatternSet _signs;
    private readonly Conditions _conditions;
    private readonly ContextReader _context;

    /// <param name="entries">Indicators of the language.</param>
    /// <param name="context">Its cues of context.</param>
    /// <param name="vocabulary">Has every word of <see cref="WordsOf"/>; the tokens to search are of this vocabulary.</param>
    internal LanguageReader(IReadOnlyList<IndicatorEntry> entries, ContextPack context, Vocabulary vocabulary)
    {
        _indicators = [.. entries.Select(entry => entry.Indicator)];
        var signs = entries.SelectMany((entry, i) => entry.Patterns.Where(pattern => pattern.Role == PatternRole.Sign)
            .Select(pattern => (Indicator: i, pattern.Compiled))).ToArray();
        _indicatorOfSign = [.. signs.Select(sign => sign.Indicator)];
        _signs = new PatternSet([.. signs.Select(sign => sign.Compiled)], vocabulary);
        _conditions = new Conditions(entries, vocabulary);
        _context = new ContextReader(context, vocabulary);
    }

    internal static IEnumerable<WordForm> WordsOf(IEnumerable<IndicatorEntry> entries, ContextPack context) =>
        entries.SelectMany(entry => entry.Patterns).SelectMany(pattern => pattern.Compiled.Words)
            .Concat(ContextReader.WordsOf(context));

    /// <summary>Adds what is found in the tokens of a text.</summary>
    internal void Find(Workspace work, List<Finding> findings)
    {
        work.Sightings.Clear();
        work.InNarrative.Clear();
        var words = work.Tokens.Words;
        var sentences = work.Tokens.Sentences;
        for (var sentence = 0; sentence < sentences.Length; sentence++)
        {
            work.Matches.Clear();
            _signs.Match(words, sentences[sentence], work.Candidates, work.Matches);
            if (work.Matches.Count > 0)
            {
                See(words, sentences[sentence], sentence, work);
            }
        }

        foreach (var sighting in work.Sightings.Items)
        {
            if (_conditions.HoldInNarrative(sighting.Indicator, work))
            {
                findings.Add(FindingOf(sighting, words, sentences[sighting.Sentence]));
            }
        }
    }

    private void See(ReadOnlySpan<Token> words, Sentence sentence, int number, Workspace work)
    {
        var before = work.Sightings.Count;
        foreach (var match in work.Matches.Items)
        {
            var indicator = _indicatorOfSign[match.Pattern];
            if (_conditions.HoldInSentence(indicator, match, words, sentence, work))
            {
                Keep(new Sighting(indicator, new Target(match.FirstToken, match.EndToken, match.Own), number, Assertion.Affirmed), before, work.Sightings);
            }
        }

        if (work.Sightings.Count > before)
        {
            _context.FindCues(words, sentence, work.Cues);
            foreach (ref var sighting in work.Sightings.Items[before..])
            {
                sighting = sighting with { Assertion = _context.AssertionOf(work.Cues, sighting.Words) };
            }
        }
    }

    /// <summary>Of sightings of one indicator that overlap, the longest is kept.</summary>
    private static void Keep(Sighting sighting, int from, Reusable<Sighting> sightings)
    {
        foreach (ref var known in sightings.Items[from..])
        {
            if (known.Indicator == sighting.Indicator
                && known.FirstToken < sighting.EndToken && sighting.FirstToken < known.EndToken)
            {
                known = known.Length >= sighting.Length ? known : sighting;
                return;
            }
        }

        sightings.Add(sighting);
    }

    private Finding FindingOf(Sighting sighting, ReadOnlySpan<Token> words, Sentence sentence) => new(
        _indicators[sighting.Indicator],
        words[sighting.FirstToken].Start,
        words[sighting.EndToken - 1].End,
        words[sentence.FirstToken].Start,
        words[sentence.EndToken - 1].End,
        sighting.Assertion);
}
