using Credence.Packs;
using YamlDotNet.RepresentationModel;

namespace Credence.Consents;

/// <summary>Reads packs of kind "consent-law": who may consent, one jurisdiction a file.</summary>
public sealed class ConsentLawPack
{
    /// <summary>The kind of pack this is.</summary>
    public const string Kind = "consent-law";

    private readonly Pack _pack;
    private readonly PackDocument _document;
    private readonly ICollection<PackProblem> _problems;

    private ConsentLawPack(Pack pack, PackDocument document, ICollection<PackProblem> problems) =>
        (_pack, _document, _problems) = (pack, document, problems);

    /// <summary>The laws of a library, by jurisdiction; what is wrong goes to the problems, and the rest goes on.</summary>
    public static IReadOnlyList<ConsentLaw> From(PackLibrary library, ICollection<PackProblem> problems) =>
    [
        .. library.OfKind(Kind).SelectMany(pack => pack.Documents.Where(document => document.Root.Text("jurisdiction") is not null)
            .Select(document => new ConsentLawPack(pack, document, problems).Read())).OfType<ConsentLaw>()
            .OrderBy(law => law.Jurisdiction, StringComparer.Ordinal),
    ];

    private ConsentLaw? Read() => PackCitation.Of(_pack, _document, _document.Root, _problems) is not { } citation ? null : new ConsentLaw
    {
        Jurisdiction = _document.Root.Required("jurisdiction"),
        Title = _document.Root.Required("title"),
        AgeOfMajority = _document.Root.Number("age-of-majority")!.Value,
        Citation = citation,
        Minors = [.. _document.Items("minors").Select(MinorOf).OfType<MinorRule>()],
        Emergencies = [.. _document.Items("emergencies").Select(EmergencyOf).OfType<Emergency>()],
        Pack = _pack,
    };

    private MinorRule? MinorOf(YamlMappingNode node) => PackCitation.Of(_pack, _document, node, _problems) is not { } citation ? null : new MinorRule(
        node.Required("id"), node.Required("title"), [.. PackWords.All<ServiceKind>(node, "services")], node.Number("from-age") ?? 0,
        [.. node.Sequence("conditions").OfType<YamlMappingNode>().Select(one => new LawCondition(one.Required("id"), one.Required("title"), one.Required("ask")))],
        citation)
    {
        Translations = PackWords.InOtherLanguages(node, "title"),
    };

    private Emergency? EmergencyOf(YamlMappingNode node) => PackCitation.Of(_pack, _document, node, _problems) is not { } citation ? null
        : new Emergency(node.Required("id"), node.Required("title"), PackWords.All<InformationKind>(node, "minimum").ToHashSet(), citation);
}
