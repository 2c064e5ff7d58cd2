using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Credence.Packs;

/// <summary>Short ways to read YAML that a schema has checked already.</summary>
public static class YamlNodes
{
    /// <summary>The text of a key, or null if it is missing.</summary>
    public static string? Text(this YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? (child as YamlScalarNode)?.Value : null;

    /// <summary>The text of a key that the schema requires.</summary>
    public static string Required(this YamlMappingNode node, string key) =>
        node.Text(key) ?? throw new FormatException($"expected the key {key}");

    /// <summary>True if the key says true.</summary>
    public static bool Flag(this YamlMappingNode node, string key) => node.Text(key) == "true";

    /// <summary>The whole number of a key, or null if it is missing.</summary>
    public static int? Number(this YamlMappingNode node, string key) =>
        node.Text(key) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>The mapping of a key, or null if it is missing.</summary>
    public static YamlMappingNode? Mapping(this YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child as YamlMappingNode : null;

    /// <summary>The nodes of a list; empty if the key is missing.</summary>
    public static IEnumerable<YamlNode> Sequence(this YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var child) && child is YamlSequenceNode list ? list : [];

    /// <summary>The texts of a list; empty if the key is missing.</summary>
    public static IEnumerable<YamlScalarNode> Texts(this YamlMappingNode node, string key) =>
        node.Sequence(key).OfType<YamlScalarNode>();

    /// <summary>The pairs of a mapping of texts; empty if the key is missing.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(this YamlMappingNode node, string key) =>
        node.Mapping(key)?.Children.Select(pair =>
            KeyValuePair.Create(((YamlScalarNode)pair.Key).Value ?? "", (pair.Value as YamlScalarNode)?.Value ?? "")) ?? [];
}
