namespace Credence.Record.Keys;

/// <summary>
/// The keys that wrap other keys, one ring for each side of the wall. The file is the ring that ships; a key management service
/// is another class here that sends Wrap and Unwrap over its own connection.
/// </summary>
public abstract class KeyRing
{
    /// <summary>The version that wraps new keys.</summary>
    public abstract int Current { get; }

    /// <summary>Wraps a content key under the current version, bound to whose it is.</summary>
    public abstract byte[] Wrap(ReadOnlySpan<byte> key, Guid subject);

    /// <summary>Unwraps, or returns null if these bytes are not a key of this ring for this subject.</summary>
    public abstract byte[]? TryUnwrap(ReadOnlySpan<byte> wrapped, int version, Guid subject);

    /// <summary>Looks again, after another process may have turned the ring.</summary>
    public virtual void Refresh()
    {
    }

    /// <summary>A key for one use only (HKDF-SHA256), the same each time: the chain's seal, the search index, fingerprints.</summary>
    public abstract byte[] Derive(string use);
}
