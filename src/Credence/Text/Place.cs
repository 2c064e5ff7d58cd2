namespace Credence.Text;

/// <summary>One element of a pattern in terms of word classes.</summary>
/// <param name="Single">Bit set of the classes that alone fill the place.</param>
/// <param name="Rows">Rows of several words that fill it, longest first.</param>
/// <param name="MaxGap">How many other words may stand before it.</param>
/// <param name="IsOptional">True if it may be left empty.</param>
internal readonly record struct Place(ulong[] Single, Row[] Rows, int MaxGap, bool IsOptional)
{
    internal bool IsSingle(ushort wordClass) => ClassSets.Has(Single, wordClass);
}

/// <summary>Several words in a row, each a set of classes.</summary>
internal readonly record struct Row(ulong[][] Words)
{
    internal int Length => Words.Length;

    internal bool Matches(ReadOnlySpan<Token> words)
    {
        if (words.Length < Words.Length)
        {
            return false;
        }

        for (var i = 0; i < Words.Length; i++)
        {
            if (!ClassSets.Has(Words[i], words[i].Class))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Makes bit sets over the classes of a vocabulary; equal sets are one array.</summary>
internal sealed class ClassSets(Vocabulary vocabulary)
{
    private readonly Dictionary<string, ulong[]> _known = [];

    internal static bool Has(ulong[] set, ushort wordClass) => (set[wordClass >> 6] >> (wordClass & 63) & 1) != 0;

    internal Place PlaceOf(PatternElement element) => new(
        SetOf([.. element.Alternatives.Where(row => row.Length == 1).SelectMany(row => row[0])]),
        [.. element.Alternatives.Where(row => row.Length > 1).OrderByDescending(row => row.Length)
            .Select(row => new Row([.. row.Select(SetOf)]))],
        element.MaxGap,
        element.IsOptional);

    private ulong[] SetOf(WordForm[] words)
    {
        var key = string.Join('|', words);
        if (!_known.TryGetValue(key, out var set))
        {
            set = new ulong[(vocabulary.Classes >> 6) + 1];
            foreach (var wordClass in words.SelectMany(vocabulary.ClassesOf))
            {
                set[wordClass >> 6] |= 1UL << (wordClass & 63);
            }

            _known.Add(key, set);
        }

        return set;
    }
}
