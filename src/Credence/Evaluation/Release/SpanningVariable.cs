namespace Credence.Evaluation.Release;

/// <summary>A variable that a table is broken down by, and the categories it has (spanning variable, in the field's words).</summary>
public sealed class SpanningVariable
{
    private readonly Dictionary<string, int> _places;

    /// <summary>A variable with each category once; the total over them is no category.</summary>
    public SpanningVariable(string name, IReadOnlyList<string> categories)
    {
        (Name, Categories) = (name, categories);
        _places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < categories.Count; i++) { _places.Add(categories[i], i); }
    }

    /// <summary>What the column is called.</summary>
    public string Name { get; }

    /// <summary>Its categories, in the order in which they are printed.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>The place that stands for the total over all categories: behind the last of them.</summary>
    public int Total => Categories.Count;

    /// <summary>Where a category stands, or null if it is none of these.</summary>
    public int? PlaceOf(string category) => _places.TryGetValue(category, out var place) ? place : null;

    /// <inheritdoc/>
    public override string ToString() => $"SpanningVariable({Categories.Count} categories)";
}
