using System.Globalization;
using Credence.Incidents;
using Credence.Screening;

namespace Credence.Evaluation.Measures;

/// <summary>By what a measure is broken down, one at a time.</summary>
public enum Breakdown
{
    /// <summary>Not at all: a site as a whole.</summary>
    None,

    /// <summary>Who identified it.</summary>
    Unit,

    /// <summary>The year.</summary>
    Year,

    /// <summary>
    /// Sex, labor, both, unknown: of readings as readers say, of the record as the program says. Of no measure whose answer decides it:
    /// readers give a type only where they see somebody, and the program gives one to whatever has a code.
    /// </summary>
    Type,

    /// <summary>Sex of the person as recorded.</summary>
    Sex,

    /// <summary>Under 18, or 18 and over.</summary>
    Age,

    /// <summary>Race of the person as recorded.</summary>
    Race,

    /// <summary>Nationality of the person as recorded.</summary>
    Nationality,
}

/// <summary>What a measure counts: an incident, or a person of one.</summary>
/// <param name="Row">The incident.</param>
/// <param name="Person">The person as recorded; null where incidents are counted.</param>
public readonly record struct Counted(MeasureRow Row, Person? Person = null)
{
    /// <summary>The group it belongs to; <see cref="MeasureWords.NotRecorded"/> where that is not known.</summary>
    public string GroupBy(Breakdown breakdown) => breakdown switch
    {
        Breakdown.Unit => Row.Unit.Word(),
        Breakdown.Year => Row.Year?.ToString(CultureInfo.InvariantCulture) ?? MeasureWords.NotRecorded,
        Breakdown.Type => TypeOf(Row.Coding?.Type ?? Row.Type),
        Breakdown.Sex => SexOf(Person is null ? Row.Coding?.Sex : Person.Sex),
        Breakdown.Age => Person is null ? AgeOf(Row.Coding?.Minor) : AgeOf(Person.Age),
        Breakdown.Race => Named(Person is null ? Row.Coding?.Race : Person.Race),
        Breakdown.Nationality => Named(Person is null ? Row.Coding?.Nationality : Person.Nationality),
        _ => MeasureWords.All,
    };

    private static string TypeOf(ExploitationType type) => type == ExploitationType.None ? "unknown" : type.ToString().ToLowerInvariant();

    private static string AgeOf(int? age) => age is null ? MeasureWords.NotRecorded : age < 18 ? "under 18" : "18 and over";

    private static string AgeOf(MinorStatus? minor) => minor switch
    {
        MinorStatus.Yes => "under 18",
        MinorStatus.No => "18 and over",
        _ => MeasureWords.NotRecorded,
    };

    private static string SexOf(string? recorded) => recorded?.Trim().ToUpperInvariant() switch
    {
        null or "" or "U" or "UNK" or "UNKNOWN" => MeasureWords.NotRecorded,
        "F" or "FEMALE" => "female",
        "M" or "MALE" => "male",
        _ => "another sex as recorded",
    };

    private static string Named(string? recorded) => string.IsNullOrWhiteSpace(recorded) ? MeasureWords.NotRecorded : recorded.Trim().ToUpperInvariant();
}
