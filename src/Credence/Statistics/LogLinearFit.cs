using MathNet.Numerics.Distributions;

namespace Credence.Statistics;

/// <summary>What a log-linear model came to.</summary>
public sealed record LogLinearFit
{
    /// <summary>The terms, in the order of the coefficients.</summary>
    public required IReadOnlyList<int> Terms { get; init; }

    /// <summary>Coefficients on the log scale.</summary>
    public required IReadOnlyList<double> Coefficients { get; init; }

    /// <summary>Large-sample variances of the coefficients, from the inverse information.</summary>
    public required IReadOnlyList<double> Variances { get; init; }

    /// <summary>Fitted means by cell; 0 where the model was not fitted.</summary>
    public required IReadOnlyList<double> Means { get; init; }

    /// <summary>Poisson log-likelihood of the fitted cells.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Akaike's information criterion, counting the coefficients.</summary>
    public double Aic => (2 * Coefficients.Count) - (2 * LogLikelihood);

    /// <summary>Exp of the first coefficient with its Wald limits, exp of its normal interval.</summary>
    public Estimate ExpOfFirst(double confidence = 0.95)
    {
        var half = Normal.InvCDF(0, 1, 0.5 + (confidence / 2)) * Math.Sqrt(Variances[0]);
        return new Estimate(
            Math.Exp(Coefficients[0]), new Interval(Math.Exp(Coefficients[0] - half), Math.Exp(Coefficients[0] + half)));
    }

    /// <summary>Fitted mean of all cells that a term applies to.</summary>
    public double MeanWhere(int term)
    {
        var sum = 0.0;
        for (var cell = term; cell < Means.Count; cell++)
        {
            if (LogLinearModel.Applies(term, cell)) { sum += Means[cell]; }
        }

        return sum;
    }
}
