using System.Globalization;
using Credence.Cli.Evaluation;
using Credence.Disclosure;
using Credence.Evaluation.Measures;
using Credence.Statistics;

namespace Credence.Cli.Studies;

/// <summary>How the report writes a figure: the share, its interval, and what it is a share of.</summary>
internal static class StudyFigures
{
    public const string Withheld = "withheld";
    public const string NotMeasured = "not measured";

    public static string Of(ToldGroup told, int share) => told.Group.IsNotMeasured ? NotMeasured
        : told.Share(share) is not { } one ? Withheld
        : $"{Share(one.Share)}{(one.IsOfReadings ? " weighted" : "")} ({Counts(one)}){Unknown(told)}";

    /// <summary>What is said of groups that stand together because nothing of them is told.</summary>
    public static string OfOthers(FoldedGroups folded) => folded.AreOthersNotMeasured ? NotMeasured : Withheld;

    /// <summary>How many in all incidents behind the sample.</summary>
    public static string Total(ToldGroup told, int share) => told.Group.IsNotMeasured ? NotMeasured
        : told.Share(share) is not { } one ? Withheld
        : one.Counted.Count == 0 ? "none was read"
        : $"{Figures.Count(one.Total.Value)}{(double.IsNaN(one.Total.Interval.Low) ? "" : $" [{Figures.Count(one.Total.Interval.Low)}–{Figures.Count(one.Total.Interval.High)}]")}";

    public static string Share(Estimate share) => double.IsNaN(share.Interval.Low) ? Percent(share.Value)
        : $"{Percent(share.Value)} % [{Percent(share.Interval.Low)}–{Percent(share.Interval.High)}]";

    public static string Points(Estimate difference) => double.IsNaN(difference.Value) ? "–"
        : $"{Signed(difference.Value)} [{Signed(difference.Interval.Low)} to {Signed(difference.Interval.High)}]";

    public static string P(double? p) => p switch
    {
        null => "no test",
        < 0.001 => "< 0.001",
        { } value => value.ToString("0.000", CultureInfo.InvariantCulture),
    };

    private static string Counts(MeasuredShare share) => string.Create(CultureInfo.InvariantCulture, $"{share.Counted.Count:N0} of {share.Counted.Of:N0}{(share.IsOfReadings ? " read" : "")}");

    private static string Unknown(ToldGroup told) => told.Group.Unknown == 0 || !told.IsUnknownTold ? ""
        : string.Create(CultureInfo.InvariantCulture, $"; {told.Group.Unknown:N0} more not known");

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Signed(double share) => (share * 100).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);
}
