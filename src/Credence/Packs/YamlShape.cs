using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Credence.Packs;

/// <summary>Refuses YAML that no pack needs and that cannot be walked as a tree of named texts: it may have no end.</summary>
internal static class YamlShape
{
    private const int Deepest = 20;

    /// <summary>The first problem of a file before it is a tree, or null.</summary>
    internal static PackProblem? ProblemIn(PackFile file)
    {
        var parser = new Parser(new StringReader(file.Text));
        var depth = 0;
        while (parser.MoveNext())
        {
            var part = parser.Current!;
            depth += part.NestingIncrease;
            if (part is AnchorAlias alias)
            {
                return new PackProblem(file.Path, (int)part.Start.Line, $"found the reference *{alias.Value}, expected every part written out");
            }

            if (depth > Deepest)
            {
                return new PackProblem(file.Path, (int)part.Start.Line, $"found lists inside lists, expected at most {Deepest} levels");
            }
        }

        return null;
    }

    /// <summary>The first key of a document that is no word, or null.</summary>
    internal static PackProblem? ProblemIn(PackDocument document) =>
        document.Root.AllNodes.OfType<YamlMappingNode>().SelectMany(mapping => mapping.Children.Keys)
            .Where(key => key is not YamlScalarNode)
            .Select(key => document.ProblemAt(key, "found a list as a key, expected a word")).FirstOrDefault();
}
