using Credence.Consents;

namespace Credence.Referrals;

/// <summary>One handover; also the only thing by which both sides can speak of it, and opaque to the care side.</summary>
/// <param name="Value">Made at the edge, by chance, for this handover alone.</param>
public readonly record struct HandoverId(Guid Value);

/// <summary>How to reach a person, as the person allows it.</summary>
public enum ContactWay
{
    /// <summary>By telephone.</summary>
    Call,

    /// <summary>By text message.</summary>
    Text,

    /// <summary>By e-mail.</summary>
    Email,

    /// <summary>In person, at a place and time.</summary>
    InPerson,

    /// <summary>Through somebody whom the person trusts.</summary>
    ThroughSomebody,
}

/// <summary>How to reach a person safely.</summary>
/// <param name="Way">How.</param>
/// <param name="Value">Number, address or place; at most 200 characters.</param>
/// <param name="When">When it is safe, in the person's words, or null: at any time.</param>
/// <param name="MayLeaveMessage">Whether a message may be left.</param>
/// <param name="MaySayWhoCalls">Whether the caller may say from where, should somebody else answer.</param>
public sealed record SafeContact(ContactWay Way, string Value, string? When, bool MayLeaveMessage, bool MaySayWhoCalls)
{
    /// <summary>Says how, never where.</summary>
    public override string ToString() => $"SafeContact({Way})";
}

/// <summary>What of a consent travels with what it allows, so that the receiver can hold one against the other.</summary>
/// <param name="Consent">The consent.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Kinds">What it allows to tell, in the order of the list.</param>
/// <param name="Ends">When it ends.</param>
public sealed record ConsentBasis(ConsentId Consent, Purpose Purpose, IReadOnlyList<InformationKind> Kinds, DateTimeOffset Ends)
{
    internal static ConsentBasis Of(Consent consent) => new(consent.Id, consent.Purpose, [.. consent.Kinds.Order()], MessageTime.Second(consent.Ends));
}

/// <summary>What a person wants a provider to know. What is null is not told.</summary>
public sealed record HandoverContent
{
    /// <summary>What the person needs; at least one.</summary>
    public required IReadOnlyList<NeededHelp> Needs { get; init; }

    /// <summary>What the person asks for, in own words, or null; at most 1,000 characters.</summary>
    public string? InOwnWords { get; init; }

    /// <summary>What the person wants to be called, or null; it need not be a name of the papers.</summary>
    public string? CalledName { get; init; }

    /// <summary>How to reach the person, or null: the person comes.</summary>
    public SafeContact? Contact { get; init; }

    /// <summary>The language that the person speaks best, as ISO 639-1 code, or null.</summary>
    public string? Language { get; init; }

    /// <summary>Whether the person is under 18, or null.</summary>
    public bool? IsUnder18 { get; init; }

    /// <summary>What the person fears, and how to approach safely, or null; at most 1,000 characters.</summary>
    public string? Safety { get; init; }

    /// <summary>The number of the incident, or null: the provider does not learn it. Only where the person wants it told, as for compensation.</summary>
    public string? IncidentNumber { get; init; }

    /// <summary>What is told in it, from the content itself and never from what somebody declares.</summary>
    public IReadOnlyList<InformationKind> Kinds =>
    [
        .. CalledName is null ? [] : new[] { InformationKind.Identity },
        .. Contact is null ? [] : new[] { InformationKind.Contact },
        .. Contact?.Way == ContactWay.InPerson ? new[] { InformationKind.Location } : [],
        .. IsUnder18 is null ? [] : new[] { InformationKind.Age },
        .. Language is null ? [] : new[] { InformationKind.Language },
        InformationKind.Needs,
        .. Safety is null ? [] : new[] { InformationKind.Safety },
        .. IncidentNumber is null ? [] : new[] { InformationKind.IncidentNumber },
    ];

    /// <summary>Says which kinds are in it, and nothing of the person.</summary>
    public override string ToString() => $"HandoverContent({string.Join(", ", Kinds.Select(kind => EnumWord.Of(kind)))})";
}
