using Credence.Text;

namespace Credence.Screening;

/// <summary>Finds the indicators of one language in a narrative; immutable, for many threads.</summary>
internal sealed class LanguageReader
{
    private readonly Indicator[] _indicators;
    private readonly AgeSpan?[] _ages;
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
        _ages = [.. entries.Select(entry => entry.AgeByBirth)];
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

    /// <summary>Adds what is found in a text whose tokens were read.</summary>
    internal void Find(string text, Workspace work, List<Finding> findings)
    {
        Sight(work);
        ReadContext(text, work);
        Report(text, work, findings);
    }

    /// <summary>Looks for signs whose conditions hold, sentence by sentence; what the sentences say of them is not read yet.</summary>
    internal void Sight(Workspace work)
    {
        work.Sightings.Clear();
        work.InNarrative.Clear();
        var words = work.Tokens.Classes;
        var sentences = work.Tokens.Sentences;
        for (var sentence = 0; sentence < sentences.Length; sentence++)
        {
            work.Matches.Clear();
            _signs.Match(words, sentences[sentence], work.Candidates, work.Matches);
            if (work.Matches.Count > 0)
            {
                Sight(words, sentence, work);
            }
        }
    }

    private void Sight(ReadOnlySpan<ushort> words, int sentence, Workspace work)
    {
        var before = work.Sightings.Count;
        // In the order of the text, so that what is kept does not depend on which word was looked for first.
        work.Matches.Items.Sort(InOrder);
        foreach (var match in work.Matches.Items)
        {
            var indicator = _indicatorOfSign[match.Pattern];
            if (_conditions.HoldInSentence(indicator, match, words, work.Tokens.Sentences[sentence], work))
            {
                var target = new Target(match.FirstToken, match.EndToken, match.Own);
                Keep(new Sighting(indicator, target, sentence, Assertion.Affirmed), before, work.Sightings);
            }
        }

        var kept = before;
        for (var at = before; at < work.Sightings.Count; at++)
        {
            if (_conditions.HoldInNarrative(work.Sightings.Items[at].Indicator, work))
            {
                work.Sightings.Items[kept++] = work.Sightings.Items[at];
            }
        }

        work.Sightings.Count = kept;
    }

    private static int InOrder(PatternMatch a, PatternMatch b) =>
        a.FirstToken != b.FirstToken ? a.FirstToken.CompareTo(b.FirstToken)
        : a.EndToken != b.EndToken ? b.EndToken.CompareTo(a.EndToken)
        : a.Pattern.CompareTo(b.Pattern);

    /// <summary>Reads what the sentences, and the answers to them, say of what was sighted in them.</summary>
    internal void ReadContext(string text, Workspace work)
    {
        var sentence = -1;
        foreach (ref var sighting in work.Sightings.Items)
        {
            if (sighting.Sentence != sentence)
            {
                sentence = sighting.Sentence;
                _context.FindCues(work.Tokens.Classes, work.Tokens.Sentences[sentence], work.Cues);
            }

            sighting = sighting with { Assertion = _context.AssertionOf(text, sighting.Words, work.Tokens.Sentences[sentence], work) };
        }
    }

    /// <summary>Adds what was sighted; a date of birth only if it gives the age that its indicator asks for.</summary>
    internal void Report(string text, Workspace work, List<Finding> findings)
    {
        foreach (var sighting in work.Sightings.Items)
        {
            var finding = FindingOf(sighting, work.Tokens);
            if (_ages[sighting.Indicator] is not { } ages || ages.Holds(text.AsSpan(finding.Start, finding.End - finding.Start), work.Day))
            {
                findings.Add(finding);
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

    private Finding FindingOf(Sighting sighting, Tokens tokens)
    {
        var sentence = tokens.Sentences[sighting.Sentence];
        return new Finding(
            _indicators[sighting.Indicator],
            tokens.Starts[sighting.FirstToken],
            tokens.Ends[sighting.EndToken - 1],
            tokens.Starts[sentence.FirstToken],
            tokens.Ends[sentence.EndToken - 1],
            sighting.Assertion);
    }
}
