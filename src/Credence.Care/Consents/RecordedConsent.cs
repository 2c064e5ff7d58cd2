using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Keys;

namespace Credence.Care.Consents;

/// <summary>A consent as the record keeps it. What it allows is sealed; what is plain here only finds it, and permits nothing.</summary>
public sealed class RecordedConsent : IOwnKey
{
    public required ConsentId Id { get; init; }

    public required PersonId Person { get; init; }

    public required OrganizationId Organization { get; init; }

    public required DateTimeOffset Begins { get; init; }

    /// <summary>When it ends, or ended before its time because whoever signed it is suspected.</summary>
    public required DateTimeOffset Ends { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>The subject of its key. Not its id, which others choose and which may be that of somebody else's consent.</summary>
    public required Guid Key { get; init; }

    public ContentState State { get; set; }

    /// <summary>The whole consent, sealed for this person and id.</summary>
    public required byte[] Content { get; set; }

    public SealedPlace Place => PlaceOf(Person, Id);

    internal static SealedPlace PlaceOf(PersonId person, ConsentId id) => new($"consents.content.{id.Value:N}", person.Value);
}

/// <summary>The answer to one who writes down or gives a consent.</summary>
public abstract record ConsentAnswer
{
    private ConsentAnswer()
    {
    }

    /// <summary>It is in the record.</summary>
    public sealed record Written(ConsentId Id) : ConsentAnswer;

    /// <summary>It would permit nothing, for these reasons: mend it with the person, and help meanwhile.</summary>
    public sealed record PermitsNothing(IReadOnlyList<Refusal> Because) : ConsentAnswer;

    /// <summary>It is not one for this record.</summary>
    /// <param name="Because">One sentence.</param>
    public sealed record Refused(string Because) : ConsentAnswer;

    /// <summary>There is no such person for the one who asks.</summary>
    public sealed record NotFound : ConsentAnswer;
}

/// <summary>A consent was withdrawn: from this moment nothing is told by it.</summary>
/// <param name="At">When.</param>
/// <param name="ToTell">Who received something under it, and is to be told.</param>
public sealed record Withdrawal(DateTimeOffset At, IReadOnlyList<Recipient> ToTell)
{
    /// <summary>Whether the post tells them; if not, somebody has to.</summary>
    public bool IsTold { get; init; }
}

/// <summary>The answer to one who notes that a signer is suspected.</summary>
public abstract record Suspicion
{
    private Suspicion()
    {
    }

    /// <summary>It is in the record, for good.</summary>
    /// <param name="HasEnded">Whether the consent permits nothing any more; if not, it stands by the others who signed it.</param>
    /// <param name="ToTell">Who received something under it, and is to be told.</param>
    public sealed record Noted(bool HasEnded, IReadOnlyList<Recipient> ToTell) : Suspicion
    {
        /// <summary>Whether the post tells them; if not, somebody has to.</summary>
        public bool IsTold { get; init; }
    }

    /// <summary>It is not.</summary>
    /// <param name="Because">One sentence: found and expected.</param>
    public sealed record Refused(string Because) : Suspicion;

    /// <summary>There is no such consent for the one who asks.</summary>
    public sealed record NotFound : Suspicion;
}

/// <summary>One whom a consent may name.</summary>
/// <param name="To">Whom.</param>
/// <param name="Direction">Across which side of the wall.</param>
public sealed record Addressee(Recipient To, Direction Direction);

/// <summary>Who is there to be named in a consent.</summary>
/// <param name="Own">The organization that would tell.</param>
/// <param name="Known">Other providers of the record, and those whose card was compared.</param>
public sealed record Addressees(Credence.Consents.OrganizationId Own, IReadOnlyList<Addressee> Known)
{
    /// <summary>
    /// Why a consent does not say whom it names, or null: it gives somebody whom the record knows another name or another side of the wall. What the person reads
    /// is the name, and what is told goes by the short name, so the two are of one organization.
    /// </summary>
    public string? Unlike(Consent consent)
    {
        var named = Known.Where(one => one.To.Organization == consent.To.Organization).ToList();
        if (named.Count > 0 && named.All(one => one.Direction != consent.Direction))
            return $"Found {consent.To.Organization} as {EnumWord.Of(consent.Direction)}, expected {EnumWord.Of(named[0].Direction)}: choose it in the list.";
        return named.Count == 0 || named.Any(one => IsSame(consent.To.Name, one.To.Name) || IsSame(consent.To.Name, one.To.Organization.Value)) ? null
            : $"Found another name than that of {named[0].To.Name}, who is chosen in the list: choose who is meant, and leave the name empty for whoever is in the list.";
    }

    // As it is read: letters and digits, whatever stands between them.
    private static bool IsSame(string one, string other) =>
        string.Equals(string.Concat(one.Where(char.IsLetterOrDigit)), string.Concat(other.Where(char.IsLetterOrDigit)), StringComparison.OrdinalIgnoreCase);
}
