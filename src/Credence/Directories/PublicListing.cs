using System.Text.Json;
using System.Text.Json.Nodes;

namespace Credence.Directories;

/// <summary>
/// An object of a directory as anybody may see it. Of a confidential place only the town is left, by a list of what may stay: a field
/// that nobody thought of is kept back. Where its street or postal code stands in other words of the object, they are taken out there too.
/// </summary>
public static class PublicListing
{
    private const string Withheld = "(withheld)";

    private static readonly string[] OfLocation = ["id", "location_type", "languages", "accessibility", "phones", "schedules"];
    private static readonly string[] OfAddress = ["city", "state_province", "country", "address_type"];
    private static readonly string[] Places = ["address_1", "address_2", "postal_code"];

    /// <summary>The object for the public; the one given is not changed.</summary>
    /// <param name="content">A service, an organization or a location.</param>
    /// <param name="isConfidential">True if its places are confidential for a reason that does not stand in it, such as a mark that a person made.</param>
    public static JsonObject Of(JsonObject content, bool isConfidential = false)
    {
        var listing = content.DeepClone().AsObject();
        var secrets = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var isMarked = isConfidential || ServicePlaces.IsMarked(content) || (content.Object("organization") is { } organization && ServicePlaces.IsMarked(organization));
        if (!Withhold(listing, isMarked, secrets)) return listing;
        if (HsdsJson.TableOf(listing) is { } table) DropUnknown(listing, table);
        // Read from the whole object first: a street may stand above the place that it belongs to.
        return Clean(listing, secrets).AsObject();
    }

    // True if something was kept back.
    private static bool Withhold(JsonObject one, bool isMarked, HashSet<string> secrets)
    {
        var marked = isMarked || ServicePlaces.IsMarked(one);
        if (IsLocation(one) && (marked || ServicePlaces.IsConfidential(one)))
        {
            Keep(one, secrets);
            return true;
        }

        var isWithheld = false;
        foreach (var (_, node) in one.ToList())
            foreach (var below in node is JsonArray list ? list.OfType<JsonObject>() : node is JsonObject single ? [single] : [])
                isWithheld |= Withhold(below, marked, secrets);
        return isWithheld;
    }

    // A column that somebody added may be the address once more.
    private static void DropUnknown(JsonObject one, HsdsTable table)
    {
        foreach (var (key, node) in one.ToList())
        {
            if (table.Below(key) is not { } below)
            {
                if (!table.Fields.ContainsKey(key)) one.Remove(key);
            }
            else foreach (var inner in node is JsonArray list ? list.OfType<JsonObject>() : node is JsonObject single ? [single] : []) DropUnknown(inner, below);
        }
    }

    private static bool IsLocation(JsonObject one) => one.ContainsKey("location_type") || one.ContainsKey("addresses") || one.ContainsKey("latitude");

    private static void Keep(JsonObject location, HashSet<string> secrets)
    {
        foreach (var key in (string[])["latitude", "longitude", "external_identifier"])
            if (location.Text(key) is { Length: > 4 } text) secrets.Add(text);
        var addresses = new JsonArray();
        foreach (var address in location.Objects("addresses"))
        {
            foreach (var secret in Places.Select(address.Text).OfType<string>().Where(text => text.Length > 2)) secrets.Add(secret);
            addresses.Add(Only(address, OfAddress));
        }

        var left = Only(location, OfLocation);
        foreach (var key in location.Select(pair => pair.Key).ToList()) location.Remove(key);
        foreach (var (key, node) in left.ToList())
        {
            left.Remove(key);
            location[key] = node;
        }

        if (addresses.Count > 0) location["addresses"] = addresses;
    }

    private static JsonObject Only(JsonObject from, string[] keys) =>
        new(keys.Where(from.ContainsKey).Select(key => KeyValuePair.Create(key, from[key]?.DeepClone())));

    private static JsonNode Clean(JsonNode node, HashSet<string> secrets) => node switch
    {
        // A postal code may be a part of an id or of a telephone number, where it tells nothing and its loss would hurt.
        JsonObject one => new JsonObject(one.Select(pair => KeyValuePair.Create(
            pair.Key, pair.Value is null ? null : (JsonNode?)(IsNumber(pair.Key) ? pair.Value.DeepClone() : Clean(pair.Value, secrets))))),
        JsonArray list => new JsonArray([.. list.Select(item => item is null ? null : Clean(item, secrets))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(
            secrets.Aggregate(value.GetValue<string>(), (text, secret) => text.Replace(secret, Withheld, StringComparison.OrdinalIgnoreCase))),
        _ => node.DeepClone(),
    };

    private static bool IsNumber(string key) => key is "id" or "number" || key.EndsWith("_id", StringComparison.Ordinal);
}
