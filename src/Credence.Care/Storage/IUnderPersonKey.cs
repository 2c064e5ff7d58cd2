using Credence.Record.Access;
using Credence.Record.Keys;

namespace Credence.Care.Storage;

/// <summary>Something of a person's file, sealed under the person's own key: it goes with the file.</summary>
internal interface IUnderPersonKey : IPersonRow
{
    /// <summary>What is sealed.</summary>
    public byte[] Content { get; }

    /// <summary>What the ciphertext is bound to.</summary>
    public SealedPlace Place { get; }
}
