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
}
