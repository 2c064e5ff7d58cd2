using Credence.Evaluation.Measures;
using Credence.Incidents;
using Credence.Screening;

namespace Credence.Police.Measures;

/// <summary>
/// What measures tell of an incident, in one number: the month highest, then unit, level, type, codes, clearance, and whether somebody is
/// recorded as victim or arrested. One number, because then counting is one walk along one index, which opens no row of the table, and a
/// period is a range of it.
/// </summary>
internal static class IncidentFacets
{
    /// <summary>Somebody is arrested or cited where somebody sold sex (40A): such incidents are looked into person by person.</summary>
    public const long ArrestedWhereSold = 1L << 19;

    private const int MonthAt = 20;

    // NIBRS data element 4; what an agency writes instead counts as known, and as none of these.
    private const string Clearances = "ABCDEN";
    private const int OtherClearance = 7;

    private static readonly Person Victim = new(Involvement.Victim);
    private static readonly Person Somebody = new(Involvement.Unknown);

    /// <summary>The number of an incident.</summary>
    public static long Of(MeasureRow row, DateOnly? date)
    {
        var arrested = row.Persons?.Any(person => person.Involvement == Involvement.Arrestee) == true;
        return ((date is { } day ? Month(day) : 0) << MonthAt)
            | (row.IsCodedSold && arrested ? ArrestedWhereSold : 0)
            | ((long)Persons(row.Persons) << 17)
            | ((long)Clearance(row.Clearance) << 14)
            | (row.IsCodedProstitutionOnly ? 1L << 13 : 0)
            | (row.IsCodedSold ? 1L << 12 : 0)
            | ((long)Three(row.IsCodedTrafficking) << 10)
            | ((long)row.Type << 7)
            | ((long)row.Level << 4)
            | (long)row.Unit;
    }

    /// <summary>An incident of that number as measures see it. Of its persons it says whether one is a victim, and no more.</summary>
    public static MeasureRow Row(long facets) => new()
    {
        Site = "", Number = default,
        Unit = (IdentifyingUnit)(facets & 7), Level = (Level)((facets >> 4) & 7), Type = (ExploitationType)((facets >> 7) & 7),
        IsCodedTrafficking = ((facets >> 10) & 3) switch { 0 => null, var coded => coded == 2 },
        IsCodedSold = (facets & (1L << 12)) != 0, IsCodedProstitutionOnly = (facets & (1L << 13)) != 0,
        Clearance = ((facets >> 14) & 7) switch { 0 => null, OtherClearance => "other", var code => Clearances[(int)code - 1].ToString() },
        Persons = ((facets >> 17) & 3) switch { 0 => null, 2 => [Victim], _ => [Somebody] },
        Year = facets >> MonthAt is > 0 and var month ? (int)((month - 1) / 12) : null,
    };

    /// <summary>The least number of a month; whatever has no date is below all of them.</summary>
    public static long From(DateOnly month) => Month(month) << MonthAt;

    /// <summary>The least number after a month.</summary>
    public static long After(DateOnly month) => (Month(month) + 1) << MonthAt;

    /// <summary>The number of the same incident in the first month of its year.</summary>
    public static long OfYear(long facets) =>
        facets >> MonthAt is > 0 and var month ? facets - ((month - 1) % 12 << MonthAt) : facets;

    private static long Month(DateOnly day) => (day.Year * 12L) + day.Month;

    private static int Three(bool? holds) => holds switch { null => 0, false => 1, true => 2 };

    private static int Persons(IReadOnlyList<Person>? persons) => Three(persons?.Any(person => person.Involvement == Involvement.Victim));

    private static int Clearance(string? recorded) => recorded?.Trim().ToUpperInvariant() switch
    {
        null or "" => 0,
        [var letter] when Clearances.IndexOf(letter, StringComparison.Ordinal) is var place and >= 0 => place + 1,
        _ => OtherClearance,
    };
}
