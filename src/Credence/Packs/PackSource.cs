namespace Credence.Packs;

/// <summary>A work that a pack cites.</summary>
/// <param name="Key">Short name, used by the pack's items.</param>
/// <param name="Title">Title.</param>
/// <param name="Publisher">Who published it, and when.</param>
/// <param name="Url">Address, or null.</param>
/// <param name="Verified">False where nobody could check the text yet: "to be verified".</param>
public sealed record PackSource(string Key, string Title, string Publisher, string? Url, bool Verified);
