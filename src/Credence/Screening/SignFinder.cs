using Credence.Text;

namespace Credence.Screening;

/// <summary>Finds signs of a pack in a text, each where its conditions hold; immutable, for many threads.</summary>
internal sealed class SignFinder
{
    private readonly int[] _indicatorOfSign;
    private readonly PatternSet _signs;
    private readonly Conditions _conditions;

    /// <param name="entries">The patterns of each indicator; sightings say its number in this list.</param>
    /// <param name="vocabulary">Has every word of them; the tokens to search are of this vocabulary.</param>
    internal SignFinder(IReadOnlyList<IReadOnlyList<IndicatorPattern>> entries, Vocabulary vocabulary)
    {
        var signs = entries.SelectMany((patterns, i) => patterns.Where(pattern => pattern.Role == PatternRole.Sign)
            .Select(pattern => (Indicator: i, pattern.Compiled))).ToArray();
        _indicatorOfSign = [.. signs.Select(sign => sign.Indicator)];
        _signs = new PatternSet([.. signs.Select(sign => sign.Compiled)], vocabulary);
        _conditions = new Conditions(entries, vocabulary);
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
}
