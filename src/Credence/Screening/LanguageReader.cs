using Credence.Text;

namespace Credence.Screening;

/// <summary>Finds the indicators of one language in a narrative; immutable, for many threads.</summary>
internal sealed class LanguageReader
{
    private readonly Indicator[] _indicators;
    private readonly bool[] _needsNear;
    private readonly bool[] _needsAnywhere;
    private readonly (int Indicator, PatternRole Role)[] _meaning;
    private readonly PatternSet _patterns;
    private readonly ContextReader _context;
    private readonly Tokenizer _tokenizer;

    internal LanguageReader(IReadOnlyList<IndicatorEntry> entries, ContextPack context)
    {
        _indicators = [.. entries.Select(entry => entry.Indicator)];
        _needsNear = [.. entries.Select(entry => entry.Patterns.Any(pattern => pattern.Role == PatternRole.With))];
        _needsAnywhere = [.. entries.Select(entry => entry.Patterns.Any(pattern => pattern.Role == PatternRole.WithAnywhere))];
        _meaning = [.. entries.SelectMany((entry, i) => entry.Patterns.Select(pattern => (i, pattern.Role)))];
        var patterns = entries.SelectMany(entry => entry.Patterns).Select(pattern => pattern.Compiled).ToArray();
        var vocabulary = VocabularyBuilder.Build(
            patterns.SelectMany(pattern => pattern.Words).Concat(ContextReader.WordsOf(context)));
        _patterns = new PatternSet(patterns, vocabulary);
        _context = new ContextReader(context, vocabulary);
        _tokenizer = new Tokenizer(vocabulary);
    }

    /// <summary>Adds what is found in the text.</summary>
    internal void Read(string text, Workspace work, List<Finding> findings)
    {
        work.Clear();
        _tokenizer.Read(text, work.Tokens);
        var words = work.Tokens.Words;
        var sentences = work.Tokens.Sentences;
        for (var sentence = 0; sentence < sentences.Length; sentence++)
        {
            work.Matches.Clear();
            _patterns.Match(words, sentences[sentence], work.Matches);
            if (work.Matches.Count > 0)
            {
                See(words, sentences[sentence], sentence, work);
            }
        }

        foreach (var sighting in work.Sightings.Items)
        {
            if (HoldsInNarrative(sighting.Indicator, work.Anywhere.Items))
            {
                findings.Add(FindingOf(sighting, words, sentences[sighting.Sentence]));
            }
        }
    }

    private void See(ReadOnlySpan<Token> words, Sentence sentence, int number, Workspace work)
    {
        var before = work.Sightings.Count;
        var matches = work.Matches.Items;
        foreach (var match in matches)
        {
            var (indicator, role) = _meaning[match.Pattern];
            if (role == PatternRole.Sign)
            {
                if (HoldsInSentence(indicator, match, matches))
                {
                    Keep(new Sighting(indicator, new Target(match.FirstToken, match.EndToken, match.Own), number, Assertion.Affirmed), before, work.Sightings);
                }
            }
            else if (role is PatternRole.UnlessAnywhere or PatternRole.WithAnywhere)
            {
                work.Anywhere.Add((indicator, role));
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

    private bool HoldsInSentence(int indicator, PatternMatch sign, ReadOnlySpan<PatternMatch> matches)
    {
        var near = !_needsNear[indicator];
        foreach (var match in matches)
        {
            var (other, role) = _meaning[match.Pattern];
            if (other != indicator)
            {
                continue;
            }

            if (role == PatternRole.UnlessNear || (role == PatternRole.Except && Overlap(sign, match)))
            {
                return false;
            }

            near |= role == PatternRole.With;
        }

        return near;
    }

    private bool HoldsInNarrative(int indicator, ReadOnlySpan<(int Indicator, PatternRole Role)> anywhere)
    {
        var found = !_needsAnywhere[indicator];
        foreach (var (other, role) in anywhere)
        {
            if (other == indicator)
            {
                if (role == PatternRole.UnlessAnywhere)
                {
                    return false;
                }

                found = true;
            }
        }

        return found;
    }

    private static bool Overlap(PatternMatch a, PatternMatch b) => a.FirstToken < b.EndToken && b.FirstToken < a.EndToken;

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
