using System.Text.Json.Nodes;
using Credence.Directories;
using Credence.Text;

namespace Credence.Care.Directories;

/// <summary>
/// An object of the directory as the record keeps it, whole. The directory is public and about nobody: every organization of the record reads it, and it
/// is not sealed.
/// </summary>
public sealed class RecordedEntry
{
    /// <summary>What events call it by.</summary>
    public required Guid Row { get; init; }

    /// <summary>service, organization, location, or the name of a file that HSDS does not have.</summary>
    public required string Table { get; init; }

    /// <summary>The id in the directory; null for a row that has none.</summary>
    public required string? EntryId { get; init; }

    /// <summary>Whose directory it came from, as whoever imports calls it.</summary>
    public required string Source { get; init; }

    public required bool IsLoose { get; init; }

    public required string Content { get; set; }

    public required string Name { get; set; }

    /// <summary>The id of the organization in the directory, or null.</summary>
    public string? OrganizationId { get; set; }

    /// <summary>Its words without case and accents, each between spaces, to be searched.</summary>
    public required string Words { get; set; }

    /// <summary>The ids of the terms by which it is sorted, and of their taxonomies, each between bars.</summary>
    public required string Terms { get; set; }

    /// <summary>The import that last had it.</summary>
    public required Guid Import { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>When an import of its source no longer had it; null while it does. It is kept all the same.</summary>
    public DateTimeOffset? GoneAt { get; set; }

    internal static RecordedEntry Of(DirectoryEntry entry, string source, Guid import, DateTimeOffset now)
    {
        var row = new RecordedEntry
        {
            Row = Guid.CreateVersion7(now), Table = entry.Table, EntryId = entry.Id, Source = source, IsLoose = entry.IsLoose, Content = "", Name = "", Words = "", Terms = "",
            Import = import, ChangedAt = now,
        };
        row.Take(entry);
        return row;
    }

    internal void Take(DirectoryEntry entry)
    {
        var organization = entry.Content.Object("organization");
        Content = entry.Content.ToJsonString();
        Name = entry.Content.Text("name") ?? "";
        OrganizationId = entry.Table == "organization" ? entry.Id : organization?.Text("id") ?? entry.Content.Text("organization_id");
        var terms = entry.Content.Objects("attributes").Select(one => one.Object("taxonomy_term")).OfType<JsonObject>().ToList();
        Terms = $"|{string.Join('|', terms.SelectMany(term => new[] { term.Text("id"), Taxonomy(term) }).OfType<string>().Distinct())}|";
        Words = Folded($"{Name} {entry.Content.Text("alternate_name")} {organization?.Text("name")} {entry.Content.Text("description")}");
    }

    internal JsonObject Object() => JsonNode.Parse(Content)!.AsObject();

    internal DirectoryEntry Entry() => new(Table, Object(), Source, 1) { IsLoose = IsLoose };

    private static string? Taxonomy(JsonObject term) => (term.Object("taxonomy_detail")?.Text("id") ?? term.Text("taxonomy_id")) is { } id ? $"taxonomy:{id}" : null;

    internal static string Folded(string text)
    {
        var words = new List<string>();
        new FoldedWords().Read(text, word => words.Add(word.ToString()));
        return $" {string.Join(' ', words)} ";
    }
}
