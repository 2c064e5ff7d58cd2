using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Credence.Directories;

/// <summary>Takes nested objects apart into the rows of a package: each row once, with the ids of what it stands in.</summary>
public sealed class HsdsTabular
{
    private readonly Dictionary<string, Dictionary<string, JsonObject>> _byId = [];
    private readonly Dictionary<string, List<JsonObject>> _rows = [];
    private readonly List<DirectoryProblem> _problems = [];

    /// <summary>The names of the tables that have rows, in the order of HSDS.</summary>
    public IEnumerable<string> Tables => _rows.Keys.OrderBy(name => HsdsTables.All.ToList().FindIndex(table => table.Name == name) is >= 0 and var at ? at : int.MaxValue)
        .ThenBy(name => name, StringComparer.Ordinal);

    /// <summary>Where one id stands for rows that differ, so that a table cannot hold both; the first is kept.</summary>
    public IReadOnlyList<DirectoryProblem> Problems => _problems;

    /// <summary>Adds an object and all that stands in it.</summary>
    public void Add(DirectoryEntry entry)
    {
        if (HsdsTables.Find(entry.Table) is { } table && !entry.IsLoose) Take(table, entry.Content, entry, []);
        else Append(entry.Table, entry.Content.DeepClone().AsObject());
    }

    /// <summary>Writes a table as CSV. A cell that a spreadsheet would run keeps its text: the file is for programs.</summary>
    public void Write(string table, TextWriter writer)
    {
        var rows = _rows[table];
        var known = HsdsTables.Find(table)?.Fields;
        var used = rows.SelectMany(row => row.Select(pair => pair.Key)).Distinct().ToList();
        List<string> headers = [.. known is not null || used.Contains("id") ? ["id"] : Array.Empty<string>(), .. used.Where(name => name != "id" && known?.ContainsKey(name) == true).Order(StringComparer.Ordinal), .. used.Where(name => name != "id" && known?.ContainsKey(name) != true)];
        writer.Write(string.Join(',', headers.Select(Cell)) + "\r\n");
        foreach (var row in rows) writer.Write(string.Join(',', headers.Select(name => Cell(Value(row, name)))) + "\r\n");
    }

    private void Take(HsdsTable table, JsonObject content, DirectoryEntry from, Dictionary<string, string> above)
    {
        var row = new JsonObject();
        foreach (var (key, node) in content)
            if (!IsBelow(table, key, node)) row[key] = node?.DeepClone();
        foreach (var (field, id) in above) row.TryAdd(field, id);
        foreach (var link in table.Named)
            if (content[link.Member] is JsonObject named && named.Text("id") is { } id) row.TryAdd(link.Field, id);
        Keep(table, row, from);
        foreach (var (key, node) in content.Where(pair => IsBelow(table, pair.Key, pair.Value)))
        {
            var below = table.Below(key)!;
            foreach (var one in node is JsonArray list ? list.OfType<JsonObject>() : [(JsonObject)node!]) Take(below, one, from, Above(table, key, below, content));
        }
    }

    // A key of HSDS that holds what it should; anything else is a cell.
    private static bool IsBelow(HsdsTable table, string key, JsonNode? node) => table.Below(key) is not null
        && (node is JsonArray list ? list.All(one => one is JsonObject) : node is JsonObject);

    private static Dictionary<string, string> Above(HsdsTable table, string key, HsdsTable below, JsonObject content)
    {
        if (content.Text("id") is not { } id) return [];
        if (key == "attributes") return new() { ["link_id"] = id, ["link_entity"] = table.Name };
        if (key == "metadata") return new() { ["resource_id"] = id, ["resource_type"] = table.Name };
        return below.Parents.FirstOrDefault(link => link.Table == table.Name && link.Member == key) is { } link ? new() { [link.Field] = id } : [];
    }

    private void Keep(HsdsTable table, JsonObject row, DirectoryEntry from)
    {
        if (row.Text("id") is not { } id || !ById(table.Name).TryGetValue(id, out var before))
        {
            if (row.Text("id") is { } own) ById(table.Name)[own] = row;
            Append(table.Name, row);
            return;
        }

        if (row.All(pair => !before.TryGetPropertyValue(pair.Key, out var other) || JsonNode.DeepEquals(pair.Value, other)))
        {
            foreach (var (key, node) in row) before.TryAdd(key, node?.DeepClone());
        }
        else if (_rows[table.Name].All(other => !JsonNode.DeepEquals(other, row)))
        {
            _problems.Add(new DirectoryProblem(from.File, from.Row, table.Name, "one id for rows that differ", "one row for an id; both are written"));
            Append(table.Name, row);
        }
    }

    private void Append(string table, JsonObject row)
    {
        if (!_rows.TryGetValue(table, out var rows)) _rows[table] = rows = [];
        rows.Add(row);
    }

    private Dictionary<string, JsonObject> ById(string table)
    {
        if (!_byId.TryGetValue(table, out var rows)) _byId[table] = rows = [];
        return rows;
    }

    private static string Value(JsonObject row, string key) => !row.TryGetPropertyValue(key, out var node) || node is null ? ""
        : node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : node.ToJsonString();

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : string.Create(CultureInfo.InvariantCulture, $"\"{text.Replace("\"", "\"\"")}\"");
}
