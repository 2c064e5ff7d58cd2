namespace Credence.Text;

/// <summary>A pattern under a class of its anchor.</summary>
/// <param name="Pattern">Number of the pattern.</param>
/// <param name="Reach">How many words before the anchor a match may begin.</param>
/// <param name="One">Number of the filter of its rarest other element.</param>
/// <param name="Other">Number of the filter of the rarest after that.</param>
internal readonly record struct Anchored(ushort Pattern, ushort Reach, ushort One, ushort Other);

/// <summary>The patterns of a set by the classes of their anchors.</summary>
internal sealed class Anchors
{
    internal Anchors(IReadOnlyList<Pattern> patterns, Fillings fillings, Vocabulary vocabulary)
    {
        var rarest = new Rarest();
        var anchored = patterns.SelectMany((pattern, number) => Of(Anchor.Of(pattern, rarest), number, fillings))
            .OrderBy(pair => pair.WordClass).ToArray();
        Entries = [.. anchored.Select(pair => pair.Entry)];
        FirstOfClass = new int[vocabulary.Classes + 1];
        for (var (wordClass, first) = (0, 0); wordClass < vocabulary.Classes; FirstOfClass[++wordClass] = first)
        {
            while (first < anchored.Length && anchored[first].WordClass == wordClass)
            {
                first++;
            }
        }
    }

    /// <summary>By class, then by pattern.</summary>
    internal Anchored[] Entries { get; }

    /// <summary>Where the entries of each class begin, and at the end how many there are.</summary>
    internal int[] FirstOfClass { get; }

    private static IEnumerable<(ushort WordClass, Anchored Entry)> Of(Anchor anchor, int pattern, Fillings fillings)
    {
        var companions = anchor.Companions.Select(fillings.FilterOf).OrderBy(fillings.SizeOf)
            .Append(fillings.AnyWord).Append(fillings.AnyWord).Take(2).ToArray();
        var entry = new Anchored(checked((ushort)pattern), checked((ushort)anchor.Reach), companions[0], companions[1]);
        return fillings.ClassesOf(anchor.Words).Select(wordClass => (wordClass, entry));
    }
}
