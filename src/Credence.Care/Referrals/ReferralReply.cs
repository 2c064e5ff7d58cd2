using Credence.Consents;
using Credence.Record.Links;
using Credence.Referrals;

namespace Credence.Care.Referrals;

/// <summary>The answer to one who takes a referral a step further.</summary>
public abstract record ReferralReply
{
    private ReferralReply()
    {
    }

    /// <summary>It is in the record.</summary>
    /// <param name="Referral">The referral as it is now.</param>
    public sealed record Done(Referral Referral) : ReferralReply
    {
        /// <summary>The provider, if it may hold something and no message of ours tells it: somebody has to.</summary>
        public Recipient? ToTell { get; init; }

        public override string ToString() => $"Done({Referral.State})";
    }

    /// <summary>It is sent as soon as somebody gives this link to the provider. It is shown once.</summary>
    /// <param name="Referral">The referral as it is now.</param>
    /// <param name="Link">The end of the address.</param>
    /// <param name="Until">Until when it holds.</param>
    public sealed record LinkGiven(Referral Referral, LinkToken Link, DateTimeOffset Until) : ReferralReply
    {
        public override string ToString() => nameof(LinkGiven);
    }

    /// <summary>No consent of the person permits it.</summary>
    /// <param name="Because">Why.</param>
    public sealed record NotPermitted(IReadOnlyList<Refusal> Because) : ReferralReply;

    /// <summary>It is not a step from here.</summary>
    /// <param name="Because">One sentence: found and expected.</param>
    public sealed record Refused(string Because) : ReferralReply;

    /// <summary>There is no such person or referral for the one who asks.</summary>
    public sealed record NotFound : ReferralReply;
}

/// <summary>What a provider says of a referral, or does.</summary>
public abstract record ReferralNews
{
    private ReferralNews()
    {
    }

    /// <summary>It takes it.</summary>
    public sealed record Accepted : ReferralNews;

    /// <summary>It has no room yet.</summary>
    public sealed record Waitlisted : ReferralNews;

    /// <summary>It does not take it.</summary>
    public sealed record Declined(DeclineReason Reason) : ReferralNews;

    /// <summary>It spoke with the person.</summary>
    public sealed record Contacted : ReferralNews;

    /// <summary>The service began.</summary>
    public sealed record Started : ReferralNews;

    /// <summary>Whether it answers the question that was sent; the rest comes later.</summary>
    public bool IsAnswer => this is Accepted or Waitlisted or Declined;

    internal ReferralStep Step(DateTimeOffset at) => this switch
    {
        Accepted => new ReferralStep.Accepted(at),
        Waitlisted => new ReferralStep.Waitlisted(at),
        Declined declined => new ReferralStep.Declined(at, declined.Reason),
        Contacted => new ReferralStep.Contacted(at),
        Started => new ReferralStep.Started(at),
        _ => throw new InvalidOperationException(GetType().Name),
    };
}
