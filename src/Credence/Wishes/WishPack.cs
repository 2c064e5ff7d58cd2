using Credence.Consents;
using Credence.Packs;
using YamlDotNet.RepresentationModel;

namespace Credence.Wishes;

/// <summary>What kind of justice an option is.</summary>
public enum WishKind
{
    /// <summary>To be believed and acknowledged.</summary>
    Recognition,

    /// <summary>To be safe.</summary>
    Safety,

    /// <summary>To go on with life.</summary>
    MovingOn,

    /// <summary>That somebody answers for it.</summary>
    Accountability,

    /// <summary>To meet whoever did harm, with much care.</summary>
    Restorative,

    /// <summary>To be among those who know it.</summary>
    Peers,

    /// <summary>That it happens to nobody else.</summary>
    Change,

    /// <summary>Nothing now.</summary>
    Nothing,
}

/// <summary>One thing that justice may be, to choose from after the person's own words.</summary>
/// <param name="Id">Its id, the same in every language.</param>
/// <param name="Kind">What kind of justice it is.</param>
/// <param name="Text">In plain words.</param>
/// <param name="Citation">Where it is written that survivors wish for it.</param>
public sealed record WishOption(string Id, WishKind Kind, string Text, Citation Citation)
{
    /// <summary>Its id.</summary>
    public override string ToString() => Id;
}

/// <summary>Reads packs of kind "wishes": one a language.</summary>
public sealed class WishPack
{
    /// <summary>The kind of pack this is.</summary>
    public const string Kind = "wishes";

    private WishPack(Pack pack, string question, string beforehand, IReadOnlyList<WishOption> options) =>
        (Stamp, Language, Question, Beforehand, Options) = (pack.Stamp, pack.Language ?? "", question, beforehand, options);

    /// <summary>The pack and its version, kept with every answer.</summary>
    public string Stamp { get; }

    /// <summary>The language, as ISO 639-1 code.</summary>
    public string Language { get; }

    /// <summary>The question, in plain words.</summary>
    public string Question { get; }

    /// <summary>What is said before anything is typed: where it is kept, and who may see it.</summary>
    public string Beforehand { get; }

    /// <summary>The options, in the order in which the pack shows them.</summary>
    public IReadOnlyList<WishOption> Options { get; }

    /// <summary>The option of that id, or null.</summary>
    public WishOption? Find(string id) => Options.FirstOrDefault(option => option.Id == id);

    /// <summary>The packs of a library, by language; what is wrong goes to the problems, and the rest goes on.</summary>
    public static IReadOnlyList<WishPack> From(PackLibrary library, ICollection<PackProblem> problems) =>
        [.. library.OfKind(Kind).Select(pack => Read(pack, problems)).OrderBy(pack => pack.Language, StringComparer.Ordinal)];

    private static WishPack Read(Pack pack, ICollection<PackProblem> problems) => new(
        pack, First(pack, "question"), First(pack, "beforehand"),
        [.. pack.Documents.SelectMany(document => document.Items("wishes").Select(node => Read(pack, document, node, problems))).OfType<WishOption>()]);

    private static string First(Pack pack, string key) => pack.Documents.Select(document => document.Root.Text(key)).FirstOrDefault(text => text is not null)?.Trim() ?? "";

    private static WishOption? Read(Pack pack, PackDocument document, YamlMappingNode node, ICollection<PackProblem> problems) =>
        PackCitation.Of(pack, document, node, problems) is not { } citation ? null
        : new WishOption(node.Required("id"), PackWords.One<WishKind>(node, "kind"), node.Required("text").Trim(), citation);
}

/// <summary>Checks what a schema cannot: that each option stands once, that every kind can be chosen, and that all languages offer the same.</summary>
public static class WishCheck
{
    /// <summary>Every problem, beside those of shape, in order of file and line.</summary>
    public static IReadOnlyList<PackProblem> Run(PackLibrary library)
    {
        var problems = new List<PackProblem>();
        var packs = WishPack.From(library, problems);
        foreach (var pack in library.OfKind(WishPack.Kind))
        {
            var options = pack.Documents.SelectMany(document => document.Items("wishes").Select(node => (document, node))).ToList();
            foreach (var (document, node) in options.GroupBy(one => one.node.Required("id")).SelectMany(same => same.Skip(1)))
                problems.Add(document.ProblemAt(node, $"found the option {node.Required("id")} a second time, expected it once"));
            var offered = options.Select(one => one.node.Required("id")).ToHashSet();
            var missing = packs.SelectMany(other => other.Options).Select(option => option.Id).Distinct().Where(id => !offered.Contains(id)).ToList();
            if (missing.Count > 0) problems.Add(pack.Documents[0].ProblemAt(pack.Documents[0].Root, $"found no {string.Join(", ", missing)}, expected what the other languages offer"));
            var kinds = options.Select(one => one.node.Text("kind")).ToHashSet();
            if (Enum.GetValues<WishKind>().Select(kind => EnumWord.Of(kind)).Where(kind => !kinds.Contains(kind)).ToList() is { Count: > 0 } without)
                problems.Add(pack.Documents[0].ProblemAt(pack.Documents[0].Root, $"found no option of {string.Join(", ", without)}, expected one at least of every kind"));
        }

        return [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
    }
}
