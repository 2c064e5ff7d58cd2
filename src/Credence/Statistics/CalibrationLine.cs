using MathNet.Numerics.Distributions;

namespace Credence.Statistics;

/// <summary>
/// Calibration without bins: the truth regressed on the log-odds of the probabilities given (Cox 1958). Perfect is a slope of 1
/// and an intercept of 0.
/// </summary>
/// <param name="Intercept">Intercept beside the slope.</param>
/// <param name="Slope">Below 1 if the probabilities are too extreme, above 1 if too timid.</param>
/// <param name="InTheLarge">Intercept with the slope held at 1: below 0 if too much was promised over all.</param>
public sealed record CalibrationLine(Estimate Intercept, Estimate Slope, Estimate InTheLarge)
{
    private static readonly double[] Constant = [1];

    /// <summary>
    /// From forecasts, with Wald limits. Null where there is no line: a probability of exactly 0 or 1 has no log-odds; all came
    /// true or none; all probabilities are the same; or one cut tells those that came true from the others.
    /// </summary>
    public static CalibrationLine? From(IReadOnlyCollection<Forecast> forecasts, double confidence = 0.95)
    {
        if (!forecasts.All(f => f.Probability is > 0 and < 1) || HasCut(forecasts)) { return null; }

        var odds = forecasts.Select(f => Math.Log(f.Probability / (1 - f.Probability))).ToArray();
        var happened = forecasts.Select(f => f.Happened).ToArray();
        var line = LogisticFit.Of([.. odds.Select(x => new[] { 1, x })], new double[odds.Length], happened);
        var shift = LogisticFit.Of([.. odds.Select(_ => Constant)], odds, happened);
        return line is null || shift is null
            ? null
            : new CalibrationLine(Limits(line, 0, confidence), Limits(line, 1, confidence), Limits(shift, 0, confidence));
    }

    // Then, and only then, the likelihood has no maximum (Albert and Anderson 1984); an empty side has a cut too.
    private static bool HasCut(IReadOnlyCollection<Forecast> forecasts)
    {
        var yes = forecasts.Where(f => f.Happened).Select(f => f.Probability).ToList();
        var no = forecasts.Where(f => !f.Happened).Select(f => f.Probability).ToList();
        return yes.Count == 0 || no.Count == 0 || yes.Min() >= no.Max() || no.Min() >= yes.Max();
    }

    private static Estimate Limits(LogisticFit fit, int at, double confidence)
    {
        var half = Normal.InvCDF(0, 1, 0.5 + (confidence / 2)) * fit.StandardErrors[at];
        return new Estimate(fit.Coefficients[at], new Interval(fit.Coefficients[at] - half, fit.Coefficients[at] + half));
    }
}
