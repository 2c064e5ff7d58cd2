using Credence.Packs;
using YamlDotNet.RepresentationModel;

namespace Credence.Consents;

/// <summary>Values of closed lists in packs. The schema has refused every word that is on no list.</summary>
internal static class PackWords
{
    internal static IEnumerable<T> All<T>(YamlMappingNode node, string key)
        where T : struct, Enum => node.Texts(key).Select(word => EnumWord.Find<T>(word.Value)).OfType<T>();

    internal static T One<T>(YamlMappingNode node, string key)
        where T : struct, Enum =>
        EnumWord.Find<T>(node.Required(key)) ?? throw new FormatException($"found {key}: {node.Required(key)}, expected one of {string.Join(", ", Enum.GetValues<T>().Select(value => EnumWord.Of(value)))}");

    /// <summary>The translations of a text, such as why-es of why, by language.</summary>
    internal static IReadOnlyDictionary<string, string> InOtherLanguages(YamlMappingNode node, string key) => node.Children.Keys.OfType<YamlScalarNode>().Select(name => name.Value!)
        .Where(name => name.Length == key.Length + 3 && name.StartsWith($"{key}-", StringComparison.Ordinal)).ToDictionary(name => name[^2..], name => node.Required(name).Trim());
}
