using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Credence.Incidents;

namespace Credence.Police.Incidents;

/// <summary>Everything a source said of an incident, as it is sealed. The same incident is the same bytes.</summary>
public sealed record IncidentContent
{
    public required string Number { get; init; }

    public string? Agency { get; init; }

    public DateOnly? Date { get; init; }

    public string Narrative { get; init; } = "";

    public IReadOnlyList<string>? Offenses { get; init; }

    public string? Location { get; init; }

    public string? IdentifiedBy { get; init; }

    public string? Clearance { get; init; }

    public IReadOnlyList<ArrestContent>? Arrests { get; init; }

    public IReadOnlyList<PersonContent>? Persons { get; init; }

    public static IncidentContent Of(Incident incident) => new()
    {
        Number = incident.Number.Value,
        Agency = incident.Agency,
        Date = incident.Date,
        Narrative = incident.Narrative.Text,
        Offenses = Codes(incident.Offenses),
        Location = incident.LocationType,
        IdentifiedBy = incident.IdentifiedBy,
        Clearance = incident.Clearance,
        Arrests = incident.Arrests?.Select(ArrestContent.Of).ToList(),
        Persons = incident.Persons?.Select(PersonContent.Of).ToList(),
    };

    public Incident ToIncident() => new(new IncidentNumber(Number), new Narrative(Narrative))
    {
        Agency = Agency,
        Date = Date,
        Offenses = Codes(Offenses),
        LocationType = Location,
        IdentifiedBy = IdentifiedBy,
        Clearance = Clearance,
        Arrests = Arrests?.Select(arrest => arrest.ToArrest()).ToList(),
        Persons = Persons?.Select(person => person.ToPerson()).ToList(),
    };

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, ContentJson.Compact.IncidentContent);

    public static IncidentContent From(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize(bytes, ContentJson.Compact.IncidentContent)!;

    public override string ToString() => $"IncidentContent({Number})";

    internal static List<string>? Codes(IReadOnlyList<OffenseCode>? codes) => codes?.Select(code => code.Value).ToList();

    internal static List<OffenseCode>? Codes(IReadOnlyList<string>? codes) => codes?.Select(code => new OffenseCode(code)).ToList();
}

/// <summary>A person, as sealed.</summary>
public sealed record PersonContent(
    Involvement Involvement, int? Age, string? Sex, string? Race, string? Number, IReadOnlyList<string>? Offenses, IReadOnlyList<Relationship>? Relationships,
    string? Nationality = null)
{
    public static PersonContent Of(Person person) => new(
        person.Involvement, person.Age, person.Sex, person.Race, person.Number, IncidentContent.Codes(person.Offenses), person.Relationships, person.Nationality);

    public Person ToPerson() => new(Involvement, Age, Sex, Race)
    {
        Number = Number,
        Nationality = Nationality,
        Offenses = IncidentContent.Codes(Offenses),
        Relationships = Relationships,
    };

    public override string ToString() => $"PersonContent({Involvement})";
}

/// <summary>An arrest, as sealed.</summary>
public sealed record ArrestContent(ArrestType Type, DateOnly? Date, string? Offense, PersonContent Arrestee)
{
    public static ArrestContent Of(Arrest arrest) => new(arrest.Type, arrest.Date, arrest.Offense?.Value, PersonContent.Of(arrest.Arrestee));

    public Arrest ToArrest() => new(Type, Date, Offense is null ? null : new OffenseCode(Offense), Arrestee.ToPerson());

    public override string ToString() => $"ArrestContent({Type})";
}

/// <summary>How sealed content is spelled: written by code made at build, in the order in which it is declared, without what is null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IncidentContent))]
[JsonSerializable(typeof(ScreenedContent))]
internal sealed partial class ContentJson : JsonSerializerContext
{
    // Sealed bytes are in no page: letters need no escapes.
    public static ContentJson Compact => field ??= new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
