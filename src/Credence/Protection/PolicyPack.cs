using Credence.Packs;
using YamlDotNet.RepresentationModel;

namespace Credence.Protection;

/// <summary>Reads packs of kind "protection": one policy a pack.</summary>
public sealed class PolicyPack
{
    /// <summary>The kind of pack this is.</summary>
    public const string Kind = "protection";

    private readonly Pack _pack;
    private readonly PackDocument _document;
    private readonly ICollection<PackProblem> _problems;

    private PolicyPack(Pack pack, PackDocument document, ICollection<PackProblem> problems) =>
        (_pack, _document, _problems) = (pack, document, problems);

    /// <summary>The policies of a library, in order of id; what is wrong goes to the problems, and the rest goes on.</summary>
    public static IReadOnlyList<Policy> From(PackLibrary library, ICollection<PackProblem> problems) =>
        [.. library.OfKind(Kind).Select(pack => Read(pack, problems)).OfType<Policy>()];

    private static Policy? Read(Pack pack, ICollection<PackProblem> problems)
    {
        var documents = pack.Documents.Where(document => document.Root.Mapping("policy") is not null).ToList();
        if (documents.Count != 1)
        {
            problems.Add(pack.Documents[0].ProblemAt(pack.Documents[0].Root, $"found {documents.Count} files with a policy, expected one"));
            return null;
        }

        var reading = new PolicyPack(pack, documents[0], problems);
        var node = documents[0].Root.Mapping("policy")!;
        return reading.CitationOf(node) is { } citation ? reading.PolicyOf(node, citation) : null;
    }

    private Policy PolicyOf(YamlMappingNode node, Citation citation) => new()
    {
        Id = _pack.Id,
        Language = _pack.Language ?? "en",
        Title = node.Required("title"),
        Standing = node.Required("standing"),
        Purpose = Lines(node, "purpose"),
        PossibleVictim = Lines(node, "possible-victim"),
        Before = Lines(node, "before"),
        Covered = Each(node, "covered", CoveredOf),
        NotCovered = Each(node, "not-covered", CoveredOf),
        Immunity = node.Mapping("immunity") is { } immunity && CoveredOf(immunity) is { } rule
            ? new Immunity(immunity.Number("under")!.Value, rule, Lines(immunity, "instead"))
            : null,
        RefusedReasons = Each(node, "refused-reasons", RefusedOf),
        Exceptions = node.Mapping("exceptions") is { } exceptions ? ExceptionsOf(exceptions) : null,
        Release = Lines(node, "release"),
        Vacatur = Lines(node, "vacatur"),
        Life = node.Required("life").Trim(),
        Measures = Lines(node, "measures"),
        FillIn = Lines(node, "fill-in"),
        Citation = citation,
        Pack = _pack,
    };

    private CoveredOffense? CoveredOf(YamlMappingNode node) => CitationOf(node) is not { } citation ? null : new CoveredOffense
    {
        Id = node.Text("id") ?? "immunity",
        Title = node.Required("title"),
        Why = node.Text("why")?.Trim(),
        Offenses = Lines(node, "offenses"),
        InWords = Lines(node, "in-words"),
        Examples = Lines(node, "examples"),
        ScreenFirst = node.Text("screen-first") == "yes",
        Citation = citation,
    };

    private RefusedReason? RefusedOf(YamlMappingNode node) => CitationOf(node) is not { } citation ? null : new RefusedReason
    {
        Id = node.Required("id"),
        Title = node.Required("title"),
        Why = node.Required("why").Trim(),
        Instead = Lines(node, "instead"),
        Call = Lines(node, "call"),
        Citation = citation,
    };

    private Exceptions? ExceptionsOf(YamlMappingNode node) => CitationOf(node) is not { } citation ? null : new Exceptions(
        Lines(node, "approver"),
        node.Required("rule").Trim(),
        [.. node.Sequence("reasons").OfType<YamlMappingNode>().Select(reason => new ExceptionReason(reason.Required("id"), reason.Required("title")) { OnlyNotCovered = reason.Text("only-not-covered") == "yes" })],
        citation);

    private Citation? CitationOf(YamlMappingNode node) => PackCitation.Of(_pack, _document, node, _problems);

    private static List<T> Each<T>(YamlMappingNode node, string key, Func<YamlMappingNode, T?> read)
        where T : class => [.. node.Sequence(key).OfType<YamlMappingNode>().Select(read).OfType<T>()];

    private static List<string> Lines(YamlMappingNode node, string key) => [.. node.Texts(key).Select(line => line.Value!.Trim())];
}
