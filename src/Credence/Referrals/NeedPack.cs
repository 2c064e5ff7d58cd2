using Credence.Consents;
using Credence.Packs;
using YamlDotNet.RepresentationModel;

namespace Credence.Referrals;

/// <summary>How packs of kind "services" describe a need.</summary>
/// <param name="Need">The need.</param>
/// <param name="Title">In plain words, by ISO 639-1 code.</param>
/// <param name="Niem">The category under which NIEM counts a service for it.</param>
/// <param name="Phrases">Phrases that a directory uses for such a service, where it sorts it under no term.</param>
/// <param name="Citation">Where it is written that such a need has to be met.</param>
public sealed record DescribedNeed(Need Need, IReadOnlyDictionary<string, string> Title, string Niem, IReadOnlyList<string> Phrases, Citation Citation);

/// <summary>What the terms of one taxonomy mean as needs.</summary>
/// <param name="Taxonomy">The name of the taxonomy as directories write it.</param>
/// <param name="Terms">Needs by the code or the name of a term.</param>
/// <param name="Citation">Where the taxonomy is.</param>
public sealed record NeedCrosswalk(string Taxonomy, IReadOnlyDictionary<string, IReadOnlyList<Need>> Terms, Citation Citation);

/// <summary>Reads packs of kind "services": needs, and the terms under which directories list services for them.</summary>
public sealed class NeedPack
{
    /// <summary>The kind of pack this is.</summary>
    public const string Kind = "services";

    private NeedPack(IReadOnlyList<DescribedNeed> needs, IReadOnlyList<NeedCrosswalk> crosswalks, string stamp) => (Needs, Crosswalks, Stamp) = (needs, crosswalks, stamp);

    /// <summary>Needs, in the order of <see cref="Need"/>.</summary>
    public IReadOnlyList<DescribedNeed> Needs { get; }

    /// <summary>Crosswalks, by taxonomy.</summary>
    public IReadOnlyList<NeedCrosswalk> Crosswalks { get; }

    /// <summary>The packs that were read, with their versions.</summary>
    public string Stamp { get; }

    /// <summary>The needs and crosswalks of a library; what is wrong goes to the problems, and the rest goes on.</summary>
    public static NeedPack From(PackLibrary library, ICollection<PackProblem> problems)
    {
        var packs = library.OfKind(Kind).ToList();
        var documents = packs.SelectMany(pack => pack.Documents.Select(document => (pack, document))).ToList();
        var needs = documents.SelectMany(one => one.document.Items("needs").Select(node => NeedOf(one.pack, one.document, node, problems))).OfType<DescribedNeed>();
        var crosswalks = documents.SelectMany(one => one.document.Items("crosswalks").Select(node => CrosswalkOf(one.pack, one.document, node, problems))).OfType<NeedCrosswalk>();
        return new NeedPack(
            [.. needs.OrderBy(need => need.Need)], [.. crosswalks.OrderBy(one => one.Taxonomy, StringComparer.Ordinal)], string.Join(", ", packs.Select(pack => pack.Stamp)));
    }

    private static DescribedNeed? NeedOf(Pack pack, PackDocument document, YamlMappingNode node, ICollection<PackProblem> problems)
    {
        var need = PackWords.One<Need>(node, "need");
        if (node.Required("niem") != NeedCategory.Niem(need))
            problems.Add(document.ProblemAt(node, $"found niem: {node.Required("niem")} for {node.Required("need")}, expected {NeedCategory.Niem(need)}"));
        return PackCitation.Of(pack, document, node, problems) is not { } citation ? null : new DescribedNeed(
            need, node.Pairs("title").ToDictionary(pair => pair.Key, pair => pair.Value), node.Required("niem"), [.. node.Texts("phrases").Select(phrase => phrase.Value!)], citation);
    }

    private static NeedCrosswalk? CrosswalkOf(Pack pack, PackDocument document, YamlMappingNode node, ICollection<PackProblem> problems) =>
        PackCitation.Of(pack, document, node, problems) is not { } citation ? null : new NeedCrosswalk(
            node.Required("taxonomy"),
            node.Sequence("terms").OfType<YamlMappingNode>().GroupBy(term => term.Required("term"), StringComparer.OrdinalIgnoreCase)
                .ToDictionary(same => same.Key, same => (IReadOnlyList<Need>)[.. same.SelectMany(term => PackWords.All<Need>(term, "needs")).Distinct()], StringComparer.OrdinalIgnoreCase),
            citation);
}
