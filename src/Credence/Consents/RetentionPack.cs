using Credence.Packs;
using YamlDotNet.RepresentationModel;

namespace Credence.Consents;

/// <summary>Reads packs of kind "retention": one schedule a pack.</summary>
public static class RetentionPack
{
    /// <summary>The kind of pack this is.</summary>
    public const string Kind = "retention";

    /// <summary>The schedules of a library, by pack; what is wrong goes to the problems, and the rest goes on.</summary>
    public static IReadOnlyList<RetentionSchedule> From(PackLibrary library, ICollection<PackProblem> problems) =>
    [
        .. library.OfKind(Kind).Select(pack => new RetentionSchedule(
            [.. pack.Documents.SelectMany(document => document.Items("retention").Select(node => Read(pack, document, node, problems))).OfType<RetentionRule>()], pack)),
    ];

    private static RetentionRule? Read(Pack pack, PackDocument document, YamlMappingNode node, ICollection<PackProblem> problems) =>
        PackCitation.Of(pack, document, node, problems) is not { } citation ? null : new RetentionRule(
            node.Required("id"),
            PackWords.One<RecordSide>(node, "side"),
            PackWords.One<RecordKind>(node, "kind"),
            node.Text("years") == "for good" ? null : node.Number("years"),
            PackWords.One<RetentionStart>(node, "from"),
            PackWords.One<RetentionEnd>(node, "end"),
            node.Text("erased-on-request") == "yes",
            node.Required("why").Trim(),
            citation)
        {
            Translations = PackWords.InOtherLanguages(node, "why"),
            WhereUnknown = node.Text("where-unknown") is null ? null : PackWords.One<RetentionStart>(node, "where-unknown"),
        };
}
