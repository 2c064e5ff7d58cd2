using Credence.Statistics;

namespace Credence.Evaluation.HiddenPopulation;

/// <summary>What one model says of the number of people, seen and unseen.</summary>
public sealed record ModelEstimate
{
    /// <summary>The model.</summary>
    public required ListModel Model { get; init; }

    /// <summary>People on at least one list and people on none, with Wald limits of the latter on the log scale.</summary>
    public required Estimate Population { get; init; }

    /// <summary>Akaike's criterion; pairs without overlap count as coefficients too. Smaller describes the table better.</summary>
    public required double Aic { get; init; }

    /// <summary>The fitted model behind it.</summary>
    public required LogLinearFit Fit { get; init; }

    /// <summary>The estimate, or why this model gives none for this table.</summary>
    public static Modelled Of(CaptureTable table, ListModel model, double confidence = 0.95)
    {
        var terms = model.On(table);
        if (!terms.IsIdentified()) { return new Unidentified(model); }

        if (!terms.HasFiniteMaximum(table.Counts)) { return new WithoutMaximum(model); }

        return terms.Fit(table.Counts) is { } fit ? new Fitted(From(table, model, fit, confidence)) : new WithoutMaximum(model);
    }

    private static ModelEstimate From(CaptureTable table, ListModel model, LogLinearFit fit, double confidence)
    {
        var hidden = fit.ExpOfFirst(confidence);
        return new ModelEstimate
        {
            Model = model,
            Fit = fit,
            Aic = fit.Aic + (2 * (1 + table.Lists.Count + model.Pairs.Count - fit.Coefficients.Count)),
            Population = new Estimate(
                table.Observed + hidden.Value,
                new Interval(table.Observed + hidden.Interval.Low, table.Observed + hidden.Interval.High)),
        };
    }
}

/// <summary>What became of one model on one table.</summary>
public abstract record Modelled
{
    private protected Modelled()
    {
    }
}

/// <summary>It gives an estimate.</summary>
/// <param name="Estimate">The estimate.</param>
public sealed record Fitted(ModelEstimate Estimate) : Modelled;

/// <summary>The table cannot tell its coefficients apart, whatever is counted.</summary>
/// <param name="Model">The model.</param>
public sealed record Unidentified(ListModel Model) : Modelled;

/// <summary>Its likelihood has no maximum: the empty cells leave at least one coefficient open.</summary>
/// <param name="Model">The model.</param>
public sealed record WithoutMaximum(ListModel Model) : Modelled;
