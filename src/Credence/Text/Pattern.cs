namespace Credence.Text;

/// <summary>A row of words with gaps, as a pack writes it (docs/packs.md); <see cref="PatternParser"/> makes it.</summary>
/// <param name="Elements">At least one; the first has no gap and neither the first nor the last is optional.</param>
internal sealed record Pattern(IReadOnlyList<PatternElement> Elements)
{
    /// <summary>Every word the pattern asks for.</summary>
    internal IEnumerable<WordForm> Words => WordsOf([this]);

    /// <summary>Every word that patterns ask for, those of a group of words that they share once.</summary>
    internal static IEnumerable<WordForm> WordsOf(IEnumerable<Pattern> patterns) =>
        patterns.SelectMany(pattern => pattern.Elements).Select(element => element.Alternatives).Distinct(ReferenceEqualityComparer.Instance)
            .Cast<IReadOnlyList<WordForm[][]>>().SelectMany(rows => rows).SelectMany(row => row).SelectMany(words => words);
}

/// <summary>One element of a pattern.</summary>
/// <param name="Alternatives">Rows that may stand here; each position of a row is a set of words.</param>
/// <param name="MaxGap">How many other words may stand before it.</param>
/// <param name="IsOptional">True if the element may be left out.</param>
internal sealed record PatternElement(IReadOnlyList<WordForm[][]> Alternatives, int MaxGap, bool IsOptional);
