using MathNet.Numerics.Distributions;

namespace Credence.Statistics;

/// <summary>The mean of independent values with Student's interval.</summary>
public static class MeanEstimate
{
    /// <summary>The mean; without an interval if there are fewer than two values.</summary>
    public static Estimate Of(IReadOnlyCollection<double> values, double confidence = 0.95)
    {
        if (values.Count == 0) { return Estimate.Undefined; }

        var mean = values.Average();
        if (values.Count < 2) { return new Estimate(mean, Interval.Undefined); }

        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
        var half = StudentT.InvCDF(0, 1, values.Count - 1, 0.5 + (confidence / 2)) * deviation / Math.Sqrt(values.Count);
        return new Estimate(mean, new Interval(mean - half, mean + half));
    }
}
