using Credence.Evaluation.Release;

namespace Credence.Disclosure;

/// <summary>
/// Tables of the same people, decided one after another: what comes first loses nothing to what comes later. A table that cannot be told
/// without giving something away is not told.
/// </summary>
public sealed class DecidedTables
{
    // A report is made again and again: the promise is kept with any effort, only what is lost may be more.
    private static readonly Effort Quick = new(0, 0);

    private readonly Dictionary<string, (FrequencyTable Whole, FrequencyTable Published)> _decided = new(StringComparer.Ordinal);

    /// <summary>The tables as they are told, those that cannot be told left out.</summary>
    public IReadOnlyList<FrequencyTable> Published => [.. _decided.Values.Select(table => table.Published)];

    /// <summary>Cells of all tables, and how many of them are withheld.</summary>
    public (int Cells, int Withheld) Size { get; private set; }

    /// <summary>A table as it is told, or null if it is not.</summary>
    public FrequencyTable? Find(string name) => _decided.TryGetValue(name, out var table) ? table.Published : null;

    /// <summary>Decides one more.</summary>
    public void Decide(string name, FrequencyTable table, SuppressionRule rule, CancellationToken cancellation)
    {
        var found = LinkedTables.After([.. _decided.Values], table, rule) is Linked linked ? Suppressor.Suppress(linked.Tables, Quick, cancellation: cancellation) : null;
        var published = found is Suppressed suppressed ? suppressed.Published[^1] : table.Withhold(Enumerable.Range(0, table.Counts.Count));
        if (found is Suppressed) _decided.Add(name, (table, published));
        Size = (Size.Cells + table.Counts.Count, Size.Withheld + published.Counts.Count(count => count is null));
    }
}
