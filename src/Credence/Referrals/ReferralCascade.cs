namespace Credence.Referrals;

/// <summary>
/// How far referrals came, as counts. What persons did not want is counted by itself and stands in no denominator: a person who says no has not failed, and neither has
/// the one who asked.
/// </summary>
public sealed record ReferralCascade
{
    /// <summary>All that were proposed.</summary>
    public required int Proposed { get; init; }

    /// <summary>Of these, those that the person did not want or took back, whenever.</summary>
    public required int NotWanted { get; init; }

    /// <summary>Of the others, those that the person agreed to.</summary>
    public required int Consented { get; init; }

    /// <summary>Sent.</summary>
    public required int Sent { get; init; }

    /// <summary>Taken by a provider.</summary>
    public required int Accepted { get; init; }

    /// <summary>Not taken.</summary>
    public required int Declined { get; init; }

    /// <summary>Where the provider spoke with the person.</summary>
    public required int Contacted { get; init; }

    /// <summary>Where the service began.</summary>
    public required int Started { get; init; }

    /// <summary>Closed.</summary>
    public required int Closed { get; init; }

    /// <summary>Of the closed: needs, by how far they were met.</summary>
    public required IReadOnlyDictionary<Extent, int> Needs { get; init; }

    /// <summary>The denominator: proposed and not unwanted.</summary>
    public int Wanted => Proposed - NotWanted;

    /// <summary>Counts them.</summary>
    public static ReferralCascade Of(IReadOnlyCollection<Referral> referrals)
    {
        var wanted = referrals.Where(one => one.State != ReferralState.Withdrawn).ToList();
        int With<T>() where T : ReferralStep => wanted.Count(one => one.Steps.Any(step => step is T));
        return new ReferralCascade
        {
            Proposed = referrals.Count, NotWanted = referrals.Count - wanted.Count, Consented = With<ReferralStep.Agreed>(), Sent = With<ReferralStep.Sent>(),
            Accepted = With<ReferralStep.Accepted>(), Declined = With<ReferralStep.Declined>(), Contacted = With<ReferralStep.Contacted>(),
            Started = With<ReferralStep.Started>(), Closed = With<ReferralStep.Closed>(),
            Needs = Enum.GetValues<Extent>().ToDictionary(
                extent => extent, extent => wanted.SelectMany(one => one.Steps.OfType<ReferralStep.Closed>()).Sum(step => step.Outcomes.Count(need => need.Extent == extent))),
        };
    }
}
