using Credence.Packs;
using YamlDotNet.RepresentationModel;

namespace Credence.Police.Web.Packs;

/// <summary>The items of a pack's file as its YAML has them, whatever kind it is; examples are counted, sources named.</summary>
internal static class PackItems
{
    private static readonly HashSet<string> Apart = ["source", "pinpoint", "match", "no-match", "examples", "counter", "sources", "id", "kind", "version", "license", "language", "notes", "title", "theme"];
    private static readonly string[] Names = ["title", "citation", "ask", "topic", "text", "offense", "code", "word", "says"];

    private static readonly string[] Tried = ["match", "no-match", "examples", "counter"];

    /// <summary>What is shown of a mapping, key by key.</summary>
    public static IEnumerable<(string Key, YamlNode Node)> Of(YamlMappingNode node) =>
        node.Children.Select(pair => (Key: (pair.Key as YamlScalarNode)?.Value ?? "", Node: pair.Value)).Where(pair => !Apart.Contains(pair.Key));

    /// <summary>An item in a line: its id, and what it is called.</summary>
    public static string Name(YamlMappingNode item)
    {
        var named = Names.Select(item.Text).FirstOrDefault(text => text is not null) ?? item.Children.Values.OfType<YamlScalarNode>().FirstOrDefault()?.Value ?? "an item";
        return item.Text("id") is { } id && id != named ? $"{id}: {named}" : named;
    }

    /// <summary>Where the item says that it is written, or null.</summary>
    public static string? SourceOf(Pack pack, YamlMappingNode item) => item.Text("source") is not { } key ? null
        : $"{(pack.Sources.TryGetValue(key, out var source) ? source.Title : key)}{(item.Text("pinpoint") is { } at ? $", {at}" : "")}{(source is { Verified: false } ? " (to be verified)" : "")}";

    public static int Examples(YamlMappingNode item) => Tried.Sum(key => item.Sequence(key).Count());
}
