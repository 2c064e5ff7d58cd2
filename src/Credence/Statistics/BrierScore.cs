namespace Credence.Statistics;

/// <summary>
/// Mean squared distance of probabilities from what came true (Brier 1950), taken apart over bins: score = reliability -
/// resolution + uncertainty + within (Murphy 1973; the last by Stephenson, Coelho and Jolliffe 2008).
/// </summary>
/// <param name="Score">0 is best; always saying the base rate gives the uncertainty.</param>
/// <param name="Reliability">Squared gap of forecast and share in each bin: 0 if probabilities mean what they say.</param>
/// <param name="Resolution">How far the shares of the bins lie from the base rate: the more, the better told apart.</param>
/// <param name="Uncertainty">Base rate times its complement: what the cases themselves leave open.</param>
/// <param name="Within">What forecasts that differ inside a bin add; 0 if each bin has only one probability.</param>
public readonly record struct BrierScore(double Score, double Reliability, double Resolution, double Uncertainty, double Within)
{
    /// <summary>Share of the uncertainty taken away: 1 is perfect, 0 no better than the base rate; NaN if nothing was uncertain.</summary>
    public double Skill => Uncertainty > 0 ? 1 - (Score / Uncertainty) : double.NaN;

    /// <summary>From forecasts and the bins they were put into; NaN in all parts without a forecast.</summary>
    internal static BrierScore From(IReadOnlyCollection<Forecast> forecasts, IReadOnlyCollection<ReliabilityBin> bins)
    {
        var n = (double)forecasts.Count;
        var rate = forecasts.Count(f => f.Happened) / n;
        var score = forecasts.Sum(f => Square(f.Probability - (f.Happened ? 1 : 0))) / n;
        var reliability = bins.Sum(bin => bin.Observed.Of * Square(bin.Gap)) / n;
        var resolution = bins.Sum(bin => bin.Observed.Of * Square(bin.Observed.Share - rate)) / n;
        var uncertainty = rate * (1 - rate);
        return new BrierScore(score, reliability, resolution, uncertainty, score - (reliability - resolution + uncertainty));
    }

    private static double Square(double x) => x * x;
}
