using Credence.Packs;
using Credence.Statistics;

namespace Credence.Screening.Instruments;

/// <summary>How good an instrument was in one study: its card of evidence.</summary>
public sealed record StudyResult
{
    /// <summary>Who was screened, where.</summary>
    public required string Population { get; init; }

    /// <summary>Share of the trafficked whom it finds, with the published interval or Wilson's from the counts.</summary>
    public required Estimate Sensitivity { get; init; }

    /// <summary>Share of the others whom it leaves alone; the same.</summary>
    public required Estimate Specificity { get; init; }

    /// <summary>How many were screened.</summary>
    public required int? Screened { get; init; }

    /// <summary>How many of them were trafficked.</summary>
    public required int? Trafficked { get; init; }

    /// <summary>What else a reader must know, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Where it is published.</summary>
    public required Citation Citation { get; init; }

    /// <summary>How common it was in the study; NaN without counts.</summary>
    public double Prevalence => Screened is > 0 && Trafficked is { } trafficked ? (double)trafficked / Screened.Value : double.NaN;

    /// <summary>
    /// What a positive and a negative mean where trafficking is so common (Bayes). The ranges take the ends of both
    /// intervals at once, so they are wider than 95 %.
    /// </summary>
    /// <param name="prevalence">Share trafficked among those screened, between 0 and 1.</param>
    public PredictiveValues At(double prevalence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(prevalence);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prevalence, 1);
        var (low, high) = (Sensitivity.Interval, Specificity.Interval);
        return new PredictiveValues(
            new Estimate(Positive(prevalence, Sensitivity.Value, Specificity.Value), new Interval(Positive(prevalence, low.Low, high.Low), Positive(prevalence, low.High, high.High))),
            new Estimate(Negative(prevalence, Sensitivity.Value, Specificity.Value), new Interval(Negative(prevalence, low.Low, high.Low), Negative(prevalence, low.High, high.High))));
    }

    private static double Positive(double prevalence, double sensitivity, double specificity) =>
        sensitivity * prevalence / ((sensitivity * prevalence) + ((1 - specificity) * (1 - prevalence)));

    private static double Negative(double prevalence, double sensitivity, double specificity) =>
        specificity * (1 - prevalence) / ((specificity * (1 - prevalence)) + ((1 - sensitivity) * prevalence));
}

/// <summary>What a screening means at a place. Screened positive is not a victim; screened negative is not "no victim".</summary>
/// <param name="Positive">Share trafficked among those who screen positive.</param>
/// <param name="Negative">Share not trafficked among those who screen negative.</param>
public readonly record struct PredictiveValues(Estimate Positive, Estimate Negative);
