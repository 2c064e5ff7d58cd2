using Credence.Evaluation.Measures;
using Credence.Police.Incidents;

namespace Credence.Police.Measures;

/// <summary>The measures of a police record.</summary>
public sealed record CountedMeasures
{
    /// <summary>In the order of the catalog, wholes before groups.</summary>
    public required IReadOnlyList<MeasureLine> Lines { get; init; }

    /// <summary>Incidents that were counted.</summary>
    public required long Incidents { get; init; }

    /// <summary>Incidents that came in before measures were kept, and are in no figure.</summary>
    public required long NotKept { get; init; }

    /// <summary>True if small counts are withheld, with those that would give them away: the one who asks may open no incident.</summary>
    public required bool IsProtected { get; init; }
}

/// <summary>A measure in one group. What is null is withheld.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="By">By what it is broken down.</param>
/// <param name="Group">The group.</param>
/// <param name="Of">The denominator: all whose answer is known.</param>
/// <param name="Unknown">How many more there are whose answer is not known.</param>
/// <param name="Shares">A share for each answer that is told.</param>
public sealed record MeasureLine(Measure Measure, Breakdown By, string Group, int? Of, int? Unknown, IReadOnlyList<MeasureShare> Shares)
{
    public override string ToString() => $"MeasureLine({Measure.Id})";
}

/// <summary>How many gave one answer.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Share">The count and its share; null if it is withheld.</param>
public sealed record MeasureShare(string Answer, MeasuredShare? Share)
{
    public override string ToString() => Share is null ? "MeasureShare(withheld)" : $"{Share}";
}

/// <summary>Incidents behind a figure, in the order in which they came in.</summary>
/// <param name="Lines">Numbers and codes.</param>
/// <param name="Next">After which row the next page begins; null at the end.</param>
public sealed record IncidentsBehind(IReadOnlyList<QueueLine> Lines, long? Next);
