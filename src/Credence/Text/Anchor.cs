namespace Credence.Text;

/// <summary>Which words of a pattern to look for first. Only speed depends on it: short words are common, long ones rare.</summary>
/// <param name="Words">Words of which every match of the pattern has at least one.</param>
/// <param name="Reach">How many words before that one a match may begin.</param>
internal sealed record Anchor(IReadOnlyList<WordForm> Words, int Reach)
{
    internal static Anchor Of(Pattern pattern)
    {
        var elements = pattern.Elements;
        var chosen = Enumerable.Range(0, elements.Count).Where(i => !elements[i].IsOptional)
            .MinBy(i => Commonness(WordsOf(elements[i])));
        var before = elements.Take(chosen + 1).Sum(element => element.MaxGap + element.Alternatives.Max(row => row.Length));
        return new Anchor(WordsOf(elements[chosen]), before - 1);
    }

    /// <summary>Of every row its rarest word.</summary>
    private static WordForm[] WordsOf(PatternElement element) =>
        [.. element.Alternatives.SelectMany(row => row.MinBy(Commonness)!).Distinct()];

    private static double Commonness(WordForm[] words) =>
        words.Sum(word => Math.Pow(word.Letters.Length, -4) * (word.IsStem ? 2 : 1));
}
