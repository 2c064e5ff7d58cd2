using System.Runtime.CompilerServices;

namespace Credence.Text;

/// <summary>
/// A bit for each value that the first eight, the first four and the first few symbols of a phrase hash to; one table, so
/// that a loop over the words of a text keeps it in a register.
/// </summary>
internal readonly struct PrefixBits
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const int EightBits = 17;
    private const int FourBits = 14;
    private const int FewBits = 12;
    private const int FourBegin = 1 << EightBits;
    private const int FewBegin = FourBegin + (1 << FourBits);

    private readonly ulong[] _bits = new ulong[(FewBegin + (1 << FewBits)) >> 6];
    private readonly ulong _fewMask;

    /// <param name="few">How many the few symbols are: one to three.</param>
    internal PrefixBits(int few) => _fewMask = PrefixTable.MaskOf(few);

    internal void AddEight(ulong prefix) => Set(Eight(prefix));

    internal void AddFour(ulong prefix) => Set(Four(prefix));

    internal void AddFew(ulong prefix) => Set(Few(prefix));

    /// <summary>False only if no phrase begins with these eight symbols.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool MayBegin(ulong next) => ((Get(Eight(next)) | Get(Four(next)) | Get(Few(next))) & 1) != 0;

    internal bool HasEight(ulong next) => (Get(Eight(next)) & 1) != 0;

    internal bool HasFour(ulong next) => (Get(Four(next)) & 1) != 0;

    internal bool HasFew(ulong next) => (Get(Few(next)) & 1) != 0;

    private static ulong Eight(ulong next) => next * Golden >> (64 - EightBits);

    private static ulong Four(ulong next) => FourBegin + ((uint)next * Golden >> (64 - FourBits));

    private ulong Few(ulong next) => FewBegin + ((next & _fewMask) * Golden >> (64 - FewBits));

    private ulong Get(ulong bit) => _bits[bit >> 6] >> (int)bit;

    private void Set(ulong bit) => _bits[bit >> 6] |= 1UL << (int)bit;
}
