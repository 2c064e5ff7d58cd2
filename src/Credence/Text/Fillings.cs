namespace Credence.Text;

/// <summary>What fills the places of the patterns of a set: equal fillings once, each with a number.</summary>
internal sealed class Fillings
{
    private readonly Vocabulary _vocabulary;
    private readonly Numbered<ushort[], ClassFilter> _filters;
    private readonly Numbered<ushort[], ulong[]> _sets;
    private readonly Numbered<ushort[][], Row[]> _rows = new(rows => [.. rows.Select(row => new Row(row))], new Alike<ushort[]>(Alike<ushort>.Comparer));

    // Patterns that name a group of words share its alternatives: these are worked out once.
    private readonly Dictionary<object, Place> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, ushort[]> _classes = new(ReferenceEqualityComparer.Instance);

    internal Fillings(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _filters = new(classes => ClassFilter.Of(classes), Alike<ushort>.Comparer);
        _sets = new(BitsOf, Alike<ushort>.Comparer);
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

    internal Place PlaceOf(PatternElement element)
    {
        if (!_known.TryGetValue(element.Alternatives, out var place)) _known.Add(element.Alternatives, place = PlaceOf(element.Alternatives));
        return place with { MaxGap = checked((byte)element.MaxGap), IsOptional = element.IsOptional };
    }

    internal ushort FilterOf(WordForm[] words) => _filters.NumberOf(ClassesOf(words));

    internal int SizeOf(ushort filter) => _filters[filter].Count;

    /// <summary>The classes of words that are one of these forms, in order.</summary>
    internal ushort[] ClassesOf(WordForm[] words)
    {
        if (!_classes.TryGetValue(words, out var classes)) _classes.Add(words, classes = ClassesOf(words.AsEnumerable()));
        return classes;
    }

    private Place PlaceOf(IReadOnlyList<WordForm[][]> alternatives) => new(
        _filters.NumberOf(ClassesOf(alternatives.SelectMany(row => row[0]))),
        SetOf(alternatives.Where(row => row.Length == 1).SelectMany(row => row[0])),
        _rows.NumberOf([.. alternatives.Where(row => row.Length > 1).OrderByDescending(row => row.Length).Select(row => row.Select(SetOf).ToArray())]),
        MaxGap: 0,
        IsOptional: false);

    private ushort SetOf(IEnumerable<WordForm> words) => _sets.NumberOf(ClassesOf(words));

    private ushort[] ClassesOf(IEnumerable<WordForm> words)
    {
        var classes = words.SelectMany(_vocabulary.ClassesOf).ToArray();
        Array.Sort(classes);
        return [.. classes.Distinct()];
    }

    private ulong[] BitsOf(ushort[] classes)
    {
        var bits = new ulong[(_vocabulary.Classes >> 6) + 1];
        foreach (var wordClass in classes)
        {
            bits[wordClass >> 6] |= 1UL << (wordClass & 63);
        }

        return bits;
    }

    /// <summary>Several words in a row, each the number of a set.</summary>
    internal readonly record struct Row(ushort[] Words);

    private sealed class Numbered<TKey, TMade>(Func<TKey, TMade> make, IEqualityComparer<TKey> comparer)
        where TKey : notnull
    {
        private readonly List<TMade> _made = [];
        private readonly Dictionary<TKey, ushort> _numbers = new(comparer);

        internal TMade this[ushort number] => _made[number];

        internal ushort NumberOf(TKey key)
        {
            if (!_numbers.TryGetValue(key, out var number))
            {
                number = checked((ushort)_made.Count);
                _made.Add(make(key));
                _numbers.Add(key, number);
            }

            return number;
        }

        internal TMade[] ToArray() => [.. _made];
    }

    /// <summary>Arrays are alike if their items are, in their order.</summary>
    private sealed class Alike<T>(IEqualityComparer<T> items) : IEqualityComparer<T[]>
    {
        internal static Alike<T> Comparer { get; } = new(EqualityComparer<T>.Default);

        public bool Equals(T[]? one, T[]? other) => one.AsSpan().SequenceEqual(other, items);

        public int GetHashCode(T[] array)
        {
            var hash = default(HashCode);
            foreach (var item in array) hash.Add(item, items);
            return hash.ToHashCode();
        }
    }
}
