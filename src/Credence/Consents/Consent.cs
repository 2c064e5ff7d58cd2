namespace Credence.Consents;

/// <summary>
/// A release of information: what one person allows one holder to tell one recipient, for one purpose, until an end.
/// Written, informed and reasonably time-limited (34 U.S.C. 12291(b)(2); 28 CFR 94.115). Immutable.
/// </summary>
public sealed record Consent
{
    /// <summary>The longest that a consent lasts: a year, then the person is asked again. The statute says "reasonably"; the number is ours.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>Its id.</summary>
    public required ConsentId Id { get; init; }

    /// <summary>The person whom the information is about.</summary>
    public required PersonId About { get; init; }

    /// <summary>Who gives it.</summary>
    public required Giver Giver { get; init; }

    /// <summary>For a minor alone: the rule of a pack by which that is lawful, such as consent-law-us-ca@1.0.0/sexual-assault-care.</summary>
    public string? MinorRule { get; init; }

    /// <summary>Who signed, and when.</summary>
    public required IReadOnlyList<Signature> Signatures { get; init; }

    /// <summary>Who holds the information and may tell it.</summary>
    public required OrganizationId From { get; init; }

    /// <summary>The one who may receive it.</summary>
    public required Recipient To { get; init; }

    /// <summary>Across which side of the wall.</summary>
    public required Direction Direction { get; init; }

    /// <summary>What for.</summary>
    public required Purpose Purpose { get; init; }

    /// <summary>What may be told.</summary>
    public required IReadOnlySet<InformationKind> Kinds { get; init; }

    /// <summary>When it begins.</summary>
    public required DateTimeOffset Begins { get; init; }

    /// <summary>When it ends; from that moment nothing is told.</summary>
    public required DateTimeOffset Ends { get; init; }

    /// <summary>When the risks and benefits of this release were shown, or null.</summary>
    public DateTimeOffset? RisksShownAt { get; init; }

    /// <summary>True if the person was told that help does not depend on signing.</summary>
    public bool ToldHelpDoesNotDependOnIt { get; init; }

    /// <summary>How it was given.</summary>
    public required HowGiven How { get; init; }

    /// <summary>When it was withdrawn, or null.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>All that it was given for, as somebody would ask to tell it.</summary>
    public Disclosure ToDisclosure() => new(About, From, To.Organization, Direction, Purpose, [.. Kinds]);

    /// <summary>Whether it permits to tell this, now.</summary>
    public Permission Permits(Disclosure asked, DateTimeOffset now)
    {
        var refusals = ConsentRules.Refusals(this, asked, now).ToList();
        return refusals.Count == 0 ? new Permission.Permitted(Id, Ends) : new Permission.Refused(refusals);
    }

    /// <summary>
    /// Whether one of these permits to tell this, now. One must permit all of it: two releases are never added up. Of copies of
    /// one consent, such as one from before it was withdrawn, each must permit. The one that lasts longest answers; if none
    /// permits, the one that came nearest says why.
    /// </summary>
    public static Permission AnyPermits(IEnumerable<Consent> consents, Disclosure asked, DateTimeOffset now)
    {
        var answers = consents.GroupBy(consent => consent.Id).Select(copies => Together(copies.Select(copy => copy.Permits(asked, now)).ToList())).ToList();
        return answers.OfType<Permission.Permitted>().OrderByDescending(one => one.Until).ThenBy(one => one.By.Value).FirstOrDefault() is { } permitted
            ? permitted
            : Permission.Refused.Nearest([.. answers.OfType<Permission.Refused>()]);
    }

    private static Permission Together(List<Permission> copies) => copies.OfType<Permission.Refused>().ToList() is { Count: > 0 } refused
        ? Permission.Refused.Nearest(refused)
        : copies.OfType<Permission.Permitted>().MinBy(one => one.Until)!;

    /// <summary>The same, withdrawn. An earlier withdrawal stays; nothing takes one back: the person signs a new consent.</summary>
    public Consent Withdraw(DateTimeOffset at) => WithdrawnAt <= at ? this : this with { WithdrawnAt = at };

    /// <summary>The same, once whoever signed in that part is suspected of trafficking or abuse.</summary>
    public Consent Suspecting(Signer signer) =>
        this with { Signatures = [.. Signatures.Select(one => one.By == signer ? one with { IsSuspected = true } : one)] };

    /// <summary>Whether another says the same, whenever it was signed: the same who signed, for the same who may be told, the same kinds, purpose and length.</summary>
    public bool SaysAs(Consent other) =>
        About == other.About && Giver == other.Giver && MinorRule == other.MinorRule && Signatures.Select(one => one.By).ToHashSet().SetEquals(other.Signatures.Select(one => one.By))
        && From == other.From && To == other.To && Direction == other.Direction && Purpose == other.Purpose && Kinds.ToHashSet().SetEquals(other.Kinds)
        && Ends - Begins == other.Ends - other.Begins && How == other.How;

    /// <summary>Its id and nothing else.</summary>
    public override string ToString() => $"Consent({Id.Value})";
}
