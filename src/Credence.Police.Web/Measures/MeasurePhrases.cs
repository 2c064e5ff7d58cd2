using System.Globalization;
using Credence.Evaluation.Measures;
using Credence.Police.Measures;
using Credence.Police.Web.Pages;

namespace Credence.Police.Web.Measures;

/// <summary>How pages say measures: every share with what it is a share of.</summary>
internal static class MeasurePhrases
{
    public const string Withheld = "withheld";

    public static string Of(Breakdown by) => by switch
    {
        Breakdown.Unit => "who identified it",
        Breakdown.Year => "year",
        Breakdown.Type => "kind",
        Breakdown.Age => "age",
        _ => $"{by.ToString().ToLowerInvariant()} as recorded",
    };

    /// <summary>Such as "12 of 345".</summary>
    public static string Counts(MeasuredShare share) => $"{Words.Number(share.Counted.Count)} of {Words.Number(share.Counted.Of)}";

    /// <summary>Such as "3.5 % (2.0 to 6.0)".</summary>
    public static string Share(MeasuredShare share) =>
        $"{Percent(share.Share.Value)} % ({Percent(share.Share.Interval.Low)} to {Percent(share.Share.Interval.High)})";

    /// <summary>What an answer is called where a measure has only yes and no.</summary>
    public static string Answer(Measure measure, string answer) => answer == MeasureWords.Yes ? measure.Name : answer;

    /// <summary>What a group is called; races are letters of NIBRS in the record.</summary>
    public static string Group(Breakdown by, string group) => (by, group) switch
    {
        (Breakdown.Race, "W") => "White",
        (Breakdown.Race, "B") => "Black or African American",
        (Breakdown.Race, "I") => "American Indian or Alaska Native",
        (Breakdown.Race, "A") => "Asian",
        (Breakdown.Race, "P") => "Native Hawaiian or other Pacific Islander",
        (Breakdown.Race, "U") => "recorded as unknown",
        (Breakdown.Type, "both") => "both, or not said which",
        _ => group,
    };

    /// <summary>Which incidents, in words.</summary>
    public static string Of(MeasureFilter filter) => string.Join(", ", new[]
    {
        filter.Unit is { } unit ? $"identified by {(unit == IdentifyingUnit.Unknown ? "nobody recorded" : unit.Word())}" : "identified by anybody",
        (filter.From, filter.To) switch
        {
            (null, null) => "all months, with and without a date",
            ({ } from, null) => $"since {Month(from)}",
            (null, { } to) => $"until {Month(to)}",
            ({ } from, { } to) => $"{Month(from)} to {Month(to)}",
        },
    });

    private static string Month(DateOnly month) => month.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture);
}
