using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Credence.Directories;

/// <summary>Reads where a service is given, and keeps back what must not be given to anybody.</summary>
public static partial class ServicePlaces
{
    /// <summary>Where a service is given.</summary>
    internal static IReadOnlyList<ServicePlace> Of(JsonObject service)
    {
        var isConfidential = IsMarked(service) || (service.Object("organization") is { } organization && IsMarked(organization));
        return [.. service.Objects("service_at_locations").Select(place => Of(place, isConfidential))];
    }

    /// <summary>True if this location's address must not be given: marked so in our taxonomy, or said in its own words.</summary>
    /// <remarks>A word too many costs a line of an address; a word too few may cost a life.</remarks>
    public static bool IsConfidential(JsonObject location) =>
        IsMarked(location)
        || ((string[])["name", "alternate_name", "description", "transportation"]).Any(key => location.Text(key) is { } text && Undisclosed().IsMatch(text))
        || location.Objects("addresses").Any(address => IsMarked(address)
            || ((string[])["attention", "address_1", "address_2", "region"]).Any(key => address.Text(key) is { } text && Bare().IsMatch(text)));

    internal static bool IsMarked(JsonObject one) => OwnTerms.On(one).Any(term => term.Code == OwnTerms.ConfidentialAddress && term.Value?.ToUpperInvariant() is not ("NO" or "FALSE"));

    private static ServicePlace Of(JsonObject place, bool isConfidential)
    {
        var location = place.Object("location");
        var address = location?.Objects("addresses").OrderBy(one => one.Text("address_type") == "postal").FirstOrDefault();
        var isKept = isConfidential || IsMarked(place) || (location is not null && IsConfidential(location));
        return new ServicePlace
        {
            Location = location?.Text("id") ?? place.Text("location_id"),
            Town = address?.Text("city"),
            State = address?.Text("state_province"),
            Address = isKept || address is null ? null : Line(address),
            Point = isKept ? null : PointOf(location),
            IsConfidential = isKept,
            Schedules = ScheduleReading.Of(place) is { Count: > 0 } own ? own : location is null ? [] : ScheduleReading.Of(location),
        };
    }

    private static string? Line(JsonObject address)
    {
        var parts = ((string[])["address_1", "address_2", "city", "state_province", "postal_code"]).Select(address.Text).OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    // 0, 0 is a form that was left empty.
    private static GeoPoint? PointOf(JsonObject? location) =>
        location?.Number("latitude") is { } latitude and >= -90 and <= 90 && location.Number("longitude") is { } longitude and >= -180 and <= 180 && (latitude, longitude) is not (0, 0)
            ? new GeoPoint(latitude, longitude) : null;

    [GeneratedRegex(@"\b(confidential|undisclosed|not disclosed|withheld|secret|confidencial|no se divulga)\b[^.]{0,40}\b(address|location|site|place|shelter|direcci[oó]n|lugar|ubicaci[oó]n|refugio)|\b(address|location|site|direcci[oó]n|ubicaci[oó]n)\b[^.]{0,40}\b(confidential|undisclosed|not disclosed|withheld|secret|confidencial|no se divulga)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Undisclosed();

    // In a field of an address the word alone says it.
    [GeneratedRegex(@"\b(confidential|undisclosed|not disclosed|withheld|confidencial)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
