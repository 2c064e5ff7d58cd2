namespace Credence.Evaluation.HiddenPopulation;

/// <summary>
/// How many people were seen on which lists, each person once: the table that multiple systems estimation starts from. It
/// holds counts and no person.
/// </summary>
public sealed class CaptureTable
{
    /// <summary>Cells double with every list; more lists than this are refused.</summary>
    public const int MostLists = 12;

    private readonly int[] _counts;

    internal CaptureTable(IReadOnlyList<string> lists, int[] counts)
    {
        Lists = lists;
        _counts = counts;
        Observed = counts.Sum();
    }

    /// <summary>Names of the lists.</summary>
    public IReadOnlyList<string> Lists { get; }

    /// <summary>People on at least one list.</summary>
    public int Observed { get; }

    /// <summary>People by the set of their lists, which is the number of the cell: list 0 is bit 1, list 1 bit 2, and so on.</summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <summary>Every pair of lists.</summary>
    public IEnumerable<ListPair> Pairs =>
        from second in Enumerable.Range(0, Lists.Count)
        from first in Enumerable.Range(0, second)
        select new ListPair(first, second);

    /// <summary>People who are on all lists of a set, and maybe on more.</summary>
    public int On(int lists)
    {
        var sum = 0;
        for (var cell = lists; cell < _counts.Length; cell++)
        {
            if ((cell & lists) == lists) { sum += _counts[cell]; }
        }

        return sum;
    }

    /// <summary>People who are on exactly this many lists.</summary>
    public int OnExactly(int lists) =>
        _counts.Where((_, cell) => System.Numerics.BitOperations.PopCount((uint)cell) == lists).Sum();

    /// <summary>The same table without one list; who was on that list alone is no longer seen.</summary>
    public CaptureTable Without(int list)
    {
        var counts = new int[_counts.Length / 2];
        var low = (1 << list) - 1;
        for (var cell = 0; cell < _counts.Length; cell++) { counts[(cell & low) | ((cell >> 1) & ~low)] += _counts[cell]; }

        counts[0] = 0;
        return new CaptureTable([.. Lists.Where((_, i) => i != list)], counts);
    }

    /// <summary>The same lists with other counts.</summary>
    internal CaptureTable With(int[] counts) => new(Lists, counts);
}

/// <summary>Two lists, by their place in the table.</summary>
/// <param name="First">The one that stands first.</param>
/// <param name="Second">The other.</param>
public readonly record struct ListPair(int First, int Second)
{
    internal int Cell => (1 << First) | (1 << Second);

    /// <summary>Both names, as in <c>A:E</c>.</summary>
    public string NameIn(CaptureTable table) => $"{table.Lists[First]}:{table.Lists[Second]}";
}
