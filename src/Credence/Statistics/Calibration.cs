namespace Credence.Statistics;

/// <summary>A probability that was given, and what then was true.</summary>
/// <param name="Probability">From 0 to 1.</param>
/// <param name="Happened">The truth.</param>
public readonly record struct Forecast(double Probability, bool Happened);

/// <summary>Forecasts of about the same probability.</summary>
/// <param name="Range">The probabilities that fall in here; the upper end belongs to the next bin, except 1.</param>
/// <param name="MeanForecast">The mean of those given.</param>
/// <param name="Observed">How many of them came true, with Wilson's interval to show beside it.</param>
public sealed record ReliabilityBin(Interval Range, double MeanForecast, Proportion Observed)
{
    /// <summary>Mean forecast minus observed share: above zero if too much was promised.</summary>
    public double Gap => MeanForecast - Observed.Share;
}

/// <summary>Whether probabilities mean what they say: of those given 30 %, do 30 % come true?</summary>
public sealed record Calibration
{
    /// <summary>The bins that hold a forecast, by rising probability.</summary>
    public required IReadOnlyList<ReliabilityBin> Bins { get; init; }

    /// <summary>The Brier score with its parts over these bins.</summary>
    public required BrierScore Brier { get; init; }

    /// <summary>Expected calibration error: the mean gap without its sign, over forecasts (Naeini, Cooper and Hauskrecht 2015).</summary>
    public double ExpectedError => Bins.Sum(bin => bin.Observed.Of * Math.Abs(bin.Gap)) / Bins.Sum(bin => bin.Observed.Of);

    /// <summary>The largest gap without its sign; NaN without a forecast.</summary>
    public double LargestError => Bins.Count == 0 ? double.NaN : Bins.Max(bin => Math.Abs(bin.Gap));

    /// <summary>From forecasts, in bins of equal width.</summary>
    public static Calibration From(IReadOnlyCollection<Forecast> forecasts, int bins = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        if (!forecasts.All(f => f.Probability is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(forecasts), "A probability lies from 0 to 1.");
        }

        var filled = forecasts.GroupBy(f => BinOf(f.Probability, bins)).OrderBy(g => g.Key)
            .Select(g => new ReliabilityBin(
                new Interval((double)g.Key / bins, (g.Key + 1.0) / bins),
                g.Average(f => f.Probability),
                new Proportion(g.Count(f => f.Happened), g.Count())))
            .ToList();
        return new Calibration { Bins = filled, Brier = BrierScore.From(forecasts, filled) };
    }

    // The product rounds: .29 times 100 is a little under 29, though .29 is the lower end of bin 29.
    private static int BinOf(double probability, int bins)
    {
        var bin = (int)(probability * bins);
        if ((bin + 1.0) / bins <= probability) { bin++; }
        if ((double)bin / bins > probability) { bin--; }

        return Math.Min(bin, bins - 1);
    }
}
