using System.Globalization;
using Credence.Screening;
using Credence.Statistics;
using Credence.Training;

namespace Credence.Police.Web.Training;

/// <summary>Practice in plain words.</summary>
internal static class TrainingWords
{
    public static string Of(SortedAs sorted) => sorted switch
    {
        SortedAs.NoSigns => "no signs",
        SortedAs.Sex => "signs: sex",
        SortedAs.Labor => "signs: labor",
        _ => "signs: both",
    };

    public static string Of(Level level) => level switch
    {
        Level.StrongIndication => "strong indication",
        Level.PossibleIndication => "possible indication",
        Level.NoneFound => "none found",
        _ => "not screened",
    };

    public static string Of(SceneChoice choice) =>
        $"{(choice.Serves ? "Serves" : "Goes against")} recommendation {(int)choice.Recommendation}: {choice.Recommendation.Title()}";

    public static string Source(SceneChoice choice) =>
        $"{choice.Citation.Title}{(choice.Citation.Pinpoint is { } place ? $": {place}" : "")}{(choice.Citation.Verified ? "" : " (to be verified)")}";

    /// <summary>A share with its interval, such as 9 of 12 (47 % to 91 %).</summary>
    public static string Of(Proportion share)
    {
        var interval = share.Wilson();
        return string.Create(CultureInfo.InvariantCulture, $"{share.Count} of {share.Of} ({interval.Low:P0} to {interval.High:P0})");
    }

    /// <summary>A rounded share, such as about 85 %.</summary>
    public static string About(double share) => string.Create(CultureInfo.InvariantCulture, $"about {share * 100:0} %");

    /// <summary>How a share changed from person to person, such as -8 points (-13 to -3).</summary>
    public static string Points(Estimate change) => string.Create(
        CultureInfo.InvariantCulture, $"{change.Value * 100:+0;-0;0} points ({change.Interval.Low * 100:+0;-0;0} to {change.Interval.High * 100:+0;-0;0})");

    public static string Of(CohensKappa kappa)
    {
        var estimate = kappa.Estimate();
        // An error of none is what the formula says where all were sorted alike, and says nothing of how sure it is.
        return double.IsNaN(estimate.Value) ? "not defined: chance alone agrees always"
            : kappa.StandardError < 1e-9 ? string.Create(CultureInfo.InvariantCulture, $"{estimate.Value:0.00}, without an interval: {(estimate.Value < 1 ? "one of the two said the same of every report" : "the two agree on every report")}")
            : string.Create(CultureInfo.InvariantCulture, $"{estimate.Value:0.00} ({estimate.Interval.Low:0.00} to {estimate.Interval.High:0.00})");
    }
}
