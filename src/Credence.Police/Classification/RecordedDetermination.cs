using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Credence.Police.Incidents;
using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Screening.Instruments;

namespace Credence.Police.Classification;

/// <summary>Which of the three determinations it is. They are never mixed, and none follows from another.</summary>
public enum DeterminationKind
{
    VictimStatus,
    OffenseCode,
    Charge,
}

/// <summary>One determination as the record keeps it. Each stays; the last of its kind, for its person, is the one that holds.</summary>
public sealed class RecordedDetermination : ICaseRow
{
    public long Id { get; init; }

    public required IncidentId Incident { get; init; }

    public required OrganizationId Organization { get; init; }

    public required DeterminationKind Kind { get; init; }

    /// <summary>The person by part and number, such as victim 001; empty for the incident as a whole.</summary>
    public required string Person { get; init; }

    /// <summary>From 1, in the order in which they were made.</summary>
    public required int Number { get; init; }

    /// <summary>A status, codes, or ids of statutes, one space between.</summary>
    public required string Codes { get; init; }

    /// <summary>The definition that a status rests on, or null.</summary>
    public string? Definition { get; init; }

    /// <summary>Whether it says something else than what the packs proposed then: a person may, and it is counted.</summary>
    public required bool IsAgainstProposal { get; init; }

    public required AccountId By { get; init; }

    public required string Role { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Why, what was known besides the record, and what was proposed, sealed.</summary>
    public required byte[] Content { get; init; }

    internal SealedPlace Place => new($"determinations.content/{Kind}/{Person}", Incident.Value, Number);
}

/// <summary>Why somebody determined something, as it is sealed.</summary>
/// <param name="Why">In the decider's words.</param>
/// <param name="Known">What the decider knows of facts besides the record.</param>
/// <param name="Proposed">What was proposed then, in one sentence.</param>
/// <param name="Packs">The packs that proposed it, as id@version.</param>
public sealed record DeterminationContent(string Why, IReadOnlyDictionary<string, Answer> Known, string Proposed, IReadOnlyList<string> Packs)
{
    internal byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, DeterminationJson.Compact.DeterminationContent);

    internal static DeterminationContent? Open(ContentKey key, RecordedDetermination row) =>
        key.TryOpen(row.Content, row.Place) is { } bytes ? JsonSerializer.Deserialize(bytes, DeterminationJson.Compact.DeterminationContent) : null;

    public override string ToString() => $"DeterminationContent({Known.Count} facts)";
}

/// <summary>How reasons are spelled where they are sealed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DeterminationContent))]
internal sealed partial class DeterminationJson : JsonSerializerContext
{
    public static DeterminationJson Compact => field ??= new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
