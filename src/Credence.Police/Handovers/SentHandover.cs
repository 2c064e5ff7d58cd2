using System.Text.Json.Serialization;
using Credence.Consents;
using Credence.Police.Incidents;
using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Referrals;
using OrganizationId = Credence.Record.Access.OrganizationId;

namespace Credence.Police.Handovers;

/// <summary>That a person of an incident was handed over, by which consent and when. To whom, and what was told, is sealed.</summary>
public sealed class SentHandover : ICaseRow
{
    public required HandoverId Id { get; init; }

    public required OrganizationId Organization { get; init; }

    public required IncidentId Incident { get; init; }

    public required ConsentId Consent { get; init; }

    public required DateTimeOffset HandedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>The message's number in the post, so that it can be taken back when the copy can no longer be opened.</summary>
    public required Guid Message { get; init; }

    /// <summary>The copy, sealed under the incident's key.</summary>
    public required byte[] Content { get; init; }

    internal SealedPlace Place => PlaceOf(Incident, Id);

    internal static SealedPlace PlaceOf(IncidentId incident, HandoverId id) => new($"sent_handovers.content.{id.Value:N}", incident.Value);
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

    public required IncidentId Incident { get; init; }

    public required HandoverId Handover { get; init; }

    /// <summary>The consent, as the provider numbers it.</summary>
    public required ConsentId Consent { get; init; }

    /// <summary>When that consent ends; from then on the note is not shown.</summary>
    public required DateTimeOffset Ends { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>The message, sealed under the incident's key; null once the person took the consent back, unless a legal hold kept it, unseen.</summary>
    public byte[]? Content { get; set; }

    internal SealedPlace Place => PlaceOf(Incident, Id);

    internal static SealedPlace PlaceOf(IncidentId incident, Guid id) => new($"received_notes.content.{id:N}", incident.Value);
}

/// <summary>What is sealed, as it is written: words for values of closed lists, and null for what is not known.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, Converters = [typeof(KindsConverter)])]
[JsonSerializable(typeof(HandoverCopy))]
internal sealed partial class HandoverJson : JsonSerializerContext;
