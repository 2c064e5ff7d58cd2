using System.Numerics;

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
/// too often and never no, a word of one more required element.
/// </remarks>
internal sealed class PatternSet
{
    private readonly Place[][] _patterns;
    private readonly int[] _reach;
    private readonly Anchored[][] _anchoredByClass;

    internal PatternSet(IReadOnlyList<Pattern> patterns, Vocabulary vocabulary)
    {
        var sets = new ClassSets(vocabulary);
        _patterns = [.. patterns.Select(pattern => pattern.Elements.Select(sets.PlaceOf).ToArray())];
        _reach = new int[patterns.Count];
        var anchored = new List<Anchored>?[vocabulary.Classes];
        for (var pattern = 0; pattern < _patterns.Length; pattern++)
        {
            var anchor = Anchor.Of(patterns[pattern]);
            var companion = anchor.Companions.Select(words => FilterOf(words.SelectMany(vocabulary.ClassesOf)))
                .DefaultIfEmpty(ulong.MaxValue).MinBy(BitOperations.PopCount);
            _reach[pattern] = anchor.Reach;
            foreach (var wordClass in anchor.Words.SelectMany(vocabulary.ClassesOf).Distinct())
            {
                (anchored[wordClass] ??= []).Add(new Anchored(pattern, companion));
            }
        }

        _anchoredByClass = [.. anchored.Select(list => list?.ToArray() ?? [])];
    }

    /// <summary>Adds the matches in one sentence: for each pattern and first word the one with the shortest gaps.</summary>
    internal void Match(ReadOnlySpan<Token> words, Sentence sentence, Candidates candidates, Reusable<PatternMatch> into)
    {
        candidates.Clear(_patterns.Length);
        var present = FilterOf(words[sentence.FirstToken..sentence.EndToken]);
        for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
        {
            foreach (var (pattern, companion) in _anchoredByClass[words[token].Class])
            {
                if ((companion & present) != 0)
                {
                    var tried = candidates.Advance(pattern, token + 1);
                    var from = Math.Max(Math.Max(sentence.FirstToken, tried), token - _reach[pattern]);
                    Match(pattern, words[..sentence.EndToken], from, token + 1, into);
                }
            }
        }
    }

    private static ulong FilterOf(ReadOnlySpan<Token> words)
    {
        var filter = 0UL;
        foreach (var word in words)
        {
            filter |= BitOf(word.Class);
        }

        return filter;
    }

    private static ulong FilterOf(IEnumerable<ushort> classes) => classes.Aggregate(0UL, (filter, wordClass) => filter | BitOf(wordClass));

    // Class 0, a word nobody asks for, has no bit.
    private static ulong BitOf(ushort wordClass) => wordClass == 0 ? 0 : 1UL << (int)(wordClass * 2654435769u >> 26);

    /// <summary>Adds the matches of one pattern in one sentence.</summary>
    internal void Match(int pattern, ReadOnlySpan<Token> words, Sentence sentence, Reusable<PatternMatch> into) =>
        Match(pattern, words[..sentence.EndToken], sentence.FirstToken, sentence.EndToken, into);

    /// <summary>Adds the matches of a pattern that begin at [from, to).</summary>
    private void Match(int pattern, ReadOnlySpan<Token> words, int from, int to, Reusable<PatternMatch> into)
    {
        var places = _patterns[pattern];
        for (var token = from; token < to; token++)
        {
            var own = 0UL;
            var end = EndOf(places, words[token..], 0, 0, ref own);
            if (end >= 0)
            {
                into.Add(new PatternMatch(pattern, token, token + end, own));
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

    private readonly record struct Anchored(int Pattern, ulong Companion);
}
