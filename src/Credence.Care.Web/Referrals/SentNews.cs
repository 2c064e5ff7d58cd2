using Credence.Care.Referrals;
using Credence.Referrals;

namespace Credence.Care.Web.Referrals;

/// <summary>What a form says that a provider says of a referral.</summary>
internal static class SentNews
{
    /// <summary>Null if it says nothing that is known.</summary>
    public static ReferralNews? Read(string? news, string? reason) => news switch
    {
        "accepted" => new ReferralNews.Accepted(),
        "waitlisted" => new ReferralNews.Waitlisted(),
        "declined" => new ReferralNews.Declined(Enum.TryParse<DeclineReason>(reason, out var because) && Enum.IsDefined(because) ? because : DeclineReason.NotSaid),
        "contacted" => new ReferralNews.Contacted(),
        "started" => new ReferralNews.Started(),
        _ => null,
    };
}
