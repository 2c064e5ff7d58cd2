namespace Credence.Statistics;

/// <summary>
/// PCG-XSH-RR with 64 bits of state and 32 of output (O'Neill 2014): the same seed gives the same draws on every machine.
/// For resampling, never for secrets.
/// </summary>
public sealed class Pcg32
{
    private const ulong Multiplier = 6364136223846793005;
    private readonly ulong _increment;
    private ulong _state;

    /// <summary>A generator at the start of one of its streams.</summary>
    public Pcg32(ulong seed, ulong stream = 54)
    {
        _increment = (stream << 1) | 1;
        Next();
        _state += seed;
        Next();
    }

    /// <summary>The next 32 bits.</summary>
    public uint Next()
    {
        var old = _state;
        _state = unchecked((old * Multiplier) + _increment);
        var shifted = (uint)(((old >> 18) ^ old) >> 27);
        return uint.RotateRight(shifted, (int)(old >> 59));
    }

    /// <summary>A whole number from 0 to bound - 1, each as likely as the others (Lemire 2019).</summary>
    public int Below(int bound)
    {
        var product = (ulong)Next() * (uint)bound;
        var floor = (uint)-bound % (uint)bound;
        while ((uint)product < floor) { product = (ulong)Next() * (uint)bound; }

        return (int)(product >> 32);
    }
}
