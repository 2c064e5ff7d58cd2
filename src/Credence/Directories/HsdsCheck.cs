using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Credence.Directories;

/// <summary>Holds objects against HSDS 3.0: required fields, forms and closed lists. It changes nothing and refuses nothing.</summary>
internal static class HsdsCheck
{
    // An object nested deeper than HSDS can be is somebody's error or somebody's attack.
    private const int Deepest = 12;

    /// <summary>Every problem of an object and of what stands in it.</summary>
    internal static IEnumerable<DirectoryProblem> Nested(HsdsTable table, JsonObject content, string file, long row, string path = "", int depth = 0)
    {
        foreach (var problem in Fields(table, content, file, row, path)) yield return problem;
        foreach (var (key, node) in content)
        {
            if (table.Below(key) is not { } below || node is null) continue;
            var at = path + key;
            foreach (var problem in Below(below, node, file, row, at, depth)) yield return problem;
        }
    }

    /// <summary>The problems of an object's own fields.</summary>
    internal static IEnumerable<DirectoryProblem> Fields(HsdsTable table, JsonObject content, string file, long row, string path = "")
    {
        foreach (var field in table.Fields.Values)
        {
            content.TryGetPropertyValue(field.Name, out var node);
            if (Problem(field, node) is { } wrong) yield return new DirectoryProblem(file, row, path + field.Name, wrong.Found, wrong.Expected);
        }
    }

    private static IEnumerable<DirectoryProblem> Below(HsdsTable below, JsonNode node, string file, long row, string at, int depth)
    {
        if (depth == Deepest) return [new DirectoryProblem(file, row, at, "objects in objects", $"at most {Deepest} levels; kept, and not looked at")];
        return node switch
        {
            JsonObject one => Nested(below, one, file, row, at + ".", depth + 1),
            JsonArray list => list.SelectMany((item, i) => item is JsonObject one
                ? Nested(below, one, file, row, FormattableString.Invariant($"{at}[{i}]."), depth + 1)
                : [new DirectoryProblem(file, row, FormattableString.Invariant($"{at}[{i}]"), Kind(item), "an object; kept as it is")]),
            _ => [new DirectoryProblem(file, row, at, Kind(node), "an object or a list of them; kept as it is")],
        };
    }

    private static (string Found, string Expected)? Problem(HsdsField field, JsonNode? node)
    {
        var text = node is JsonValue value ? Written(value) : null;
        if (node is not null && text is null) return (Kind(node), $"{Expected(field)}; kept as it is");
        if (string.IsNullOrWhiteSpace(text)) return field.IsRequired ? ("nothing", $"{Expected(field)}; taken as not known") : null;
        if (Fits(field, text.Trim())) return null;
        if (field.Form is HsdsForm.WebAddress && ReachedBy.Site(text) is not null) return ("a site without https:// before it", $"{Expected(field)}; kept, and shown as text that leads nowhere");
        if (field.Form is HsdsForm.WebAddress or HsdsForm.Email) return ("text that is none", $"{Expected(field)}; kept, and taken as not known");
        return (field.Values.Count > 0 ? "another word" : $"text of {text.Length} characters", $"{Expected(field)}; kept, and taken as not known");
    }

    private static bool Fits(HsdsField field, string text) => field.Form switch
    {
        HsdsForm.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number),
        HsdsForm.Date => HsdsNodes.DateOf(text) is not null,
        HsdsForm.Time => ClockTime.TryRead(text, out _),
        HsdsForm.WebAddress => ReachedBy.WebPage(text) is not null,
        HsdsForm.Email => ReachedBy.Email(text) is not null,
        _ => field.Values.Count == 0 || field.Values.Contains(text),
    };

    private static string Expected(HsdsField field) => field.Form switch
    {
        HsdsForm.Number => "a number",
        HsdsForm.Date => "a date such as 2031-06-14",
        HsdsForm.Time => "a time such as 09:00",
        HsdsForm.WebAddress => "a web address such as https://example.org/",
        HsdsForm.Email => "an e-mail address such as help@example.org",
        _ => field.Values.Count > 0 ? $"one of {string.Join(", ", field.Values)}" : "text",
    };

    private static string? Written(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number => value.ToJsonString(),
        _ => null,
    };

    private static string Kind(JsonNode? node) => node switch
    {
        null => "nothing",
        JsonObject => "an object",
        JsonArray => "a list",
        _ => node.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? "yes or no" : "a value",
    };
}
