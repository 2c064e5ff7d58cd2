namespace Credence.Incidents;

/// <summary>Something wrong in one row: where, what was found, what was expected. Never what anybody wrote.</summary>
/// <param name="Row">The row as a spreadsheet numbers it: the row of headers is 1; in files without headers the first row is 1.</param>
/// <param name="Column">The header of the column, or empty if it is the row as a whole.</param>
/// <param name="Found">What was found, by kind and size.</param>
/// <param name="Expected">What was expected, and what was done instead.</param>
public sealed record RowProblem(long Row, string Column, string Found, string Expected);

/// <summary>Why a source as a whole cannot be read.</summary>
/// <param name="Found">What was found.</param>
/// <param name="Expected">What was expected.</param>
public sealed record SourceProblem(string Found, string Expected)
{
    /// <summary>One sentence: found, expected.</summary>
    public override string ToString() => $"found {Found}; expected {Expected}.";
}

/// <summary>One row of a source: the incident as far as it could be read, and what was wrong with the row.</summary>
/// <param name="Row">The row as a spreadsheet numbers it: the row of headers is 1; in files without headers the first row is 1.</param>
/// <param name="Incident">The incident; its narrative is empty if it could not be read.</param>
/// <param name="Problems">What was wrong; empty for nearly every row.</param>
public readonly record struct IncidentRow(long Row, Incident Incident, IReadOnlyList<RowProblem> Problems)
{
    /// <summary>What the row is to whoever keeps incidents.</summary>
    public RowKind Kind { get; init; }
}

/// <summary>What a row of a source is to whoever keeps incidents.</summary>
public enum RowKind
{
    /// <summary>An incident, or a part of one.</summary>
    Report,

    /// <summary>What could be saved of a broken row: it must not take the place of a row that was read whole.</summary>
    Damaged,

    /// <summary>A notice that a report sent before is withdrawn (NIBRS action D); it holds a number and no report.</summary>
    Deletion,
}
