namespace Credence.Evaluation.Measures;

/// <summary>Every measure; docs/measures.md is made of it.</summary>
public static class MeasureCatalog
{
    /// <summary>In the order in which a report tells them.</summary>
    public static IReadOnlyList<Measure> All { get; } = [.. RecordMeasures.All, .. ReadingMeasures.All, .. ServiceMeasures.All];

    /// <summary>Those known in one way.</summary>
    public static IEnumerable<Measure> Of(MeasureBasis basis) => All.Where(measure => measure.Basis == basis);

    /// <summary>The measure of that short name, or null.</summary>
    public static Measure? Find(string id) => All.FirstOrDefault(measure => measure.Id == id);
}
