using YamlDotNet.RepresentationModel;

namespace Credence.Packs;

/// <summary>Reads where an item of a pack says that it is written.</summary>
public static class PackCitation
{
    /// <summary>The citation of an item's keys <c>source</c> and <c>pinpoint</c>; null, and a problem, if the pack has no such source.</summary>
    public static Citation? Of(Pack pack, PackDocument document, YamlMappingNode item, ICollection<PackProblem> problems)
    {
        var key = item.Required("source");
        if (pack.Sources.TryGetValue(key, out var source))
        {
            return new Citation(source.Key, source.Title, item.Text("pinpoint"), source.Verified);
        }

        problems.Add(document.ProblemAt(item, $"found the source {key}, expected one of {string.Join(", ", pack.Sources.Keys)}"));
        return null;
    }
}
