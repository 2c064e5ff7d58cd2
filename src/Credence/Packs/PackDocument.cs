using YamlDotNet.RepresentationModel;

namespace Credence.Packs;

/// <summary>A parsed file of a pack.</summary>
/// <param name="File">The file.</param>
/// <param name="Root">Its top-level mapping.</param>
public sealed record PackDocument(PackFile File, YamlMappingNode Root)
{
    /// <summary>The mappings of a top-level list; empty if the file has no such list.</summary>
    public IEnumerable<YamlMappingNode> Items(string list) => Root.Sequence(list).OfType<YamlMappingNode>();

    /// <summary>A problem at a place in this file.</summary>
    public PackProblem ProblemAt(YamlNode node, string problem) => new(File.Path, (int)node.Start.Line, problem);
}
