using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Credence.Text;

/// <summary>
/// A text as <see cref="Characters.Symbols"/> with a bit for each code unit that is a letter, a digit, or part of a
/// redaction; in blocks of 64, so that the words between two bits are found without looking at each letter.
/// </summary>
internal sealed class FoldedText
{
    /// <summary>Code units of a block: the bits of its masks.</summary>
    internal const int BlockSize = 64;

    /// <summary>Symbols that may be read behind the last one.</summary>
    internal const int Padding = BlockSize;

    private byte[] _symbols = new byte[16 * BlockSize + Padding];
    private Block[] _blocks = new Block[16 + 2];
    private int _count;

    /// <summary>A symbol for each code unit, and zeros behind them.</summary>
    internal ReadOnlySpan<byte> Symbols => _symbols;

    /// <summary>True if the text has combining marks or characters without width, which belong to the word before them.</summary>
    internal bool HasIgnorable { get; private set; }

    /// <summary>Blocks with a bit; the one behind the last is empty.</summary>
    internal int Blocks => _count + 1;

    internal void Fold(ReadOnlySpan<char> text)
    {
        HasIgnorable = false;
        _count = (text.Length + BlockSize - 1) / BlockSize;
        if (_blocks.Length < _count + 2)
        {
            _blocks = new Block[2 * _count + 2];
            _symbols = new byte[2 * _count * BlockSize + Padding];
        }

        var whole = text.Length / BlockSize;
        for (var block = 0; block < whole; block++)
        {
            Fold(text.Slice(block * BlockSize, BlockSize), block);
        }

        if (whole < _count)
        {
            Span<char> last = stackalloc char[BlockSize];
            last.Clear();
            text[(whole * BlockSize)..].CopyTo(last);
            Fold(last, whole);
        }

        _blocks[_count + 1] = default;
        _symbols.AsSpan(_count * BlockSize, Padding).Clear();
    }

    /// <summary>Where runs of letters and digits begin in a block.</summary>
    internal ulong Runs(int block)
    {
        var (before, here) = (_blocks[block].IsWord, _blocks[block + 1].IsWord);
        return here & ~(here << 1 | before >> (BlockSize - 1));
    }

    /// <summary>Where in a block signs stand of which some end a sentence.</summary>
    internal ulong Stops(int block) => _blocks[block + 1].Stops;

    /// <summary>Where words of a block begin and where, one past their last code unit, words end.</summary>
    internal (ulong Starts, ulong Ends) Bounds(int block)
    {
        ref readonly var before = ref _blocks[block];
        if (block == _count)
        {
            return (0, before.IsWord >> (BlockSize - 1));
        }

        ref readonly var here = ref _blocks[block + 1];
        var redacted = here.Redacted(before, _blocks[block + 2]);
        var redactedBefore = block == 0 ? 0 : before.Redacted(_blocks[block - 1], here) >> (BlockSize - 1);
        var lettersBefore = (before.Letters >> (BlockSize - 1)) & ~redactedBefore;
        var (r, l) = (redacted << 1 | redactedBefore, here.Letters & ~redacted);
        var (m, d) = (l << 1 | lettersBefore, here.Digits << 1 | before.Digits >> (BlockSize - 1));
        return ((l & ~m) | (here.Digits & ~d) | (redacted & ~r), (m & ~l) | (d & ~here.Digits) | (r & ~redacted));
    }

    // The first of the blocks stands for what is before the text.
    private void Fold(ReadOnlySpan<char> text, int block)
    {
        ref var units = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
        ref var symbols = ref _symbols[block * BlockSize];
        var here = default(Block);
        for (var at = 0; at < BlockSize; at += Vector256<byte>.Count)
        {
            var (low, high) = (Vector256.LoadUnsafe(ref units, (nuint)at), Vector256.LoadUnsafe(ref units, (nuint)(at + 16)));
            if (((low | high) & Vector256.Create((ushort)0xFF80)) != Vector256<ushort>.Zero)
            {
                _blocks[block + 1] = FoldOneByOne(text, _symbols.AsSpan(block * BlockSize, BlockSize));
                return;
            }

            var narrow = Vector256.Narrow(low, high);
            var letter = (narrow | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a');
            var digit = narrow - Vector256.Create((byte)'0');
            var isLetter = Vector256.LessThan(letter, Vector256.Create((byte)26));
            var isDigit = Vector256.LessThan(digit, Vector256.Create((byte)10));
            var folded = (isLetter & (letter + Vector256<byte>.One)) | (isDigit & (digit + Vector256.Create(Characters.FirstDigit)));
            folded.StoreUnsafe(ref symbols, (nuint)at);
            here.Letters |= (ulong)isLetter.ExtractMostSignificantBits() << at;
            here.Digits |= (ulong)isDigit.ExtractMostSignificantBits() << at;
            here.Exes |= (ulong)Vector256.Equals(letter, Vector256.Create((byte)('x' - 'a'))).ExtractMostSignificantBits() << at;
            here.Stops |= (ulong)IsStop(narrow).ExtractMostSignificantBits() << at;
        }

        _blocks[block + 1] = here;
    }

    private static Vector256<byte> IsStop(Vector256<byte> units) =>
        Vector256.Equals(units, Vector256.Create((byte)'.')) | Vector256.Equals(units, Vector256.Create((byte)'\n'))
        | Vector256.Equals(units, Vector256.Create((byte)'!')) | Vector256.Equals(units, Vector256.Create((byte)'?'))
        | Vector256.Equals(units, Vector256.Create((byte)';'));

    private Block FoldOneByOne(ReadOnlySpan<char> text, Span<byte> symbols)
    {
        var here = default(Block);
        for (var at = 0; at < BlockSize; at++)
        {
            var symbol = symbols[at] = Characters.Symbols[text[at]];
            HasIgnorable |= symbol == Characters.Ignorable;
            var (digit, word) = (Characters.IsDigit(symbol), symbol != Characters.Separator);
            here.Digits |= (digit ? 1UL : 0) << at;
            here.Letters |= (word && !digit ? 1UL : 0) << at;
            here.Exes |= (text[at] is 'X' or 'x' ? 1UL : 0) << at;
            here.Stops |= (text[at] is '.' or '\n' or '!' or '?' or ';' or '•' ? 1UL : 0) << at;
        }

        return here;
    }

    /// <summary>A bit for each code unit of a block.</summary>
    private struct Block
    {
        internal ulong Letters;
        internal ulong Digits;
        internal ulong Exes;
        internal ulong Stops;

        internal readonly ulong IsWord => Letters | Digits;

        /// <summary>The code units in a run of three or more X.</summary>
        internal readonly ulong Redacted(in Block before, in Block after)
        {
            var (x, next, second) = (Exes, Exes >> 1 | after.Exes << 63, Exes >> 2 | after.Exes << 62);
            var (last, secondLast) = (Exes << 1 | before.Exes >> 63, Exes << 2 | before.Exes >> 62);
            return x & ((next & (second | last)) | (last & secondLast));
        }
    }
}
