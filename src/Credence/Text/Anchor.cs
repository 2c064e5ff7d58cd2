namespace Credence.Text;

/// <summary>Which words of a pattern to look for first. Only speed depends on it.</summary>
/// <param name="Words">Words of which every match of the pattern has at least one.</param>
/// <param name="Reach">How many words before that one a match may begin.</param>
/// <param name="Companions">Of each other required element, words of which every match has at least one.</param>
internal sealed record Anchor(WordForm[] Words, int Reach, IReadOnlyList<WordForm[]> Companions)
{
    internal static Anchor Of(Pattern pattern, Rarest rarest)
    {
        var elements = pattern.Elements;
        var required = Enumerable.Range(0, elements.Count).Where(i => !elements[i].IsOptional).ToArray();
        var chosen = required.MinBy(i => rarest.CommonnessOf(elements[i]) * (Reach(i) + 1));
        return new Anchor(rarest.WordsOf(elements[chosen]), Reach(chosen), [.. required.Where(i => i != chosen).Select(i => rarest.WordsOf(elements[i]))]);

        int Reach(int last) => elements.Take(last + 1).Sum(element => element.MaxGap + element.Alternatives.Max(row => row.Length)) - 1;
    }
}
