using Credence.Consents;
using OrganizationId = Credence.Record.Access.OrganizationId;

namespace Credence.Record.Keys;

/// <summary>Whether what an incident or a person's record said can still be read.</summary>
public enum ContentState
{
    Kept,

    /// <summary>Its key is being erased; what was begun is finished at the next start.</summary>
    Erasing,

    /// <summary>Its key is gone, and with it what was written, here and in every backup.</summary>
    Erased,
}

/// <summary>Whose content is in some state.</summary>
/// <param name="Subject">The subject of the key that seals it.</param>
/// <param name="About">The incident or person it is about; a person has several keys.</param>
/// <param name="Organization">Whose record it is.</param>
/// <param name="State">Its state.</param>
public readonly record struct ContentOwner(Guid Subject, Guid About, OrganizationId Organization, ContentState State);

/// <summary>What one key seals, as retention sees it.</summary>
/// <param name="Subject">The subject of the key.</param>
/// <param name="About">The incident or person it is about.</param>
/// <param name="Records">The records under the key; the first is the one that the others go with.</param>
public sealed record KeptContent(Guid Subject, Guid About, IReadOnlyList<HeldRecord> Records);

/// <summary>A sealed value as the upkeep finds it: where it stands, whose key seals it, and whether its row says that the key is gone.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">The subject of the key that seals it.</param>
/// <param name="Place">What the ciphertext is bound to.</param>
/// <param name="Bytes">The ciphertext.</param>
/// <param name="State">What the row says of its content.</param>
public sealed record SealedValue(string Table, Guid Key, SealedPlace Place, byte[] Bytes, ContentState State)
{
    public override string ToString() => $"SealedValue({Table})";
}
