using System.Globalization;
using Credence.Packs;
using YamlDotNet.RepresentationModel;

namespace Credence.Consents;

/// <summary>Reads packs of kind "reporting-duties": one jurisdiction a file.</summary>
public static class DutyPack
{
    /// <summary>The kind of pack this is.</summary>
    public const string Kind = "reporting-duties";

    /// <summary>The duties of a library, by jurisdiction and id; what is wrong goes to the problems, and the rest goes on.</summary>
    public static IReadOnlyList<ReportingDuty> From(PackLibrary library, ICollection<PackProblem> problems) =>
    [
        .. library.OfKind(Kind).SelectMany(pack => pack.Documents.SelectMany(document =>
                document.Items("duties").Select(node => Read(pack, document, node, problems)))).OfType<ReportingDuty>()
            .OrderBy(duty => duty.Jurisdiction, StringComparer.Ordinal).ThenBy(duty => duty.Id, StringComparer.Ordinal),
    ];

    private static ReportingDuty? Read(Pack pack, PackDocument document, YamlMappingNode node, ICollection<PackProblem> problems) =>
        PackCitation.Of(pack, document, node, problems) is not { } citation ? null : new ReportingDuty
        {
            Id = node.Required("id"),
            Title = node.Required("title"),
            Jurisdiction = document.Root.Required("jurisdiction"),
            Who = [.. PackWords.All<Listener>(node, "who")],
            When = [.. PackWords.All<DutyFact>(node, "when")],
            Steps = [.. node.Sequence("steps").OfType<YamlMappingNode>().Select(step => new DutyStep(step.Required("title"), step.Required("to"), Within(step)))],
            Minimum = PackWords.All<InformationKind>(node, "minimum").ToHashSet(),
            Warning = node.Pairs("warning").ToDictionary(pair => pair.Key, pair => pair.Value.Trim()),
            Citation = citation,
            Pack = pack,
        };

    // "at once" or "24 hours", as the schema asks.
    private static TimeSpan Within(YamlMappingNode step) => step.Required("within") is var text && text == "at once"
        ? TimeSpan.Zero
        : TimeSpan.FromHours(int.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture));
}
