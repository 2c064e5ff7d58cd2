using System.Text.Json.Serialization;
using Credence.Consents;

namespace Credence.Referrals;

/// <summary>One referral.</summary>
/// <param name="Value">Made at the edge, by chance.</param>
public readonly record struct ReferralId(Guid Value);

/// <summary>
/// One provider, asked for help for one person. Immutable: what happens to it is a step that is added, so its history is itself.
/// It is the person's at every point; no state of it is a mark against anybody.
/// </summary>
public sealed record Referral
{
    /// <summary>Its id.</summary>
    public required ReferralId Id { get; init; }

    /// <summary>The provider, by the name that the person reads.</summary>
    public required Recipient To { get; init; }

    /// <summary>The service, by the id that its directory gives it; null if it is in none.</summary>
    public string? Service { get; init; }

    /// <summary>What is asked for, and how soon; at least one.</summary>
    public required IReadOnlyList<NeededHelp> Needs { get; init; }

    /// <summary>Why this provider, a sentence each, as the person was told.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];

    /// <summary>When it was proposed.</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>What has happened since, in order.</summary>
    public IReadOnlyList<ReferralStep> Steps { get; init; } = [];

    /// <summary>How far it is.</summary>
    [JsonIgnore]
    public ReferralState State => Now.State;

    /// <summary>Since when it is so far.</summary>
    [JsonIgnore]
    public DateTimeOffset Since => Now.Since;

    /// <summary>The consent that the person gave last for this provider; null before.</summary>
    [JsonIgnore]
    public ConsentId? Consent => Steps.OfType<ReferralStep.Agreed>().LastOrDefault()?.Consent;

    /// <summary>When it was sent, or null.</summary>
    [JsonIgnore]
    public DateTimeOffset? SentAt => Steps.OfType<ReferralStep.Sent>().FirstOrDefault()?.At;

    /// <summary>When the person was asked whether it goes on although its consent does not hold any more; null if never, or if the person consented anew since.</summary>
    [JsonIgnore]
    public DateTimeOffset? AskedOnAt => Steps.LastOrDefault(step => step is ReferralStep.AskedOn or ReferralStep.Agreed) is ReferralStep.AskedOn asked ? asked.At : null;

    /// <summary>Whether nothing more happens to it.</summary>
    [JsonIgnore]
    public bool IsOver => State is ReferralState.Declined or ReferralState.Closed or ReferralState.Withdrawn;

    private (ReferralState State, DateTimeOffset Since) Now => Steps.Aggregate((ReferralState.Proposed, ProposedAt), ReferralRules.After);

    /// <summary>Proposes a provider.</summary>
    /// <param name="id">A new id.</param>
    /// <param name="to">The provider.</param>
    /// <param name="service">The service's id in the directory, or null.</param>
    /// <param name="needs">What is asked for.</param>
    /// <param name="why">Why this provider.</param>
    /// <param name="now">Now.</param>
    public static ReferralAnswer Propose(ReferralId id, Recipient to, string? service, IReadOnlyList<NeededHelp> needs, IReadOnlyList<string> why, DateTimeOffset now) =>
        needs.Count == 0 ? new ReferralAnswer.Refused("Found no need, expected at least one: ask first what is needed.")
        : string.IsNullOrWhiteSpace(to.Name) || string.IsNullOrWhiteSpace(to.Organization.Value)
            ? new ReferralAnswer.Refused("Found no provider, expected one by name: a person agrees to a name, never to \"partners\".")
        : new ReferralAnswer.Taken(new Referral
        {
            Id = id, To = to, Service = service, Why = why, ProposedAt = now,
            Needs = [.. needs.GroupBy(one => one.Need).Select(same => same.MinBy(one => one.Urgency)!).OrderBy(one => one.Urgency).ThenBy(one => one.Need)],
        });

    /// <summary>The referral with one step more, or a sentence why not.</summary>
    public ReferralAnswer Take(ReferralStep step) => ReferralRules.WhyNot(this, step) is { } because
        ? new ReferralAnswer.Refused(because)
        : new ReferralAnswer.Taken(this with { Steps = [.. Steps, step] });

    /// <summary>Its id and nothing else.</summary>
    public override string ToString() => $"Referral({Id.Value})";
}

/// <summary>The answer to one who proposes a referral or takes it a step further.</summary>
public abstract record ReferralAnswer
{
    private ReferralAnswer()
    {
    }

    /// <summary>It is taken.</summary>
    /// <param name="Referral">The referral as it is now.</param>
    public sealed record Taken(Referral Referral) : ReferralAnswer;

    /// <summary>It cannot be.</summary>
    /// <param name="Because">One sentence: found and expected.</param>
    public sealed record Refused(string Because) : ReferralAnswer;
}
