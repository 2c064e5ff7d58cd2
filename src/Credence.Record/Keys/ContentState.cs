using Credence.Record.Access;

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
public readonly record struct ContentOwner(Guid Subject, OrganizationId Organization, ContentState State);

/// <summary>A sealed value as the upkeep finds it: where it stands, whose key seals it, and whether its row says that the key is gone.</summary>
/// <param name="Table">The table.</param>
/// <param name="Place">What the ciphertext is bound to.</param>
/// <param name="Bytes">The ciphertext.</param>
/// <param name="State">What the row says of its content.</param>
public sealed record SealedValue(string Table, SealedPlace Place, byte[] Bytes, ContentState State)
{
    public override string ToString() => $"SealedValue({Table})";
}
