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

/// <summary>That a person of an incident or an encounter was handed over, by which consent and when. To whom, and what was told, is sealed.</summary>
public sealed class SentHandover : ICaseRow
{
    public required HandoverId Id { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>The incident whose key seals it, or null.</summary>
    public IncidentId? Incident { get; init; }

    /// <summary>The encounter whose key seals it, where there is no incident, or null.</summary>
    public EncounterId? Encounter { get; init; }

    public required ConsentId Consent { get; init; }

    public required AccountId HandedBy { get; init; }

    public required DateTimeOffset HandedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>The message's number in the post, so that it can be taken back when the copy can no longer be opened.</summary>
    public required Guid Message { get; init; }

    /// <summary>The copy, sealed under the key of the incident or encounter.</summary>
    public required byte[] Content { get; init; }

    internal Guid Subject => Incident?.Value ?? Encounter!.Value.Value;

    internal SealedPlace Place => PlaceOf(Subject, Id);

    internal static SealedPlace PlaceOf(Guid subject, HandoverId id) => new($"sent_handovers.content.{id.Value:N}", subject);
}

/// <summary>What police keep of a handover: the consent as it was signed, the message as it was sent, and its number in the post.</summary>
internal sealed record HandoverCopy(Guid Message, Consent Consent, byte[] Bytes)
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

    /// <summary>The message, sealed under the key that seals the handover; null once the person took the consent back, unless a legal hold kept it, unseen.</summary>
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
