namespace Credence.Text;

/// <summary>
/// Where a pattern matched: its number in the set, the tokens it spans, and which of the first 64 of these it asked
/// for (a bit each); the others stand in its gaps.
/// </summary>
internal readonly record struct PatternMatch(int Pattern, int FirstToken, int EndToken, ulong Own)
{
    internal int Length => EndToken - FirstToken;

    internal static ulong Bits(int from, int count) =>
        from < 64 ? (count < 64 ? (1UL << count) - 1 : ulong.MaxValue) << from : 0;
}

/// <summary>Patterns ready to be looked for in the tokens of a sentence; safe for many threads.</summary>
internal sealed class PatternSet
{
    private readonly Place[][] _patterns;
    private readonly int[][] _startsByClass;

    internal PatternSet(IReadOnlyList<Pattern> patterns, Vocabulary vocabulary)
    {
        var sets = new ClassSets(vocabulary);
        _patterns = [.. patterns.Select(pattern => pattern.Elements.Select(sets.PlaceOf).ToArray())];
        _startsByClass = [.. Enumerable.Range(0, vocabulary.Classes).Select(StartsOf)];
    }

    private int[] StartsOf(int wordClass) =>
        wordClass == 0
            ? []
            : [.. Enumerable.Range(0, _patterns.Length).Where(i => _patterns[i][0].MayBegin((ushort)wordClass))];

    /// <summary>Adds the matches in one sentence: for each pattern and first word the one with the shortest gaps.</summary>
    internal void Match(ReadOnlySpan<Token> words, Sentence sentence, Reusable<PatternMatch> into)
    {
        var within = words[..sentence.EndToken];
        for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
        {
            foreach (var pattern in _startsByClass[words[token].Class])
            {
                var own = 0UL;
                var end = EndOf(_patterns[pattern], within[token..], 0, 0, ref own);
                if (end >= 0)
                {
                    into.Add(new PatternMatch(pattern, token, token + end, own));
                }
            }
        }
    }

    /// <summary>One past the last token of the rest of a pattern that begins here, or -1; marks the tokens it asks for.</summary>
    private static int EndOf(ReadOnlySpan<Place> places, ReadOnlySpan<Token> words, int token, int carriedGap, ref ulong own)
    {
        if (places.IsEmpty)
        {
            return token;
        }

        ref readonly var place = ref places[0];
        var gap = Math.Max(place.MaxGap, carriedGap);
        for (var at = token; at <= token + gap && at < words.Length; at++)
        {
            if (place.IsSingle(words[at].Class) && EndOf(places[1..], words, at + 1, 0, ref own) is >= 0 and var end)
            {
                own |= PatternMatch.Bits(at, 1);
                return end;
            }

            if (place.Rows.Length > 0 && EndOfRows(places, words, at, ref own) is >= 0 and var endOfRow)
            {
                return endOfRow;
            }
        }

        return place.IsOptional ? EndOf(places[1..], words, token, gap, ref own) : -1;
    }

    private static int EndOfRows(ReadOnlySpan<Place> places, ReadOnlySpan<Token> words, int at, ref ulong own)
    {
        foreach (var row in places[0].Rows)
        {
            if (row.Matches(words[at..]) && EndOf(places[1..], words, at + row.Length, 0, ref own) is >= 0 and var end)
            {
                own |= PatternMatch.Bits(at, row.Length);
                return end;
            }
        }

        return -1;
    }
}
