using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Credence.Directories;

/// <summary>
/// Reads a directory in JSON: a list of objects, one object a line (NDJSON), pages of the HSDS API, or one object. One object is in
/// memory at a time, and what is wrong with one costs that one.
/// </summary>
public static class HsdsJson
{
    private const string LooseTable = "credence_table";

    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 48 };

    /// <summary>The objects of a text, in its order.</summary>
    /// <param name="file">What the text is called, for problems.</param>
    /// <param name="text">The text.</param>
    /// <param name="problems">Hears of each problem.</param>
    public static IEnumerable<DirectoryEntry> Read(string file, TextReader text, Action<DirectoryProblem> problems)
    {
        foreach (var piece in new JsonPieces(text).Read())
        {
            if (piece.Damage is { } damage) problems(new DirectoryProblem(file, piece.Line, "", damage, "a whole JSON object; passed over"));
            else if (Parse(file, piece, problems) is { } read)
                foreach (var one in Objects(read)) yield return Entry(file, piece.Line, one, problems);
        }
    }

    /// <summary>An object as one line of JSON. Of a row that belongs to nothing it also says from which table it is, so that it can be read back.</summary>
    public static string Line(DirectoryEntry entry)
    {
        if (!entry.IsLoose) return entry.Content.ToJsonString(Form);
        var content = entry.Content.DeepClone().AsObject();
        content[LooseTable] = entry.Table;
        return content.ToJsonString(Form);
    }

    private static JsonNode? Parse(string file, JsonPiece piece, Action<DirectoryProblem> problems)
    {
        try
        {
            return JsonNode.Parse(piece.Text, documentOptions: Strict);
        }
        catch (JsonException broken)
        {
            var line = piece.Line + (broken.LineNumber ?? 0);
            problems(new DirectoryProblem(file, line, "", "what is no JSON, or one key twice", "a JSON object; passed over"));
            return null;
        }
    }

    // A page of the API holds its objects under contents.
    private static IEnumerable<JsonObject> Objects(JsonNode read) => read switch
    {
        JsonObject page when page["contents"] is JsonArray contents && page.Text("id") is null => contents.OfType<JsonObject>().ToList(),
        JsonObject one => [one],
        _ => [],
    };

    private static DirectoryEntry Entry(string file, long line, JsonObject content, Action<DirectoryProblem> problems)
    {
        if (content.Text(LooseTable) is { } loose)
        {
            content.Remove(LooseTable);
            return new DirectoryEntry(loose, content, file, line) { IsLoose = true };
        }

        if (TableOf(content) is not { } table)
        {
            problems(new DirectoryProblem(file, line, "", "an object of no table of HSDS", "a service, an organization, a location or a taxonomy; kept as it is"));
            return new DirectoryEntry("other", content, file, line) { IsLoose = true };
        }

        foreach (var problem in HsdsCheck.Nested(table, content, file, line)) problems(problem);
        return new DirectoryEntry(table.Name, content, file, line);
    }

    /// <summary>The table of which an object has most keys; it must have two beside id and name.</summary>
    internal static HsdsTable? TableOf(JsonObject content)
    {
        var best = ((string[])["service", "organization", "location", "service_at_location", "taxonomy_term", "taxonomy", "program"]).Select(HsdsTables.Find)
            .Select(table => (Table: table!, Keys: content.Count(pair => pair.Key is not ("id" or "name" or "description") && (table!.Fields.ContainsKey(pair.Key) || table.Below(pair.Key) is not null))))
            .MaxBy(one => one.Keys);
        return best.Keys >= 1 && content.Text("id") is not null ? best.Table : content.ContainsKey("status") && content.ContainsKey("name") ? HsdsTables.Find("service") : null;
    }
}

/// <summary>The text of one object, or why it is none.</summary>
internal readonly record struct JsonPiece(long Line, string Text, string? Damage)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"JsonPiece(line {Line}, {Text.Length} characters)");
}
