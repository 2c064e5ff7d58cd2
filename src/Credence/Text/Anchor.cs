namespace Credence.Text;

/// <summary>Which words of a pattern to look for first. Only speed depends on it.</summary>
/// <param name="Words">Words of which every match of the pattern has at least one.</param>
/// <param name="Reach">How many words before that one a match may begin.</param>
/// <param name="Companions">Of each other required element, words of which every match has at least one.</param>
internal sealed record Anchor(IReadOnlyList<WordForm> Words, int Reach, IReadOnlyList<IReadOnlyList<WordForm>> Companions)
{
    internal static Anchor Of(Pattern pattern) =>
        Enumerable.Range(0, pattern.Elements.Count).Where(i => !pattern.Elements[i].IsOptional)
            .Select(i => At(pattern.Elements, i)).MinBy(anchor => Commonness(anchor.Words) * (anchor.Reach + 1))!;

    private static Anchor At(IReadOnlyList<PatternElement> elements, int chosen)
    {
        var longest = elements.Take(chosen + 1).Sum(element => element.MaxGap + element.Alternatives.Max(row => row.Length));
        var others = elements.Where((element, i) => i != chosen && !element.IsOptional).Select(WordsOf);
        return new Anchor(WordsOf(elements[chosen]), longest - 1, [.. others]);
    }

    private static IReadOnlyList<WordForm> WordsOf(PatternElement element) => [.. element.Alternatives.SelectMany(Rarest).Distinct()];

    private static WordForm[] Rarest(WordForm[][] row) => row.MinBy(Commonness)!;

    private static double Commonness(IReadOnlyCollection<WordForm> words) => words.Sum(WordFrequency.Of);
}
