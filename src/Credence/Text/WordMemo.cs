using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Credence.Text;

/// <summary>
/// Classes of words that were looked up before: prose says the same few thousand words again and again. One thread's own;
/// the vocabulary alone decides what a class is, the memo only how soon.
/// </summary>
internal sealed class WordMemo(Vocabulary vocabulary)
{
    private const int Longest = 16;
    private const int Bits = 14;

    // Read from 16 - n on: n bytes that count, the others do not.
    private static ReadOnlySpan<byte> Masks =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    private readonly Known[] _known = new Known[1 << Bits];

    internal bool IsOf(Vocabulary other) => ReferenceEquals(vocabulary, other);

    /// <summary>The class of the word at [start, start + length); sixteen symbols from its start on can be read.</summary>
    internal ushort ClassOf(ReadOnlySpan<byte> symbols, int start, int length)
    {
        if (length > Longest)
        {
            return LookUp(symbols.Slice(start, length));
        }

        var word = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(symbols), (nuint)start)
            & Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Masks), (nuint)(Longest - length));
        ref var known = ref _known[SlotOf(word.AsUInt64())];
        if (known.Word != word)
        {
            known = new Known(word, LookUp(symbols.Slice(start, length)));
        }

        return known.Class;
    }

    private static int SlotOf(Vector128<ulong> word) =>
        (int)((word[0] + BitOperations.RotateLeft(word[1], 29)) * 0x9E3779B97F4A7C15 >> (64 - Bits));

    /// <summary>A long redaction is the same word as a short one: xxx.</summary>
    private ushort LookUp(ReadOnlySpan<byte> word) =>
        vocabulary.ClassOf(word is [Characters.Ex, Characters.Ex, Characters.Ex, ..] ? word[..3] : word);

    private readonly record struct Known(Vector128<byte> Word, ushort Class);
}
