using Credence.Consents;

namespace Credence.Referrals;

/// <summary>What passes to whoever received something by a consent that no longer holds: which consent it was, and nothing else.</summary>
public sealed record ConsentWithdrawal
{
    internal ConsentWithdrawal()
    {
    }

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who told something by the consent.</summary>
    public required OrganizationId From { get; init; }

    /// <summary>Who received it.</summary>
    public required OrganizationId To { get; init; }

    /// <summary>When it was written, to the second, in UTC.</summary>
    public required DateTimeOffset Written { get; init; }

    /// <summary>The consent.</summary>
    public required ConsentId Consent { get; init; }

    /// <summary>The message to the recipient whom a consent names. Nobody's permission is asked: it tells only what the recipient holds already.</summary>
    /// <param name="id">A new id.</param>
    /// <param name="consent">The consent that was withdrawn, or that turned out to be worth nothing.</param>
    /// <param name="now">Now.</param>
    public static ConsentWithdrawal Of(Guid id, Consent consent, DateTimeOffset now) => new()
    {
        Id = id,
        From = consent.From,
        To = consent.To.Organization,
        Written = MessageTime.Second(now),
        Consent = consent.Id,
    };

    /// <summary>The message back to the sender, from where the person took back what came with a handover: the sender holds that consent, and learns nothing but that it ended.</summary>
    /// <param name="id">A new id.</param>
    /// <param name="handover">What came by the consent.</param>
    /// <param name="now">Now.</param>
    public static ConsentWithdrawal Back(Guid id, Handover handover, DateTimeOffset now) => new()
    {
        Id = id,
        From = handover.To,
        To = handover.From,
        Written = MessageTime.Second(now),
        Consent = handover.Basis.Consent,
    };

    /// <summary>Its id and nothing else.</summary>
    public override string ToString() => $"ConsentWithdrawal({Id})";
}
