using System.Text.Json.Serialization;
using Credence.Consents;

namespace Credence.Referrals;

/// <summary>A handover as it is written: fields in this order, no spaces, nothing where nothing is known.</summary>
internal sealed record WireHandover(string Format, int Version, string Id, string From, string To, string Written, WireBasis Basis, WireContent Content)
{
    internal const string Name = "credence.handover";

    internal static MessageShape Shape { get; } = new MessageShape.Fields(
        ("format", new MessageShape.Text(40)), ("version", new MessageShape.Number()), ("id", MessageShape.Id),
        ("from", MessageShape.Organization), ("to", MessageShape.Organization), ("written", MessageShape.Time),
        ("basis", WireBasis.Shape), ("content", WireContent.Shape));

    internal static WireHandover Of(Handover handover) => new(
        Name, Handover.CurrentVersion, handover.Id.Value.ToString(), handover.From.Value, handover.To.Value, MessageTime.Text(handover.Written),
        WireBasis.Of(handover.Basis), WireContent.Of(handover.Content));

    internal Handover ToHandover() => new()
    {
        Id = new HandoverId(Guid.Parse(Id)),
        From = new OrganizationId(From),
        To = new OrganizationId(To),
        Written = MessageTime.Find(Written)!.Value,
        Basis = Basis.ToBasis(),
        Content = Content.ToContent(),
    };

    public override string ToString() => nameof(WireHandover);
}

/// <summary>A note as it is written.</summary>
internal sealed record WireNote(string Format, int Version, string Id, string Handover, string From, string To, string Written, WireBasis Basis, string State)
{
    internal const string Name = "credence.handover-note";

    internal static MessageShape Shape { get; } = new MessageShape.Fields(
        ("format", new MessageShape.Text(40)), ("version", new MessageShape.Number()), ("id", MessageShape.Id), ("handover", MessageShape.Id),
        ("from", MessageShape.Organization), ("to", MessageShape.Organization), ("written", MessageShape.Time),
        ("basis", WireBasis.Shape), ("state", MessageShape.Word<ReferralState>()));

    internal static WireNote Of(HandoverNote note) => new(
        Name, Referrals.Handover.CurrentVersion, note.Id.ToString(), note.Handover.Value.ToString(), note.From.Value, note.To.Value, MessageTime.Text(note.Written),
        WireBasis.Of(note.Basis), EnumWord.Of(note.State));

    internal HandoverNote ToNote() => new()
    {
        Id = Guid.Parse(Id),
        Handover = new HandoverId(Guid.Parse(Handover)),
        From = new OrganizationId(From),
        To = new OrganizationId(To),
        Written = MessageTime.Find(Written)!.Value,
        Basis = Basis.ToBasis(),
        State = EnumWord.Find<ReferralState>(State)!.Value,
    };
}

/// <summary>A withdrawal as it is written.</summary>
internal sealed record WireWithdrawal(string Format, int Version, string Id, string From, string To, string Written, string Consent)
{
    internal const string Name = "credence.consent-withdrawal";

    internal static MessageShape Shape { get; } = new MessageShape.Fields(
        ("format", new MessageShape.Text(40)), ("version", new MessageShape.Number()), ("id", MessageShape.Id),
        ("from", MessageShape.Organization), ("to", MessageShape.Organization), ("written", MessageShape.Time), ("consent", MessageShape.Id));

    internal static WireWithdrawal Of(ConsentWithdrawal withdrawal) => new(
        Name, Handover.CurrentVersion, withdrawal.Id.ToString(), withdrawal.From.Value, withdrawal.To.Value, MessageTime.Text(withdrawal.Written),
        withdrawal.Consent.Value.ToString());

    internal ConsentWithdrawal ToWithdrawal() => new()
    {
        Id = Guid.Parse(Id),
        From = new OrganizationId(From),
        To = new OrganizationId(To),
        Written = MessageTime.Find(Written)!.Value,
        Consent = new ConsentId(Guid.Parse(Consent)),
    };
}

