using Credence.Consents;
using Credence.Record.Keys;
using Credence.Referrals;

namespace Credence.Care.Persons;

/// <summary>What a provider knows of a person to be able to help: the first page of a file. What is null nobody told.</summary>
public sealed record FaceSheet
{
    /// <summary>What the person wants to be called; it need not be a name of the papers.</summary>
    public string? CalledName { get; init; }

    /// <summary>How to reach the person safely; null where that was not told, or is not released.</summary>
    public IReadOnlyList<SafeContact>? Contacts { get; init; }

    /// <summary>The language that the person speaks best, as ISO 639-1 code.</summary>
    public string? Language { get; init; }

    public bool? IsUnder18 { get; init; }

    /// <summary>What the person needs.</summary>
    public IReadOnlyList<NeededHelp>? Needs { get; init; }

    /// <summary>What the person asks for, in own words.</summary>
    public string? InOwnWords { get; init; }

    /// <summary>What the person fears, and how to approach safely.</summary>
    public string? Safety { get; init; }

    /// <summary>The number of a police incident, if the person wanted it told.</summary>
    public string? IncidentNumber { get; init; }

    /// <summary>What came with a handover.</summary>
    public static FaceSheet Of(HandoverContent content) => new()
    {
        CalledName = content.CalledName,
        Contacts = content.Contact is { } contact ? [contact] : null,
        Language = content.Language,
        IsUnder18 = content.IsUnder18,
        Needs = content.Needs,
        InOwnWords = content.InOwnWords,
        Safety = content.Safety,
        IncidentNumber = content.IncidentNumber,
    };

    /// <summary>
    /// The fields of these kinds and no others. Own words are a part of what the person told: they say more than which help is needed, so a consent that
    /// names needs alone does not let them be told (a release is informed, 34 U.S.C. 12291(b)(2)). Where to meet a person is a place, and needs its own word
    /// beside that of contact.
    /// </summary>
    public FaceSheet Only(IReadOnlyCollection<InformationKind> kinds) => new()
    {
        CalledName = kinds.Contains(InformationKind.Identity) ? CalledName : null,
        Contacts = kinds.Contains(InformationKind.Contact) ? ContactsWithin(kinds) : null,
        Language = kinds.Contains(InformationKind.Language) ? Language : null,
        IsUnder18 = kinds.Contains(InformationKind.Age) ? IsUnder18 : null,
        Needs = kinds.Contains(InformationKind.Needs) ? Needs : null,
        InOwnWords = kinds.Contains(InformationKind.Statement) ? InOwnWords : null,
        Safety = kinds.Contains(InformationKind.Safety) ? Safety : null,
        IncidentNumber = kinds.Contains(InformationKind.IncidentNumber) ? IncidentNumber : null,
    };

    public override string ToString() => nameof(FaceSheet);

    internal static SealedPlace Place(PersonId person) => new("persons.identity", person.Value);

    private List<SafeContact>? ContactsWithin(IReadOnlyCollection<InformationKind> kinds) =>
        Contacts?.Where(contact => contact.Way != ContactWay.InPerson || kinds.Contains(InformationKind.Location)).ToList();
}

/// <summary>A person's file, opened.</summary>
/// <param name="Person">Whose.</param>
/// <param name="OpenedAt">When it was begun.</param>
/// <param name="ClosedAt">When it was closed, or null.</param>
/// <param name="Sheet">What it says; null once its key is erased.</param>
public sealed record PersonFile(PersonId Person, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, FaceSheet? Sheet)
{
    /// <summary>What was handed over for the person, oldest first.</summary>
    public IReadOnlyList<HandoverId> Handovers { get; init; } = [];

    /// <summary>Of the sheet as it is now: another one after each change.</summary>
    public string Stamp { get; init; } = "";

    public override string ToString() => nameof(PersonFile);
}
