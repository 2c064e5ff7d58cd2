using Credence.Packs;
using Credence.Screening.Instruments;
using YamlDotNet.RepresentationModel;

namespace Credence.Training;

/// <summary>Reads packs of kind "scenarios": one scenario a file.</summary>
public static class ScenarioPack
{
    /// <summary>The kind of pack this is.</summary>
    public const string Kind = "scenarios";

    /// <summary>The scenarios of a library in order of their files; a choice with a source that its pack does not have goes to the problems and is left out.</summary>
    public static IReadOnlyList<Scenario> From(PackLibrary library, ICollection<PackProblem> problems) =>
        [.. library.OfKind(Kind).SelectMany(pack => DocumentsOf(pack).Select(document => Read(pack, document, problems)))];

    /// <summary>The files of a pack that hold a scenario.</summary>
    internal static IEnumerable<PackDocument> DocumentsOf(Pack pack) => pack.Documents.Where(document => document.Root.Text("scenario") is not null);

    internal static Scenario Read(Pack pack, PackDocument document, ICollection<PackProblem> problems) => new()
    {
        Id = document.Root.Required("scenario"),
        Title = document.Root.Required("title"),
        Minutes = document.Root.Number("minutes") ?? 10,
        Pack = pack.Stamp,
        Learnables = [.. document.Items("learnable").Select(Learnable)],
        Scenes = [.. document.Items("scenes").Select(node => SceneOf(pack, document, node, problems))],
        Report = Casebook.Read(document.Root.Mapping("report")!, pack.Language ?? "en"),
    };

    private static Learnable Learnable(YamlMappingNode node) =>
        new(node.Required("id"), Line(node, "says"), node.Text("fact"), Enum.Parse<Answer>(node.Text("answer") ?? "unknown", ignoreCase: true));

    private static Scene SceneOf(Pack pack, PackDocument document, YamlMappingNode node, ICollection<PackProblem> problems) => new(
        node.Required("id"), Paragraphs(node.Required("text")), node.Text("ending"),
        [.. node.Sequence("choices").OfType<YamlMappingNode>().Select(choice => ChoiceOf(pack, document, choice, problems)).OfType<SceneChoice>()]);

    private static SceneChoice? ChoiceOf(Pack pack, PackDocument document, YamlMappingNode node, ICollection<PackProblem> problems) =>
        PackCitation.Of(pack, document, node, problems) is not { } citation ? null : new SceneChoice
        {
            Id = node.Required("id"),
            Text = Line(node, "text"),
            To = node.Required("to"),
            If = Words(node, "if"),
            Unless = Words(node, "unless"),
            Learns = Words(node, "learns"),
            Recommendation = (Recommendation)(node.Number("serves") ?? node.Number("breaks") ?? 0),
            Serves = node.Number("serves") is not null,
            Rule = node.Required("rule"),
            Because = Line(node, "because"),
            Citation = citation,
        };

    private static string[] Words(YamlMappingNode node, string key) => [.. node.Texts(key).Select(word => word.Value!)];

    private static string Line(YamlMappingNode node, string key) => string.Join(' ', node.Required(key).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    // The pack breaks lines for whoever writes it; an empty line begins a paragraph.
    private static string Paragraphs(string text) =>
        string.Join("\n\n", text.Trim().Split("\n\n").Select(part => string.Join(' ', part.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))));
}
