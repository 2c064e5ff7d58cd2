using Credence.Packs;
using Credence.Text;
using YamlDotNet.RepresentationModel;

namespace Credence.Screening;

/// <summary>Where a cue reaches (ConText's words).</summary>
internal enum CueDirection
{
    Forward,
    Backward,
    Both,
    Terminate,
    Pseudo,

    /// <summary>Answers the question, or the line of a form, that it stands behind.</summary>
    Answer,
}

/// <summary>A cue of context: words that say how to take what stands near them.</summary>
/// <param name="Category">What it says; null ends or masks cues of every category.</param>
/// <param name="Direction">Where it reaches.</param>
/// <param name="Scope">How many words it reaches, or null for the whole sentence.</param>
/// <param name="Patterns">Its patterns.</param>
/// <param name="Examples">Sentences with a &lt;target&gt; that must get the category.</param>
/// <param name="Counter">Sentences with a &lt;target&gt; that must not.</param>
internal sealed record Cue(
    Assertion? Category, CueDirection Direction, int? Scope, IReadOnlyList<Pattern> Patterns,
    IReadOnlyList<YamlScalarNode> Examples, IReadOnlyList<YamlScalarNode> Counter)
{
    internal bool IsOf(Assertion category) => Category is null || Category == category;
}

/// <summary>The cues of one context pack.</summary>
public sealed class ContextPack
{
    /// <summary>The kind of pack this is.</summary>
    public const string Kind = "context";

    private ContextPack(Pack pack, IReadOnlyList<(Cue Cue, PackDocument Document)> cues)
    {
        Pack = pack;
        Sourced = cues;
        Cues = [.. cues.Select(pair => pair.Cue)];
        FunctionWords = pack.Documents[0].Root.Text("function-words") ?? "";
    }

    /// <summary>The pack.</summary>
    public Pack Pack { get; }

    /// <summary>Words by which the language is told.</summary>
    public string FunctionWords { get; }

    /// <summary>How many cues there are.</summary>
    public int Count => Cues.Count;

    internal IReadOnlyList<Cue> Cues { get; }

    internal IReadOnlyList<(Cue Cue, PackDocument Document)> Sourced { get; }

    /// <summary>Reads the cues of a pack; what is wrong goes to the problems, and the rest goes on.</summary>
    public static ContextPack Read(Pack pack, ICollection<PackProblem> problems)
    {
        var parser = new PatternParser(pack.Words);
        var cues = new List<(Cue, PackDocument)>();
        foreach (var document in pack.Documents)
        {
            foreach (var item in document.Items("cues"))
            {
                if (!pack.Sources.ContainsKey(item.Required("source")))
                {
                    problems.Add(document.ProblemAt(item, $"found the source {item.Required("source")}, expected one of {string.Join(", ", pack.Sources.Keys)}"));
                }

                cues.Add((CueOf(document, item, parser, problems), document));
            }
        }

        return new ContextPack(pack, cues);
    }

    private static Cue CueOf(PackDocument document, YamlMappingNode item, PatternParser parser, ICollection<PackProblem> problems)
    {
        var patterns = new List<Pattern>();
        foreach (var node in item.Texts("patterns"))
        {
            try
            {
                patterns.Add(parser.Parse(node.Value!));
            }
            catch (FormatException mistake)
            {
                problems.Add(document.ProblemAt(node, mistake.Message));
            }
        }

        var category = item.Required("category");
        return new Cue(
            category == "any" ? null : IndicatorPack.Word<Assertion>(category),
            IndicatorPack.Word<CueDirection>(item.Required("direction")),
            item.Number("scope"), patterns,
            [.. item.Texts("examples")], [.. item.Texts("counter")]);
    }
}
