using Credence.Evaluation.Measures;

namespace Credence.Police.Measures;

/// <summary>Of which incidents. What is null does not narrow.</summary>
/// <param name="Unit">Identified by this kind of unit.</param>
/// <param name="From">The first month; the day does not matter.</param>
/// <param name="To">The last month.</param>
public sealed record MeasureFilter(IdentifyingUnit? Unit = null, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>All incidents of the record.</summary>
    public static readonly MeasureFilter Everything = new();
}

/// <summary>One figure: how many of a group gave an answer.</summary>
/// <param name="Measure">The measure, one of the record.</param>
/// <param name="By">By what it is broken down.</param>
/// <param name="Group">The group.</param>
/// <param name="Answer">The answer.</param>
public sealed record MeasureFigure(Measure Measure, Breakdown By, string Group, string Answer)
{
    /// <summary>Whether it counts this incident: where persons are counted, whether it counts one of them.</summary>
    internal bool Counts(MeasureRow row) => Measure.Population.In(row).Any(one => one.GroupBy(By) == Group && Measure.AnswerOf(one) == Answer);

    public override string ToString() => $"MeasureFigure({Measure.Id})";
}
