using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Credence.Referrals;
using Credence.Screening.Instruments;

namespace Credence.Police.Encounters;

/// <summary>How an offer of help stands. That nobody asked is not that somebody declined.</summary>
public enum HelpState
{
    NotAsked,

    /// <summary>Offered; there is no answer yet.</summary>
    Offered,

    Accepted,

    Declined,
}

/// <summary>A need that was spoken of, and what became of the offer.</summary>
/// <param name="Need">The need.</param>
/// <param name="Urgency">How soon, if somebody said so.</param>
/// <param name="State">What became of the offer.</param>
public sealed record OfferedHelp(Need Need, Urgency? Urgency, HelpState State)
{
    public override string ToString() => $"OfferedHelp({Need})";
}

/// <summary>
/// What an officer brings from an encounter: answers, needs, offers. There is no field for a name, and none for words; what has another
/// field is refused.
/// </summary>
public sealed record EncounterContent
{
    // A field that a phone leaves out is empty; the reader of JSON gives null for it.
    private static readonly IReadOnlyDictionary<string, Answer> None = new Dictionary<string, Answer>();

    /// <summary>The instrument with its version, such as hhs-card@1.0.0; null if none was used.</summary>
    public string? Instrument { get; init; }

    /// <summary>Answers by item. An item that is not here was not asked.</summary>
    public IReadOnlyDictionary<string, Answer> Answers { get; init => field = value ?? None; } = None;

    /// <summary>The person would not go on, or it was not safe to.</summary>
    public bool Stopped { get; init; }

    /// <summary>Facts that were seen or said outside the instrument, by their ids in packs/facts.</summary>
    public IReadOnlyDictionary<string, Answer> Facts { get; init => field = value ?? None; } = None;

    /// <summary>Needs, each once.</summary>
    public IReadOnlyList<OfferedHelp> Needs { get; init => field = value ?? []; } = [];

    /// <summary>When it began, by the clock of the phone.</summary>
    public DateTimeOffset BeganAt { get; init; }

    /// <summary>Reads what a phone sent; null if it is broken or has a field that is not asked for.</summary>
    public static EncounterContent? TryRead(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, EncounterJson.Compact.EncounterContent);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>One spelling for the same content, whatever order a phone sends it in.</summary>
    internal byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(
        this with
        {
            Answers = Sorted(Answers),
            Facts = Sorted(Facts),
            Needs = [.. Needs.OrderBy(one => one.Need)],
            BeganAt = BeganAt.ToUniversalTime(),
        },
        EncounterJson.Compact.EncounterContent);

    public override string ToString() => $"EncounterContent({Answers.Count} answers, {Needs.Count} needs)";

    private static SortedDictionary<string, Answer> Sorted(IReadOnlyDictionary<string, Answer> answers) => new(answers.ToDictionary(), StringComparer.Ordinal);
}

/// <summary>How encounters are spelled, on the wire and sealed. A field that nobody asked for is refused, so that no name comes in by it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(EncounterContent))]
[JsonSerializable(typeof(SealedEncounter))]
internal sealed partial class EncounterJson : JsonSerializerContext
{
    public static EncounterJson Compact => field ??= new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
