namespace Credence.Text;

/// <summary>The rarest words of the elements of patterns; of elements that share their alternatives, worked out once.</summary>
internal sealed class Rarest
{
    private readonly Dictionary<object, (WordForm[] Words, double Commonness)> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Words of which every filling of the element has at least one.</summary>
    internal WordForm[] WordsOf(PatternElement element) => Of(element).Words;

    /// <summary>How common these words are together.</summary>
    internal double CommonnessOf(PatternElement element) => Of(element).Commonness;

    private (WordForm[] Words, double Commonness) Of(PatternElement element)
    {
        if (_known.TryGetValue(element.Alternatives, out var known)) return known;
        WordForm[] words = [.. element.Alternatives.SelectMany(row => row.Length == 1 ? row[0] : row.MinBy(Commonness)!).Distinct()];
        return _known[element.Alternatives] = (words, Commonness(words));
    }

    private static double Commonness(WordForm[] words)
    {
        var sum = 0.0;
        foreach (var word in words) sum += WordFrequency.Of(word);
        return sum;
    }
}
