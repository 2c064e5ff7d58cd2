using System.Numerics;
using System.Runtime.InteropServices;

namespace Credence.Text;

/// <summary>Phrases by their first few symbols.</summary>
internal sealed class PrefixTable
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private readonly ulong _mask;
    private readonly int _slotShift;
    private readonly Slot[] _slots;
    private readonly Entry[] _entries;

    /// <param name="length">How many symbols, eight at most.</param>
    /// <param name="phrases">Symbols of phrases, each at least as long, with their numbers.</param>
    internal PrefixTable(int length, IReadOnlyList<(byte[] Symbols, int Phrase)> phrases)
    {
        _mask = MaskOf(length);
        var byPrefix = phrases.GroupBy(phrase => Eight(phrase.Symbols) & _mask).ToArray();
        var slots = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * byPrefix.Length + 2));
        (_slots, _slotShift) = (new Slot[slots], 64 - BitOperations.Log2((uint)slots));
        _entries = [.. byPrefix.SelectMany(same => same.Select(phrase => new Entry(phrase.Symbols, phrase.Phrase)))];
        var first = 0;
        foreach (var same in byPrefix)
        {
            Add(same.Key, first, first += same.Count());
        }
    }

    /// <summary>The prefixes of the phrases.</summary>
    internal IEnumerable<ulong> Prefixes => _slots.Where(slot => slot.End > 0).Select(slot => slot.Prefix);

    /// <summary>Ones for so many symbols.</summary>
    internal static ulong MaskOf(int length) => ulong.MaxValue >> (64 - 8 * length);

    /// <summary>Adds the numbers of the phrases with which the symbols begin.</summary>
    internal void Find(ReadOnlySpan<byte> symbols, ulong next, Reusable<int> into)
    {
        var prefix = next & _mask;
        for (var at = SlotOf(prefix); _slots[at].End > 0; at = (at + 1) & (_slots.Length - 1))
        {
            if (_slots[at].Prefix == prefix)
            {
                foreach (ref readonly var entry in _entries.AsSpan(_slots[at].First.._slots[at].End))
                {
                    if (entry.Begins(symbols))
                    {
                        into.Add(entry.Phrase);
                    }
                }
            }
        }
    }

    private void Add(ulong prefix, int first, int end)
    {
        var at = SlotOf(prefix);
        while (_slots[at].End > 0)
        {
            at = (at + 1) & (_slots.Length - 1);
        }

        _slots[at] = new Slot(prefix, first, end);
    }

    private int SlotOf(ulong prefix) => (int)(prefix * Golden >> _slotShift);

    private static ulong Eight(ReadOnlySpan<byte> symbols)
    {
        Span<byte> eight = stackalloc byte[8];
        eight.Clear();
        symbols[..Math.Min(8, symbols.Length)].CopyTo(eight);
        return MemoryMarshal.Read<ulong>(eight);
    }

    private readonly record struct Slot(ulong Prefix, int First, int End);

    /// <summary>A phrase with its second eight symbols at hand, which tell most phrases of one prefix apart.</summary>
    private readonly struct Entry(byte[] symbols, int phrase)
    {
        private readonly ulong _second = symbols.Length > 8 ? Eight(symbols.AsSpan(8)) : 0;
        private readonly ulong _mask = symbols.Length >= 16 ? ulong.MaxValue : symbols.Length > 8 ? (1UL << (8 * (symbols.Length - 8))) - 1 : 0;

        internal int Phrase { get; } = phrase;

        internal bool Begins(ReadOnlySpan<byte> text) =>
            (MemoryMarshal.Read<ulong>(text[8..]) & _mask) == _second && text.StartsWith(symbols);
    }
}
