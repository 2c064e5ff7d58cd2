using Credence.Statistics;

namespace Credence.Review;

/// <summary>What an audit sample says was missed.</summary>
public sealed record AuditEstimate
{
    /// <summary>Each group: its size, and what was found among what was read of it.</summary>
    public required IReadOnlyList<AuditedStratum> Strata { get; init; }

    /// <summary>Relevant incidents found before the audit.</summary>
    public required int FoundBefore { get; init; }

    /// <summary>Relevant incidents among all that nobody had read, with the limits of the groups put together (<see cref="StratifiedRatio"/>).</summary>
    public required Estimate Missed { get; init; }

    /// <summary>Share found before the audit, of those found and those missed.</summary>
    public Estimate Recall => new(Share(Missed.Value), new Interval(Share(Missed.Interval.High), Share(Missed.Interval.Low)));

    /// <summary>Drawn incidents that nobody has read yet; until it is 0 the estimate is of the part that was read.</summary>
    public required int Unread { get; init; }

    /// <summary>Estimates from the sample, where it is read.</summary>
    public static AuditEstimate Of(AuditSample sample, ReviewState state, int foundBefore)
    {
        var strata = sample.Strata.Select(stratum =>
        {
            var read = stratum.Drawn.Select(state.PlaceOf).Where(place => state.ReadingsOf(place).Count > 0).ToList();
            return new AuditedStratum(stratum.Group, stratum.Size, stratum.Drawn.Count, new Proportion(read.Count(state.MayHoldVictim), read.Count));
        }).ToList();
        return new AuditEstimate
        {
            Strata = strata,
            FoundBefore = foundBefore,
            Missed = Total(strata),
            Unread = strata.Sum(stratum => stratum.Drawn - stratum.Found.Of),
        };
    }

    private static Estimate Total(List<AuditedStratum> strata)
    {
        // A group of which nothing is read leaves the total open.
        if (strata.Exists(stratum => stratum.Found.Of == 0)) { return Estimate.Undefined; }

        return StratifiedRatio.Of([.. strata.Select(stratum => new StratumCounts(stratum.Size, stratum.Found.Of, stratum.Found.Count, stratum.Found.Of - stratum.Found.Count))]).Total;
    }

    private double Share(double missed) => FoundBefore + missed > 0 ? FoundBefore / (FoundBefore + missed) : double.NaN;
}

/// <summary>One group of an audit sample after reading.</summary>
/// <param name="Group">What the group is.</param>
/// <param name="Size">Incidents in it.</param>
/// <param name="Drawn">Incidents drawn.</param>
/// <param name="Found">Relevant among those read.</param>
public sealed record AuditedStratum(string Group, int Size, int Drawn, Proportion Found)
{
    /// <summary>Relevant incidents in the group: the exact interval of a draw without replacement.</summary>
    public Interval Relevant => Found.Of == 0 ? new Interval(0, Size) : Hypergeometric.SuccessesIn(Size, Found.Of, Found.Count);
}
