using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Keys;
using Credence.Referrals;

namespace Credence.Care.Referrals;

/// <summary>A referral as the record keeps it. To whom, for which needs and what happened is sealed; plain is only what lists are made of.</summary>
public sealed class RecordedReferral : IUnderPersonKey
{
    public required ReferralId Id { get; init; }

    public required PersonId Person { get; init; }

    public required OrganizationId Organization { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public ReferralState State { get; set; }

    public DateTimeOffset Since { get; set; }

    /// <summary>When somebody should look; null once it is over.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>When it was over, or null.</summary>
    public DateTimeOffset? OverAt { get; set; }

    /// <summary>The consent for this provider; null before.</summary>
    public ConsentId? Consent { get; set; }

    /// <summary>When the person was asked whether it goes on without its consent; null if not, or if a new one was given since.</summary>
    public DateTimeOffset? AskedOnAt { get; set; }

    /// <summary>The whole referral, sealed for this person and id.</summary>
    public required byte[] Content { get; set; }

    public SealedPlace Place => PlaceOf(Person, Id);

    internal static SealedPlace PlaceOf(PersonId person, ReferralId id) => new($"referrals.content.{id.Value:N}", person.Value);
}

/// <summary>A referral, opened.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Referral">It, with its history.</param>
/// <param name="DueAt">When somebody should look; null once it is over.</param>
/// <param name="MayTell">Whether its consent permits to tell the provider anything at this moment.</param>
public sealed record OpenedReferral(PersonId Person, Referral Referral, DateTimeOffset? DueAt, bool MayTell)
{
    public override string ToString() => nameof(OpenedReferral);
}

/// <summary>A referral in a list; nothing is opened.</summary>
public sealed record ReferralLine(ReferralId Id, PersonId Person, ReferralState State, DateTimeOffset Since, DateTimeOffset? DueAt);

/// <summary>What a provider reads of a referral.</summary>
/// <param name="From">The organization that asks.</param>
/// <param name="Content">What the consent allows to tell.</param>
/// <param name="Until">Until when the consent lasts, unless the person withdraws it before.</param>
public sealed record SharedReferral(string From, HandoverContent Content, DateTimeOffset Until)
{
    public override string ToString() => nameof(SharedReferral);
}
