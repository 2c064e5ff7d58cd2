namespace Credence.Review;

/// <summary>
/// What the ranking knows of one document: its text and what was found in it. It does not print itself: the text is
/// somebody's story.
/// </summary>
/// <param name="text">The text; empty if there is none.</param>
/// <param name="features">Names of what was found, such as indicators; a name that occurs more than once counts once.</param>
public sealed class ReviewDocument(string text, IReadOnlyCollection<string>? features = null)
{
    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>Names of what was found in it.</summary>
    public IReadOnlyCollection<string> Features { get; } = features ?? [];

    /// <summary>Lengths only.</summary>
    public override string ToString() => $"ReviewDocument({Text.Length} characters, {Features.Count} features)";
}
