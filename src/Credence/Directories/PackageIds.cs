using System.Text.Json.Nodes;

namespace Credence.Directories;

/// <summary>The ids of a package's rows, by table, and which of them others name.</summary>
internal sealed class PackageIds
{
    private readonly Dictionary<string, HashSet<string>> _ids = [];
    private readonly Dictionary<string, HashSet<string>> _named = [];

    /// <summary>Remembers a row's id; false if the table has that id already. A row without an id is none's double.</summary>
    internal bool Add(string table, JsonObject content) => content.Text("id") is not { } id || Of(_ids, table).Add(id);

    internal void Name(string table, string id) => Of(_named, table).Add(id);

    internal bool Has(string table, string? id) => id is not null && _ids.TryGetValue(table, out var ids) && ids.Contains(id);

    internal bool IsNamed(string table, string? id) => id is not null && _named.TryGetValue(table, out var ids) && ids.Contains(id);

    /// <summary>True for a row that can stand alone: it has an id, and its table is one that stands alone or that others name.</summary>
    internal static bool IsRoot(HsdsTable table, JsonObject content) =>
        content.Text("id") is not null
        && (table.Name is "location" or "program" || (table.Parents.Count == 0 && table.Name is not ("attribute" or "metadata")));

    /// <summary>What the row stands in: the nearest parent that there is, or null.</summary>
    internal (string Table, string Id, string Member)? Parent(HsdsTable table, JsonObject content)
    {
        if (table.Name is "attribute") return Any(content, "link_id", "link_entity", "attributes");
        if (table.Name is "metadata") return Any(content, "resource_id", "resource_type", "metadata");
        foreach (var link in table.Parents)
            if (content.Text(link.Field) is { } id && Has(link.Table, id)) return (link.Table, id, link.Member);
        return null;
    }

    private (string Table, string Id, string Member)? Any(JsonObject content, string idField, string tableField, string member) =>
        content.Text(idField) is { } id && content.Text(tableField) is { } name && HsdsTables.OfFile(name) is { } table && Has(table.Name, id) ? (table.Name, id, member) : null;

    private static HashSet<string> Of(Dictionary<string, HashSet<string>> tables, string table)
    {
        if (!tables.TryGetValue(table, out var ids)) tables[table] = ids = [];
        return ids;
    }
}
