using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Credence.Directories;

/// <summary>Short ways to read an object of HSDS, in which any value may be missing or of another kind than it should be.</summary>
public static class HsdsNodes
{
    /// <summary>The text or the number of a key without space around it; null if there is none, or only space.</summary>
    public static string? Text(this JsonObject from, string key) =>
        from.TryGetPropertyValue(key, out var node) && node is JsonValue value && value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number
            ? Trimmed(node!.AsValue()) : null;

    /// <summary>The number of a key, also where it is written as text; null if there is none.</summary>
    public static double? Number(this JsonObject from, string key) =>
        double.TryParse(from.Text(key), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>The date of a key, of which a time may follow; null if there is none.</summary>
    public static DateOnly? Date(this JsonObject from, string key) => from.Text(key) is { } text ? DateOf(text) : null;

    /// <summary>The objects of a list; empty if there is none.</summary>
    public static IEnumerable<JsonObject> Objects(this JsonObject from, string key) =>
        from.TryGetPropertyValue(key, out var node) && node is JsonArray list ? list.OfType<JsonObject>() : [];

    /// <summary>The object of a key, or null.</summary>
    public static JsonObject? Object(this JsonObject from, string key) => from.TryGetPropertyValue(key, out var node) ? node as JsonObject : null;

    internal static DateOnly? DateOf(string text) =>
        text.Length >= 10 && (text.Length == 10 || text[10] is 'T' or ' ')
        && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static string? Trimmed(JsonValue value) =>
        (value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString()).Trim() is { Length: > 0 } text ? text : null;
}
