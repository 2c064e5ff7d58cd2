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
/// <remarks>
/// A pattern is tried in a sentence only if the sentence has a word of the pattern's <em>anchor</em>: the required
/// element whose words are the rarest, such as the passport in "took her passport"; and, by a filter that may say yes
/// too often and never wrongly no, words of two more required elements.
/// </remarks>
internal sealed class PatternSet
{
    private readonly Place[] _places;
    private readonly int[] _firstPlace;
    private readonly Anchored[] _anchored;
    private readonly int[] _firstOfClass;
    private readonly ClassFilter[] _filters;
    private readonly ulong[][] _sets;
    private readonly Fillings.Row[][] _rows;

    internal PatternSet(IReadOnlyList<Pattern> patterns, Vocabulary vocabulary)
    {
        var fillings = new Fillings(vocabulary);
        _places = [.. patterns.SelectMany(pattern => pattern.Elements).Select(fillings.PlaceOf)];
        _firstPlace = new int[patterns.Count + 1];
        for (var pattern = 0; pattern < patterns.Count; pattern++)
        {
            _firstPlace[pattern + 1] = _firstPlace[pattern] + patterns[pattern].Elements.Count;
        }

        var anchors = new Anchors(patterns, fillings, vocabulary);
        (_anchored, _firstOfClass) = (anchors.Entries, anchors.FirstOfClass);
        (_filters, _sets, _rows) = (fillings.Filters, fillings.Sets, fillings.Rows);
    }

    /// <summary>Adds the matches in one sentence: for each pattern and first word the one with the shortest gaps.</summary>
    internal void Match(ReadOnlySpan<ushort> words, Sentence sentence, Candidates candidates, Reusable<PatternMatch> into)
    {
        candidates.Clear(_firstPlace.Length - 1);
        var present = ClassFilter.Of(words[sentence.FirstToken..sentence.EndToken]);
        for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
        {
            foreach (var entry in _anchored.AsSpan(_firstOfClass[words[token]].._firstOfClass[words[token] + 1]))
            {
                if (_filters[entry.One].MayMeet(present) && _filters[entry.Other].MayMeet(present))
                {
                    var tried = candidates.Advance(entry.Pattern, token + 1);
                    var from = Math.Max(Math.Max(sentence.FirstToken, tried), token - entry.Reach);
                    Match(entry.Pattern, words[..sentence.EndToken], from, token + 1, into);
                }
            }
        }
    }

    /// <summary>Adds the matches of one pattern in one sentence.</summary>
    internal void Match(int pattern, ReadOnlySpan<ushort> words, Sentence sentence, Reusable<PatternMatch> into) =>
        Match(pattern, words[..sentence.EndToken], sentence.FirstToken, sentence.EndToken, into);

    /// <summary>Adds the matches of a pattern that begin at [from, to).</summary>
    private void Match(int pattern, ReadOnlySpan<ushort> words, int from, int to, Reusable<PatternMatch> into)
    {
        var places = _places.AsSpan(_firstPlace[pattern].._firstPlace[pattern + 1]);
        for (var token = from; token < to; token++)
        {
            if (!_filters[places[0].Filter].MayHave(words[token]))
            {
                continue;
            }

            var own = 0UL;
            var end = EndOf(places, words[token..], 0, 0, ref own);
            if (end >= 0)
            {
                into.Add(new PatternMatch(pattern, token, token + end, own));
            }
        }
    }

    /// <summary>One past the last token of the rest of a pattern that begins here, or -1; marks the tokens it asks for.</summary>
    private int EndOf(ReadOnlySpan<Place> places, ReadOnlySpan<ushort> words, int token, int carriedGap, ref ulong own)
    {
        if (places.IsEmpty)
        {
            return token;
        }

        ref readonly var place = ref places[0];
        var gap = Math.Max(place.MaxGap, carriedGap);
        for (var at = token; at <= token + gap && at < words.Length; at++)
        {
            if (_filters[place.Filter].MayHave(words[at]) && EndAt(places, words, at, ref own) is >= 0 and var end)
            {
                return end;
            }
        }

        return place.IsOptional ? EndOf(places[1..], words, token, gap, ref own) : -1;
    }

    /// <summary>The same where the first place is filled from this token on.</summary>
    private int EndAt(ReadOnlySpan<Place> places, ReadOnlySpan<ushort> words, int at, ref ulong own)
    {
        if (Fillings.Has(_sets[places[0].Single], words[at]) && EndOf(places[1..], words, at + 1, 0, ref own) is >= 0 and var end)
        {
            own |= PatternMatch.Bits(at, 1);
            return end;
        }

        foreach (var row in _rows[places[0].Rows])
        {
            if (StandsAt(row, words[at..]) && EndOf(places[1..], words, at + row.Words.Length, 0, ref own) is >= 0 and var endOfRow)
            {
                own |= PatternMatch.Bits(at, row.Words.Length);
                return endOfRow;
            }
        }

        return -1;
    }

    private bool StandsAt(Fillings.Row row, ReadOnlySpan<ushort> words)
    {
        if (words.Length < row.Words.Length)
        {
            return false;
        }

        for (var i = 0; i < row.Words.Length; i++)
        {
            if (!Fillings.Has(_sets[row.Words[i]], words[i]))
            {
                return false;
            }
        }

        return true;
    }
}
