using System.Text.Json;
using System.Text.Json.Serialization;
using Sylvan.Data.Csv;

namespace Credence.RecordBench;

/// <summary>
/// What somebody would write in an evening: classes of the fields that are needed and System.Text.Json; or, of a package, every table as rows and a
/// lookup by service. Nothing is checked, nothing that is not in the classes stays, and one wrong value ends it.
/// </summary>
internal static class PlainDirectory
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString };

    public static int Json(string path)
    {
        using var file = File.OpenRead(path);
        return JsonSerializer.Deserialize<List<PlainService>>(file, Form)!.Count;
    }

    public static int Package(string folder)
    {
        var tables = DirectoryFiles.Tables(folder).ToDictionary(path => Path.GetFileNameWithoutExtension(path), Rows);
        var services = tables.TryGetValue("service", out var now) ? now : tables["services"];
        var below = tables.Values.Where(rows => rows != services && rows is [{ } first, ..] && first.ContainsKey("service_id")).Select(rows => rows.ToLookup(row => row["service_id"])).ToList();
        return services.Select(service => (Service: service, Below: below.ConvertAll(rows => rows[service["id"]].ToList()))).ToList().Count;
    }

    private static List<Dictionary<string, string>> Rows(string path)
    {
        using var reader = CsvDataReader.Create(path);
        var headers = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            var row = new Dictionary<string, string>(headers.Count);
            for (var at = 0; at < headers.Count; at++) row[headers[at]] = reader.GetString(at);
            rows.Add(row);
        }

        return rows;
    }
}

internal sealed record PlainService(
    string Id, string Name, string? Description, string? Status, double? MinimumAge, double? MaximumAge, string? FeesDescription, string? ApplicationProcess, string? EligibilityDescription,
    string? AssuredDate, PlainOrganization? Organization, List<PlainPhone>? Phones, List<PlainLanguage>? Languages, List<PlainSchedule>? Schedules, List<PlainPlace>? ServiceAtLocations,
    List<PlainAttribute>? Attributes);

internal sealed record PlainOrganization(string Id, string Name, string? Description);

internal sealed record PlainPhone(string Id, string Number, string? Extension, string? Description);

internal sealed record PlainLanguage(string Id, string? Code, string? Name);

internal sealed record PlainSchedule(string Id, string? Freq, string? Byday, string? OpensAt, string? ClosesAt, string? Description);

internal sealed record PlainPlace(string Id, PlainLocation? Location);

internal sealed record PlainLocation(string Id, string? LocationType, double? Latitude, double? Longitude, List<PlainAddress>? Addresses, List<PlainPhone>? Phones, List<PlainSchedule>? Schedules);

internal sealed record PlainAddress(string Id, [property: JsonPropertyName("address_1")] string? Address1, string? City, string? StateProvince, string? PostalCode, string? Country, string? AddressType);

internal sealed record PlainAttribute(string Id, string? LinkType, PlainTerm? TaxonomyTerm);

internal sealed record PlainTerm(string Id, string? Code, string? Name, string? Description, string? Taxonomy);
