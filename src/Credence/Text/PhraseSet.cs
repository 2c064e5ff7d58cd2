using System.Numerics;
using System.Runtime.InteropServices;

namespace Credence.Text;

/// <summary>
/// Thousands of phrases, looked for as whole words in one pass; case and accents do not count, a space is one space.
/// Immutable; one serves many threads, each with a <see cref="PhraseReader"/> of its own.
/// </summary>
/// <remarks>
/// At the start of each word its next eight, four and three symbols are looked up in a small table of bits, which is
/// nearly always enough to say no. A whole word ends before a sign that is none, so a short phrase has that sign as its
/// last symbol.
/// </remarks>
public sealed class PhraseSet
{
    private readonly PrefixTable _eight;
    private readonly PrefixTable _four;
    private readonly PrefixTable _few;

    /// <summary>A set of phrases.</summary>
    /// <param name="phrases">Words of letters and digits with single spaces between them.</param>
    /// <exception cref="ArgumentException">A phrase is not of that form.</exception>
    public PhraseSet(IEnumerable<string> phrases)
    {
        Phrases = [.. phrases];
        var symbols = Phrases.Select((phrase, number) => (Symbols: Fold(phrase), number)).ToLookup(phrase => phrase.Symbols.Length switch
        {
            >= 8 => 8,
            >= 4 => 4,
            _ => 2,
        });
        var few = symbols[2].Select(phrase => phrase.Symbols.Length).DefaultIfEmpty(3).Min();
        (_eight, _four, _few) = (new PrefixTable(8, [.. symbols[8]]), new PrefixTable(4, [.. symbols[4]]), new PrefixTable(few, [.. symbols[2]]));
        Bits = new PrefixBits(few);
        _eight.Prefixes.ToList().ForEach(Bits.AddEight);
        _four.Prefixes.ToList().ForEach(Bits.AddFour);
        _few.Prefixes.ToList().ForEach(Bits.AddFew);
    }

    /// <summary>The phrases in the order given.</summary>
    public IReadOnlyList<string> Phrases { get; }

    /// <summary>What to ask first.</summary>
    internal PrefixBits Bits { get; }

    /// <summary>Adds the numbers of the phrases with which the symbols begin.</summary>
    internal void Find(ReadOnlySpan<byte> symbols, ulong next, Reusable<int> into)
    {
        if (Bits.HasEight(next))
        {
            _eight.Find(symbols, next, into);
        }

        if (Bits.HasFour(next))
        {
            _four.Find(symbols, next, into);
        }

        if (Bits.HasFew(next))
        {
            _few.Find(symbols, next, into);
        }
    }

    /// <summary>True if a phrase stands in a text as whole words with single spaces between them.</summary>
    internal bool StandsAt(int phrase, ReadOnlySpan<char> text, int start)
    {
        var end = start + Phrases[phrase].Length;
        return (start == 0 || !IsWord(text[start - 1])) && (end == text.Length || !IsWord(text[end]))
            && HasSameSpaces(text[start..end], Phrases[phrase]);
    }

    // To the symbols every sign between words is the same.
    private static bool HasSameSpaces(ReadOnlySpan<char> text, string phrase)
    {
        for (var at = 0; at < phrase.Length; at++)
        {
            if (phrase[at] == ' ' && text[at] != ' ')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWord(char unit) => unit == '_' || Characters.Symbols[unit] != Characters.Separator;

    /// <summary>The symbols of a phrase and of the sign behind it.</summary>
    private static byte[] Fold(string phrase)
    {
        var symbols = phrase.Select(unit => Characters.Symbols[unit]).Append(Characters.Separator).ToArray();
        return phrase.Split(' ').All(word => word.Length > 0 && word.All(char.IsLetterOrDigit))
            ? symbols
            : throw new ArgumentException($"found the phrase \"{phrase}\", expected words of letters and digits with single spaces between them", nameof(phrase));
    }
}

/// <summary>A phrase at [Start, End) of a text, in UTF-16 code units; its number in the set.</summary>
public readonly record struct PhraseMatch(int Phrase, int Start, int End);

/// <summary>Looks for the phrases of a set in one text after the other, in memory that it uses again.</summary>
public sealed class PhraseReader(PhraseSet phrases)
{
    private readonly FoldedText _folded = new();
    private readonly Reusable<int> _candidates = new();
    private readonly Reusable<PhraseMatch> _matches = new();

    /// <summary>Every occurrence of every phrase, overlapping ones too, by place; valid until the next call.</summary>
    public ReadOnlySpan<PhraseMatch> Read(ReadOnlySpan<char> text)
    {
        _matches.Clear();
        _folded.Fold(text);
        var symbols = _folded.Symbols;
        var bits = phrases.Bits;
        for (var block = 0; block < _folded.Blocks - 1; block++)
        {
            for (var runs = _folded.Runs(block); runs != 0; runs &= runs - 1)
            {
                var start = block * FoldedText.BlockSize + BitOperations.TrailingZeroCount(runs);
                var next = MemoryMarshal.Read<ulong>(symbols[start..]);
                if (bits.MayBegin(next))
                {
                    phrases.Find(symbols[start..], next, _candidates);
                    Take(text, start);
                }
            }
        }

        return _matches.Items;
    }

    private void Take(ReadOnlySpan<char> text, int start)
    {
        foreach (var phrase in _candidates.Items)
        {
            if (phrases.StandsAt(phrase, text, start))
            {
                _matches.Add(new PhraseMatch(phrase, start, start + phrases.Phrases[phrase].Length));
            }
        }

        _candidates.Clear();
    }
}
