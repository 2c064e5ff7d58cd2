using Credence.Consents;

namespace Credence.Referrals;

/// <summary>
/// What passes back from a provider to police: how far the referral of one handover is, and nothing else. Only where a consent
/// for that direction names it; without one police learn nothing, and whether a message arrived is no state.
/// </summary>
public sealed record HandoverNote
{
    internal HandoverNote()
    {
    }

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The handover that it speaks of.</summary>
    public required HandoverId Handover { get; init; }

    /// <summary>The provider.</summary>
    public required OrganizationId From { get; init; }

    /// <summary>The agency.</summary>
    public required OrganizationId To { get; init; }

    /// <summary>When it was written, to the second, in UTC.</summary>
    public required DateTimeOffset Written { get; init; }

    /// <summary>The consent it rests on: another one than that of the handover, for the other direction.</summary>
    public required ConsentBasis Basis { get; init; }

    /// <summary>How far it is.</summary>
    public required ReferralState State { get; init; }

    /// <summary>A note, if a consent of the person permits it.</summary>
    /// <param name="id">A new id.</param>
    /// <param name="handover">The handover, as the provider received it.</param>
    /// <param name="state">How far it is.</param>
    /// <param name="consents">The consents of the person, in the provider's record.</param>
    /// <param name="about">The person, in the provider's record.</param>
    /// <param name="now">Now.</param>
    /// <param name="direction">Across which side of the wall: the other way of the handover.</param>
    public static NoteAnswer Of(
        Guid id, Handover handover, ReferralState state, IReadOnlyCollection<Consent> consents, PersonId about, DateTimeOffset now,
        Direction direction = Direction.CareToPolice)
    {
        var asked = new Disclosure(about, handover.To, handover.From, direction, Purpose.Referral, [InformationKind.ReferralState]);
        return Consent.AnyPermits(consents, asked, now) switch
        {
            Permission.Permitted permitted => new NoteAnswer.Ready(new HandoverNote
            {
                Id = id,
                Handover = handover.Id,
                From = handover.To,
                To = handover.From,
                Written = MessageTime.Second(now),
                Basis = ConsentBasis.Of(consents.First(one => one.Id == permitted.By)),
                State = state,
            }),
            Permission.Refused refused => new NoteAnswer.NotPermitted(refused.Because),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    /// <summary>Its id and nothing else.</summary>
    public override string ToString() => $"HandoverNote({Id})";
}

/// <summary>The answer to a provider who wants to tell police how far a referral is.</summary>
public abstract record NoteAnswer
{
    private NoteAnswer()
    {
    }

    /// <summary>It can be signed and sent.</summary>
    /// <param name="Note">The message.</param>
    public sealed record Ready(HandoverNote Note) : NoteAnswer;

    /// <summary>No consent permits it: police learn nothing, and nobody tells them why.</summary>
    /// <param name="Because">Why, for the provider.</param>
    public sealed record NotPermitted(IReadOnlyList<Refusal> Because) : NoteAnswer;
}
