namespace Credence.Text;

/// <summary>A row of words with gaps, as a pack writes it (docs/packs.md); <see cref="PatternParser"/> makes it.</summary>
/// <param name="Elements">At least one; the first has no gap and neither the first nor the last is optional.</param>
internal sealed record Pattern(IReadOnlyList<PatternElement> Elements)
{
    /// <summary>Every word the pattern asks for.</summary>
    internal IEnumerable<WordForm> Words => Elements.SelectMany(element => element.Alternatives).SelectMany(words => words);
}

/// <summary>One place in a pattern.</summary>
/// <param name="Alternatives">Rows of words, any of which may stand here.</param>
/// <param name="MaxGap">How many other words may stand before it.</param>
/// <param name="IsOptional">True if the place may be left empty.</param>
internal sealed record PatternElement(IReadOnlyList<IReadOnlyList<WordForm>> Alternatives, int MaxGap, bool IsOptional);
