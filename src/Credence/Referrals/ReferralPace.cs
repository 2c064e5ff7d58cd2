namespace Credence.Referrals;

/// <summary>
/// How long a referral may stay as it is before somebody looks: a written table. No standard that we know gives such times; the numbers are ours, and shorter where
/// something is needed now. Overdue is a mark for the organization to act on, never for the person.
/// </summary>
public static class ReferralPace
{
    private static readonly (ReferralState State, TimeSpan Usual, TimeSpan Now)[] Table =
    [
        (ReferralState.Proposed, TimeSpan.FromDays(3), TimeSpan.FromDays(1)),
        (ReferralState.Consented, TimeSpan.FromDays(1), TimeSpan.FromHours(4)),
        (ReferralState.Sent, TimeSpan.FromDays(2), TimeSpan.FromHours(4)),
        (ReferralState.Accepted, TimeSpan.FromDays(3), TimeSpan.FromDays(1)),
        (ReferralState.Waitlisted, TimeSpan.FromDays(14), TimeSpan.FromDays(1)),
        (ReferralState.FirstContact, TimeSpan.FromDays(14), TimeSpan.FromDays(3)),
        (ReferralState.ServiceStarted, TimeSpan.FromDays(90), TimeSpan.FromDays(90)),
    ];

    /// <summary>When somebody should look; null where nothing more is to come.</summary>
    public static DateTimeOffset? DueAt(Referral referral)
    {
        if (referral.IsOver) return null;
        var (_, usual, now) = Table.Single(row => row.State == referral.State);
        return referral.Since + (referral.Needs.Any(one => one.Urgency == Urgency.Now) ? now : usual);
    }

    /// <summary>Whether somebody should have looked by now.</summary>
    public static bool IsOverdue(Referral referral, DateTimeOffset now) => DueAt(referral) < now;
}
