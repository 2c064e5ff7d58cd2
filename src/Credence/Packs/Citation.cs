namespace Credence.Packs;

/// <summary>Where a statement of a pack comes from.</summary>
/// <param name="Source">Key of the source in its pack.</param>
/// <param name="Title">The source's title.</param>
/// <param name="Pinpoint">The place in the source, or null.</param>
/// <param name="Verified">False where the pack says "to be verified".</param>
public sealed record Citation(string Source, string Title, string? Pinpoint, bool Verified);
