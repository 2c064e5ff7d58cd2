using System.Text.Json.Serialization;
using Credence.Consents;
using Credence.Police.Encounters;
using Credence.Police.Incidents;
using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Referrals;
using OrganizationId = Credence.Record.Access.OrganizationId;

namespace Credence.Police.Handovers;

/// <summary>
/// That a person of an incident or an encounter was handed over, by which consent and when. To whom is sealed under the key of the incident
/// or encounter; what was told, under a key of its own, so that it can be erased while the consent stays.
/// </summary>
public sealed class SentHandover : ICaseRow
{
    public required HandoverId Id { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>The incident whose key seals what was signed, or null.</summary>
    public IncidentId? Incident { get; init; }

    /// <summary>The encounter whose key seals what was signed, where there is no incident, or null.</summary>
    public EncounterId? Encounter { get; init; }

    public required ConsentId Consent { get; init; }

    public required AccountId HandedBy { get; init; }

    public required DateTimeOffset HandedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>The message's number in the post, so that it can be taken back when what was signed can no longer be opened.</summary>
    public required Guid Message { get; init; }

    /// <summary>What was signed, sealed under the key of the incident or encounter.</summary>
    public required byte[] Signed { get; init; }

    /// <summary>The subject of the key under which the message is; made of chance alone, since an agency's id of a handover may be another's too.</summary>
    public required Guid Key { get; init; }

    /// <summary>Whether the message can still be read.</summary>
    public ContentState Content { get; init; }

    /// <summary>The message as it was sent, sealed under its own key: what the person needed, and how to reach the person.</summary>
    public required byte[] Sent { get; init; }

    internal Guid Subject => Incident?.Value ?? Encounter!.Value.Value;

    internal SealedPlace SignedPlace => SignedPlaceOf(Subject, Id);

    internal SealedPlace SentPlace => SentPlaceOf(Key, Id);

    internal static SealedPlace SignedPlaceOf(Guid subject, HandoverId id) => new($"sent_handovers.signed.{id.Value:N}", subject);

    internal static SealedPlace SentPlaceOf(Guid key, HandoverId id) => new($"sent_handovers.sent.{id.Value:N}", key);
}

/// <summary>What police keep of a handover as long as its incident or encounter: the consent as it was signed, the kinds that were told, and the message's number in the post.</summary>
internal sealed record HandoverCopy(Guid Message, Consent Consent, IReadOnlySet<InformationKind> Told)
{
    public override string ToString() => $"HandoverCopy({Message})";
}

/// <summary>How far a provider says a referral is. It is there as long as the consent that lets police know it, and no longer.</summary>
public sealed class ReceivedNote : ICaseRow
{
    public required Guid Id { get; init; }

    public required OrganizationId Organization { get; init; }

    public IncidentId? Incident { get; init; }

    public EncounterId? Encounter { get; init; }

    public required HandoverId Handover { get; init; }

    /// <summary>The consent, as the provider numbers it.</summary>
    public required ConsentId Consent { get; init; }

    /// <summary>When that consent ends; from then on the note is not shown.</summary>
    public required DateTimeOffset Ends { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>The message, sealed under the key of the incident or encounter; null once the person took the consent back, unless a legal hold kept it, unseen.</summary>
    public byte[]? Content { get; set; }

    internal Guid Subject => Incident?.Value ?? Encounter!.Value.Value;

    internal SealedPlace Place => PlaceOf(Subject, Id);

    internal static SealedPlace PlaceOf(Guid subject, Guid id) => new($"received_notes.content.{id:N}", subject);
}

/// <summary>What is sealed, as it is written: words for values of closed lists, and null for what is not known.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, Converters = [typeof(KindsConverter)])]
[JsonSerializable(typeof(HandoverCopy))]
internal sealed partial class HandoverJson : JsonSerializerContext;
