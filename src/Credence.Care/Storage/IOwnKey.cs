using Credence.Record.Access;
using Credence.Record.Keys;

namespace Credence.Care.Storage;

/// <summary>
/// Something of a person that has a key of its own beside the person's, so that it can be erased while the rest stays, or stay while
/// the rest is erased: a consent, a statement, a release under a law.
/// </summary>
internal interface IOwnKey : IPersonRow
{
    /// <summary>The subject of its key; made of chance alone.</summary>
    public Guid Key { get; }

    /// <summary>Whether it can still be read.</summary>
    public ContentState State { get; }

    /// <summary>What is sealed.</summary>
    public byte[] Content { get; }

    /// <summary>What the ciphertext is bound to.</summary>
    public SealedPlace Place { get; }
}
