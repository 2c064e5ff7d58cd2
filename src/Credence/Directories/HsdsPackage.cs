using System.Text.Json;
using System.Text.Json.Nodes;

namespace Credence.Directories;

/// <summary>
/// Reads a directory as a package of CSV files (HSDS 3.0, or 1.x brought forward) and puts rows together as nested objects. In memory are
/// the ids of all rows and the rows of some thousand services at a time, however large the package is.
/// </summary>
public sealed class HsdsPackage
{
    private const int AtOnce = 2000;

    private readonly List<PackageTable> _tables;
    private readonly PackageIds _ids = new();

    private HsdsPackage(List<PackageTable> tables, bool isOld) => (_tables, IsOld) = (tables, isOld);

    /// <summary>True if the package is of HSDS 1.x.</summary>
    public bool IsOld { get; }

    /// <summary>A package of these files; null if none of them is a table of HSDS.</summary>
    public static HsdsPackage? Of(IReadOnlyList<PackageFile> files)
    {
        var named = files.FirstOrDefault(file => file.Name == "datapackage.json") is { } description ? Resources(description) : [];
        var stems = files.Where(file => file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            .Select(file => (File: file, Stem: Stem(file.Name, named))).ToList();
        var isOld = stems.Any(one => HsdsUpgrade.IsOld(one.Stem));
        var tables = stems.Select(one => new PackageTable(one.File, one.Stem, isOld)).OrderBy(table => Place(table.Table)).ThenBy(table => table.File, StringComparer.Ordinal).ToList();
        return tables.Any(table => table.Table is not null) ? new HsdsPackage(tables, isOld) : null;
    }

    /// <summary>The objects of the package: services first, then what belongs to no service, and each row that belongs to nothing.</summary>
    public IEnumerable<DirectoryEntry> Read(Action<DirectoryProblem> problems)
    {
        var loose = new List<DirectoryEntry>();
        foreach (var table in _tables)
        {
            foreach (var (row, content) in table.Rows(problems))
            {
                if (Take(table, row, content, problems) is not { } apart) continue;
                loose.Add(apart);
                if (loose.Count < AtOnce) continue;
                foreach (var one in loose) yield return one;
                loose.Clear();
            }
        }

        foreach (var one in loose) yield return one;
        foreach (var table in _tables.Where(table => table.Table is { Parents.Count: 0 } and not { Name: "attribute" or "metadata" } || table.Name is "location" or "program"))
            foreach (var entry in Roots(table)) yield return entry;
    }

    // Checks a row and remembers its id; gives it back if it belongs to nothing.
    private DirectoryEntry? Take(PackageTable file, long row, JsonObject content, Action<DirectoryProblem> problems)
    {
        if (file.Table is not { } table)
        {
            if (file.Stem == HsdsUpgrade.Eligibility && _ids.Has("service", content.Text("service_id"))) return null;
            problems(file.Stem == HsdsUpgrade.Eligibility
                ? new DirectoryProblem(file.File, row, "service_id", Found(content, "service_id"), "the id of a service; kept apart")
                : new DirectoryProblem(file.File, row, "", "a file that HSDS does not have", "a table of HSDS; kept as it is"));
            return new DirectoryEntry(file.Stem, content, file.File, row) { IsLoose = true };
        }

        foreach (var problem in HsdsCheck.Fields(table, content, file.File, row)) problems(problem);
        var isNew = _ids.Add(table.Name, content);
        if (!isNew) problems(new DirectoryProblem(file.File, row, "id", "an id a second time", "an id of its own; kept all the same"));
        foreach (var link in table.Named) if (content.Text(link.Field) is { } named) _ids.Name(link.Table, named);
        if (PackageIds.IsRoot(table, content) ? isNew : _ids.Parent(table, content) is not null) return null;
        if (isNew) problems(new DirectoryProblem(file.File, row, Links(table), Links(table).Split(", ").Any(link => content.Text(link) is not null) ? "ids that nothing has" : "nothing", "the id of what it belongs to; kept apart"));
        return new DirectoryEntry(table.Name, content, file.File, row) { IsLoose = true };
    }

    // Rows that stand at the top: services, and what no service names.
    private IEnumerable<DirectoryEntry> Roots(PackageTable table)
    {
        var roots = new List<(long Row, JsonObject Content)>();
        var seen = new HashSet<string>();
        foreach (var (row, content) in table.Rows())
        {
            if (!PackageIds.IsRoot(table.Table!, content) || _ids.IsNamed(table.Name, content.Text("id")) || (content.Text("id") is { } id && !seen.Add(id))) continue;
            roots.Add((row, content));
            if (roots.Count < AtOnce) continue;
            foreach (var entry in Assemble(table, roots)) yield return entry;
            roots.Clear();
        }

        foreach (var entry in roots.Count == 0 ? [] : Assemble(table, roots)) yield return entry;
    }

    private IEnumerable<DirectoryEntry> Assemble(PackageTable root, List<(long Row, JsonObject Content)> roots)
    {
        var assembly = new PackageAssembly(_ids);
        foreach (var (_, content) in roots) assembly.Add(root.Table!, content);
        foreach (var table in _tables.Where(table => table != root))
        {
            foreach (var (_, content) in table.Rows())
            {
                if (table.Table is not null) assembly.TryAdd(table.Table, content);
                else if (table.Stem == HsdsUpgrade.Eligibility) assembly.AddEligibility(content);
            }
        }

        return roots.Select(one => new DirectoryEntry(root.Name, assembly.Build(root.Table!, one.Content), root.File, one.Row));
    }

    private static string Links(HsdsTable table) => table.Name switch
    {
        "attribute" => "link_id",
        "metadata" => "resource_id",
        _ => table.Parents.Count == 0 ? "id" : string.Join(", ", table.Parents.Select(link => link.Field)),
    };

    private static string Found(JsonObject content, string field) => content.Text(field) is null ? "nothing" : "an id that nothing has";

    private static int Place(HsdsTable? table) => table is null ? int.MaxValue : HsdsTables.All.ToList().IndexOf(table);

    private static string Stem(string name, Dictionary<string, string> named)
    {
        var stem = name[..^4].ToLowerInvariant();
        return HsdsTables.OfFile(stem) is null && !HsdsUpgrade.IsOld(stem) && named.TryGetValue(name, out var resource) ? resource : stem;
    }

    // A package may call its files as it likes, and say here what each is.
    private static Dictionary<string, string> Resources(PackageFile description)
    {
        try
        {
            using var text = description.Open();
            return JsonNode.Parse(text.ReadToEnd()) is JsonObject package
                ? package.Objects("resources").Where(one => one.Text("path") is not null && one.Text("name") is not null)
                    .GroupBy(one => one.Text("path")!).ToDictionary(same => same.Key, same => same.First().Text("name")!)
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
