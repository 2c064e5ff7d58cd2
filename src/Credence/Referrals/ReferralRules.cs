using Credence.Consents;

namespace Credence.Referrals;

/// <summary>
/// Which step may follow which. Proposed → consented → sent → accepted, waitlisted or declined → first contact → service started → closed; the person
/// withdraws at any point. A provider that has said yes may still find that it cannot.
/// </summary>
internal static class ReferralRules
{
    /// <summary>How far it is after a step, and since when.</summary>
    internal static (ReferralState State, DateTimeOffset Since) After((ReferralState State, DateTimeOffset Since) before, ReferralStep step) =>
        StateAfter(before.State, step) is var state && state == before.State && step is not ReferralStep.Waitlisted ? before : (state, step.At);

    /// <summary>Why a step may not follow, in one sentence; null if it may.</summary>
    internal static string? WhyNot(Referral referral, ReferralStep step)
    {
        var (state, last) = (referral.State, referral.Steps.Count > 0 ? referral.Steps[^1].At : referral.ProposedAt);
        if (step.At < last) return "Found a step before the last one, expected one after it: steps are written in the order in which they happen.";
        var allowed = From(step);
        if (!allowed.Contains(state)) return $"Found a referral that is {Words(state)}, expected one that is {string.Join(" or ", allowed.Select(Words))}.";
        return step is ReferralStep.Closed closed ? WhyNotClosed(referral, closed) : null;
    }

    private static ReferralState StateAfter(ReferralState before, ReferralStep step) => step switch
    {
        // A new consent later moves nothing.
        ReferralStep.Agreed => before == ReferralState.Proposed ? ReferralState.Consented : before,
        ReferralStep.Sent => ReferralState.Sent,
        ReferralStep.Accepted => ReferralState.Accepted,
        ReferralStep.Waitlisted => ReferralState.Waitlisted,
        ReferralStep.Declined => ReferralState.Declined,
        ReferralStep.Contacted => ReferralState.FirstContact,
        ReferralStep.Started => ReferralState.ServiceStarted,
        ReferralStep.Closed => ReferralState.Closed,
        ReferralStep.Withdrawn or ReferralStep.AskedOn { GoesOn: false } => ReferralState.Withdrawn,
        _ => before,
    };

    private static ReferralState[] From(ReferralStep step) => step switch
    {
        ReferralStep.Agreed => Open,
        ReferralStep.Sent => [ReferralState.Consented],
        ReferralStep.Accepted => [ReferralState.Sent, ReferralState.Waitlisted],
        ReferralStep.Waitlisted => [ReferralState.Sent, ReferralState.Waitlisted],
        ReferralStep.Declined => [ReferralState.Sent, ReferralState.Waitlisted, ReferralState.Accepted, ReferralState.FirstContact],
        ReferralStep.Contacted => [ReferralState.Accepted, ReferralState.Waitlisted],
        ReferralStep.Started => [ReferralState.FirstContact],
        ReferralStep.Closed => [ReferralState.Accepted, ReferralState.FirstContact, ReferralState.ServiceStarted],
        ReferralStep.Withdrawn => Open,
        ReferralStep.AskedOn => [.. Open.Where(state => state != ReferralState.Proposed)],
        _ => throw new InvalidOperationException(step.GetType().Name),
    };

    private static ReferralState[] Open { get; } =
    [
        ReferralState.Proposed, ReferralState.Consented, ReferralState.Sent, ReferralState.Accepted, ReferralState.Waitlisted, ReferralState.FirstContact,
        ReferralState.ServiceStarted,
    ];

    private static string? WhyNotClosed(Referral referral, ReferralStep.Closed closed)
    {
        var (asked, told) = (referral.Needs.Select(one => one.Need).Order(), closed.Outcomes.Select(one => one.Need).Order());
        return !asked.SequenceEqual(told) ? $"Found outcomes for other needs, expected one for each of: {string.Join(", ", asked.Select(need => EnumWord.Of(need)))}."
            : closed.Person.Problem;
    }

    private static string Words(ReferralState state) => EnumWord.Of(state).Replace('-', ' ');
}
