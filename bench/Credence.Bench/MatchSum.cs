namespace Credence.Bench;

/// <summary>Matches counted and summed up, so that two contenders can be seen to have found the same phrases at the same places.</summary>
internal struct MatchSum
{
    public long Count { get; private set; }

    public ulong Sum { get; private set; }

    /// <param name="phrase">Number of the phrase.</param>
    /// <param name="from">First byte in the whole text.</param>
    /// <param name="to">One past the last byte.</param>
    public void Add(ulong phrase, ulong from, ulong to)
    {
        Count++;
        var mixed = (phrase * 0x9E3779B97F4A7C15) ^ (from * 0xC2B2AE3D27D4EB4F) ^ (to * 0x165667B19E3779F9);
        Sum += (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9;
    }
}