/// <summary>The consent, as it is written.</summary>
internal sealed record WireBasis(string Consent, string Purpose, IReadOnlyList<string> Kinds, string Ends)
{
    internal static MessageShape Shape { get; } = new MessageShape.Fields(
        ("consent", MessageShape.Id), ("purpose", MessageShape.Word<Purpose>()),
        ("kinds", new MessageShape.ListOf(MessageShape.Word<InformationKind>(), Enum.GetValues<InformationKind>().Length)), ("ends", MessageShape.Time));

    internal static WireBasis Of(ConsentBasis basis) =>
        new(basis.Consent.Value.ToString(), EnumWord.Of(basis.Purpose), [.. basis.Kinds.Select(kind => EnumWord.Of(kind))], MessageTime.Text(basis.Ends));

    internal ConsentBasis ToBasis() => new(
        new ConsentId(Guid.Parse(Consent)), EnumWord.Find<Purpose>(Purpose)!.Value,
        [.. Kinds.Select(kind => EnumWord.Find<InformationKind>(kind)!.Value)], MessageTime.Find(Ends)!.Value);
}

/// <summary>A need, as it is written.</summary>
internal sealed record WireNeed(string Need, string Urgency);

/// <summary>A contact, as it is written.</summary>
internal sealed record WireContact(string Way, string Value, bool MayLeaveMessage, bool MaySayWhoCalls, string? When = null)
{
    public override string ToString() => nameof(WireContact);
}

/// <summary>The content, as it is written.</summary>
internal sealed record WireContent(
    IReadOnlyList<WireNeed> Needs, string? InOwnWords = null, string? CalledName = null, WireContact? Contact = null,
    string? Language = null, bool? IsUnder18 = null, string? Safety = null, string? IncidentNumber = null)
{
    internal static MessageShape Shape { get; } = new MessageShape.Fields(
        ("needs", new MessageShape.ListOf(new MessageShape.Fields(("need", MessageShape.Word<Need>()), ("urgency", MessageShape.Word<Urgency>())), 40)),
        ("inOwnWords?", new MessageShape.Text(1000)), ("calledName?", new MessageShape.Text(100)),
        ("contact?", new MessageShape.Fields(
            ("way", MessageShape.Word<ContactWay>()), ("value", new MessageShape.Text(200)),
            ("mayLeaveMessage", new MessageShape.Flag()), ("maySayWhoCalls", new MessageShape.Flag()), ("when?", new MessageShape.Text(200)))),
        ("language?", MessageShape.Language), ("isUnder18?", new MessageShape.Flag()),
        ("safety?", new MessageShape.Text(1000)), ("incidentNumber?", new MessageShape.Text(40)));

    internal static WireContent Of(HandoverContent content) => new(
        [.. content.Needs.Select(one => new WireNeed(EnumWord.Of(one.Need), EnumWord.Of(one.Urgency)))],
        content.InOwnWords, content.CalledName,
        content.Contact is { } contact ? new WireContact(EnumWord.Of(contact.Way), contact.Value, contact.MayLeaveMessage, contact.MaySayWhoCalls, contact.When) : null,
        content.Language, content.IsUnder18, content.Safety, content.IncidentNumber);

    internal HandoverContent ToContent() => new()
    {
        Needs = [.. Needs.Select(one => new NeededHelp(EnumWord.Find<Need>(one.Need)!.Value, EnumWord.Find<Urgency>(one.Urgency)!.Value))],
        InOwnWords = InOwnWords,
        CalledName = CalledName,
        Contact = Contact is null ? null : new SafeContact(EnumWord.Find<ContactWay>(Contact.Way)!.Value, Contact.Value, Contact.When, Contact.MayLeaveMessage, Contact.MaySayWhoCalls),
        Language = Language,
        IsUnder18 = IsUnder18,
        Safety = Safety,
        IncidentNumber = IncidentNumber,
    };

    public override string ToString() => nameof(WireContent);
}

/// <summary>Written code of the JSON library's generator: no reflection, one order, no spaces, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(WireHandover))]
[JsonSerializable(typeof(WireNote))]
[JsonSerializable(typeof(WireWithdrawal))]
internal sealed partial class WireJson : JsonSerializerContext;
