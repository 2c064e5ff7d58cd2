namespace Credence.Text;

/// <summary>What fills the places of the patterns of a set: equal fillings once, each with a number.</summary>
internal sealed class Fillings
{
    private readonly Vocabulary _vocabulary;
    private readonly Numbered<ushort[], ClassFilter> _filters;
    private readonly Numbered<ushort[], ulong[]> _sets;
    private readonly Numbered<ushort[][], Row[]> _rows = new(rows => [.. rows.Select(row => new Row(row))], Key);

    internal Fillings(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _filters = new(classes => ClassFilter.Of(classes), Key);
        _sets = new(BitsOf, Key);
        AnyWord = _filters.NumberOf([.. Enumerable.Range(0, vocabulary.Classes).Select(wordClass => (ushort)wordClass)]);
        _rows.NumberOf([]);
    }

    /// <summary>The filter that every word passes.</summary>
    internal ushort AnyWord { get; }

    internal ClassFilter[] Filters => _filters.ToArray();

    /// <summary>A bit for each class.</summary>
    internal ulong[][] Sets => _sets.ToArray();

    /// <summary>Rows of several words, the longest first; each word the number of a set.</summary>
    internal Row[][] Rows => _rows.ToArray();

    internal static bool Has(ulong[] set, ushort wordClass) => (set[wordClass >> 6] >> (wordClass & 63) & 1) != 0;

    internal Place PlaceOf(PatternElement element) => new(
        FilterOf(element.Alternatives.SelectMany(row => row[0])),
        SetOf(element.Alternatives.Where(row => row.Length == 1).SelectMany(row => row[0])),
        _rows.NumberOf([.. element.Alternatives.Where(row => row.Length > 1).OrderByDescending(row => row.Length)
            .Select(row => row.Select(SetOf).ToArray())]),
        checked((byte)element.MaxGap),
        element.IsOptional);

    internal ushort FilterOf(IEnumerable<WordForm> words) => _filters.NumberOf(ClassesOf(words));

    internal int SizeOf(ushort filter) => _filters[filter].Count;

    private ushort SetOf(IEnumerable<WordForm> words) => _sets.NumberOf(ClassesOf(words));

    private ushort[] ClassesOf(IEnumerable<WordForm> words) => [.. words.SelectMany(_vocabulary.ClassesOf).Distinct().Order()];

    private ulong[] BitsOf(ushort[] classes)
    {
        var bits = new ulong[(_vocabulary.Classes >> 6) + 1];
        foreach (var wordClass in classes)
        {
            bits[wordClass >> 6] |= 1UL << (wordClass & 63);
        }

        return bits;
    }

    private static string Key(ushort[] numbers) => string.Join(',', numbers);

    private static string Key(ushort[][] rows) => string.Join(';', rows.Select(Key));

    /// <summary>Several words in a row, each the number of a set.</summary>
    internal readonly record struct Row(ushort[] Words);

    private sealed class Numbered<TKey, TMade>(Func<TKey, TMade> make, Func<TKey, string> keyOf)
    {
        private readonly List<TMade> _made = [];
        private readonly Dictionary<string, ushort> _numbers = [];

        internal TMade this[ushort number] => _made[number];

        internal ushort NumberOf(TKey key)
        {
            if (!_numbers.TryGetValue(keyOf(key), out var number))
            {
                number = checked((ushort)_made.Count);
                _made.Add(make(key));
                _numbers.Add(keyOf(key), number);
            }

            return number;
        }

        internal TMade[] ToArray() => [.. _made];
    }
}
