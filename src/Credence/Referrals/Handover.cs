using Credence.Consents;

namespace Credence.Referrals;

/// <summary>What passes from the police record, or from a provider, to a provider, by a person's consent, and nothing else. Made by <see cref="Of"/> or read by <see cref="HandoverReader"/>.</summary>
public sealed record Handover
{
    /// <summary>The version of the message. A field that is new is a new version; a reader refuses what it does not know.</summary>
    public const int CurrentVersion = 1;

    internal Handover()
    {
    }

    /// <summary>Its id.</summary>
    public required HandoverId Id { get; init; }

    /// <summary>The agency.</summary>
    public required OrganizationId From { get; init; }

    /// <summary>The provider.</summary>
    public required OrganizationId To { get; init; }

    /// <summary>When it was written, to the second, in UTC.</summary>
    public required DateTimeOffset Written { get; init; }

    /// <summary>The consent it rests on.</summary>
    public required ConsentBasis Basis { get; init; }

    /// <summary>What the person wants known.</summary>
    public required HandoverContent Content { get; init; }

    /// <summary>A handover, if a consent of the person permits all that is in it.</summary>
    /// <param name="id">A new id.</param>
    /// <param name="consents">The consents of the person.</param>
    /// <param name="about">The person.</param>
    /// <param name="from">The agency.</param>
    /// <param name="to">The provider.</param>
    /// <param name="content">What would be told.</param>
    /// <param name="now">Now.</param>
    /// <param name="direction">Across which side of the wall; one provider hands over to another too.</param>
    public static HandoverAnswer Of(
        HandoverId id, IReadOnlyCollection<Consent> consents, PersonId about, OrganizationId from, OrganizationId to, HandoverContent content, DateTimeOffset now,
        Direction direction = Direction.PoliceToCare)
    {
        var asked = new Disclosure(about, from, to, direction, Purpose.Referral, content.Kinds);
        return Consent.AnyPermits(consents, asked, now) switch
        {
            Permission.Permitted permitted => Checked(new Handover
            {
                Id = id,
                From = from,
                To = to,
                Written = MessageTime.Second(now),
                Basis = ConsentBasis.Of(consents.First(one => one.Id == permitted.By)),
                Content = content with { Needs = [.. content.Needs.Distinct().OrderBy(one => one.Need).ThenBy(one => one.Urgency)] },
            }),
            Permission.Refused refused => new HandoverAnswer.NotPermitted(refused.Because),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    // What could not be read is not sent.
    private static HandoverAnswer Checked(Handover handover) => HandoverReader.Read(HandoverWriter.Bytes(handover)) switch
    {
        HandoverReading.Refused refused => new HandoverAnswer.Malformed(refused.Problem),
        _ => new HandoverAnswer.Ready(handover),
    };

    /// <summary>Its id and nothing else.</summary>
    public override string ToString() => $"Handover({Id.Value})";
}

/// <summary>The answer to somebody who wants to hand over.</summary>
public abstract record HandoverAnswer
{
    private HandoverAnswer()
    {
    }

    /// <summary>It can be signed and sent.</summary>
    /// <param name="Handover">The message.</param>
    public sealed record Ready(Handover Handover) : HandoverAnswer;

    /// <summary>No consent permits it.</summary>
    /// <param name="Because">Why.</param>
    public sealed record NotPermitted(IReadOnlyList<Refusal> Because) : HandoverAnswer;

    /// <summary>Something in it is too long, missing or of another form.</summary>
    /// <param name="Problem">One sentence: found and expected; never the content.</param>
    public sealed record Malformed(string Problem) : HandoverAnswer;
}
