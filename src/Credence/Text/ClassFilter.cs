using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Credence.Text;

/// <summary>A set of word classes that may seem to hold more than it does and never less: a bit for each class, 512 in all.</summary>
[InlineArray(Length)]
internal struct ClassFilter
{
    private const int Length = 8;
    private const int BitsInAll = 9;

    private ulong _first;

    internal readonly int Count
    {
        get
        {
            var count = 0;
            foreach (var bits in this)
            {
                count += BitOperations.PopCount(bits);
            }

            return count;
        }
    }

    internal static ClassFilter Of(ReadOnlySpan<ushort> classes)
    {
        var filter = default(ClassFilter);
        foreach (var wordClass in classes)
        {
            filter[BitOf(wordClass) >> 6] |= 1UL << BitOf(wordClass);
        }

        return filter;
    }

    internal readonly bool MayHave(ushort wordClass) => (this[BitOf(wordClass) >> 6] >> BitOf(wordClass) & 1) != 0;

    /// <summary>False only if the two have no class in common.</summary>
    internal readonly bool MayMeet(in ClassFilter other) => (Vector() & other.Vector()) != Vector512<ulong>.Zero;

    private readonly Vector512<ulong> Vector() => Vector512.LoadUnsafe(in _first);

    private static int BitOf(ushort wordClass) => (int)(wordClass * 2654435769u >> (32 - BitsInAll));
}
