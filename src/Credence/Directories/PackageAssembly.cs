using System.Globalization;
using System.Text.Json.Nodes;

namespace Credence.Directories;

/// <summary>Puts the rows of some services together: a row stands in its parent, and what several name stands in each of them.</summary>
internal sealed class PackageAssembly(PackageIds ids)
{
    private readonly Dictionary<(string Table, string Id), JsonObject> _rows = [];
    private readonly Dictionary<(string Table, string Id), List<(string Member, HsdsTable Table, JsonObject Content)>> _children = [];
    private readonly HashSet<(string Table, string Id)> _wanted = [];

    /// <summary>Adds a row that is built for itself.</summary>
    internal void Add(HsdsTable table, JsonObject content)
    {
        if (content.Text("id") is { } id) _rows.TryAdd((table.Name, id), content);
        foreach (var link in table.Named)
            if (content.Text(link.Field) is { } named) _wanted.Add((link.Table, named));
    }

    /// <summary>Adds a row if it belongs to what is here. Tables come in their order, parents first.</summary>
    internal void TryAdd(HsdsTable table, JsonObject content)
    {
        if (content.Text("id") is { } id && _wanted.Contains((table.Name, id)) && !_rows.ContainsKey((table.Name, id))) Add(table, content);
        else if (!PackageIds.IsRoot(table, content) && ids.Parent(table, content) is { } parent && _rows.ContainsKey((parent.Table, parent.Id)))
        {
            // Where an id stands twice, the second row is here without being one that others hang on.
            Add(table, content);
            var key = (parent.Table, parent.Id);
            if (!_children.TryGetValue(key, out var list)) _children[key] = list = [];
            list.Add((parent.Member, table, content));
        }
    }

    internal void AddEligibility(JsonObject content)
    {
        if (content.Text("service_id") is not { } service || !_rows.TryGetValue(("service", service), out var row) || content.Text("eligibility") is not { } text) return;
        row["eligibility_description"] = row.Text("eligibility_description") is { } before ? $"{before}\n{text}" : text;
    }

    /// <summary>The row with all that stands in it.</summary>
    internal JsonObject Build(HsdsTable table, JsonObject content)
    {
        var built = new JsonObject();
        foreach (var (key, node) in content) built[key] = Typed(table, key, node);
        foreach (var link in table.Named)
            if (content.Text(link.Field) is { } named && _rows.TryGetValue((link.Table, named), out var row)) built[link.Member] = Build(HsdsTables.Find(link.Table)!, row);
        // A double is built without children: they stand in the first.
        if (content.Text("id") is not { } id || !_children.TryGetValue((table.Name, id), out var children) || !ReferenceEquals(_rows[(table.Name, id)], content)) return built;
        foreach (var group in children.GroupBy(child => child.Member))
            built[group.Key] = new JsonArray([.. group.Select(child => (JsonNode)Build(child.Table, child.Content))]);
        return built;
    }

    // A cell is text; a number is one in JSON where nothing is lost by it.
    private static JsonNode? Typed(HsdsTable table, string key, JsonNode? node) =>
        table.Fields.TryGetValue(key, out var field) && field.Form == HsdsForm.Number && node!.GetValue<string>() is var text
        && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == text
            ? JsonValue.Create(number)
            : node?.DeepClone();
}
