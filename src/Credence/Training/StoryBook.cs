using Credence.Packs;
using YamlDotNet.RepresentationModel;

namespace Credence.Training;

/// <summary>The stories of a library's packs, with all that they are told with.</summary>
internal sealed class StoryBook
{
    public const string Kind = "stories";

    public required string Stamp { get; init; }

    public required IReadOnlyList<Community> Communities { get; init; }

    public required IReadOnlyList<PlantedKind> Kinds { get; init; }

    public required IReadOnlyList<Story> Stories { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<StoryText>> Phrases { get; init; }

    public required IReadOnlyList<WritingStyle> Styles { get; init; }

    /// <summary>Reads the first pack of stories and adds what is wrong in it; null where the packs hold none.</summary>
    public static StoryBook? Read(PackLibrary library, List<PackProblem> problems) =>
        library.OfKind(Kind).FirstOrDefault() is { } pack ? new StoryBookReader(pack, problems).Read() : null;

    /// <summary>The phrases of a group, the story's own before the common ones; null if there is no such group.</summary>
    public IReadOnlyList<StoryText>? Group(Story story, string group) =>
        story.Phrases.GetValueOrDefault(group) ?? Phrases.GetValueOrDefault(group);
}

/// <summary>Reads a pack of stories, file by file, and says what is wrong with file and line.</summary>
internal sealed class StoryBookReader(Pack pack, List<PackProblem> problems)
{
    private readonly Dictionary<string, PlantedKind> _kinds = [];
    private readonly Dictionary<string, StoryTruthNodes> _truths = [];
    private readonly Dictionary<string, IReadOnlyList<StoryEnding>> _endings = [];

    public StoryBook Read()
    {
        foreach (var (document, node) in Items("kinds")) AddKind(document, node);
        foreach (var (document, node) in Items("endings")) AddEndings(document, node);
        var book = new StoryBook
        {
            Stamp = pack.Stamp,
            Communities = [.. Items("communities").Select(item => StoryNodes.CommunityOf(item.Node))],
            Kinds = [.. _kinds.Values],
            Stories = [.. Items("stories").Select(item => StoryOf(item.Document, item.Node)).OfType<Story>()],
            Phrases = pack.Documents.SelectMany(document => PhrasesOf(document, document.Root)).DistinctBy(entry => entry.Key).ToDictionary(),
            Styles = [.. Items("styles").Select(item => StoryNodes.StyleOf(item.Node))],
        };
        StoryCheck.Run(book, pack, problems);
        return book;
    }

    private IEnumerable<(PackDocument Document, YamlMappingNode Node)> Items(string list) =>
        from document in pack.Documents
        from node in document.Items(list)
        select (document, node);

    private void AddKind(PackDocument document, YamlMappingNode node)
    {
        var id = node.Required("id");
        if (!_kinds.TryAdd(id, StoryNodes.KindOf(node)))
            problems.Add(document.ProblemAt(node, $"found the kind {id} a second time, expected a new id"));
        _truths[id] = new StoryTruthNodes(node, null);
    }

    private void AddEndings(PackDocument document, YamlMappingNode node)
    {
        var id = node.Required("id");
        var endings = node.Sequence("of").Cast<YamlMappingNode>()
            .Select(ending => StoryNodes.EndingOf(ending, Text(document, ending, "text"))).ToList();
        if (!_endings.TryAdd(id, endings))
            problems.Add(document.ProblemAt(node, $"found the endings {id} a second time, expected a new id"));
    }

    private Story? StoryOf(PackDocument document, YamlMappingNode node)
    {
        var (id, kind) = (node.Required("id"), node.Required("kind"));
        if (!_kinds.TryGetValue(kind, out var planted))
        {
            problems.Add(document.ProblemAt(node, $"{id}: found the kind {kind}, expected one that a file lists under kinds"));
            return null;
        }

        var truth = _truths[kind] with { Story = node };
        if (truth.Missing is { } missing)
        {
            problems.Add(document.ProblemAt(node, $"{id}: found no {missing}, neither here nor with its kind {kind}, expected one"));
            return null;
        }

        return new Story
        {
            Id = id,
            Kind = planted,
            Language = node.Text("language") ?? "en",
            Truth = truth.Read(),
            Recorded = [.. node.Sequence("recorded").Cast<YamlMappingNode>().Select(StoryNodes.RecordedOf)],
            Locations = StoryNodes.Words(node.Required("location")),
            IdentifiedBy = StoryNodes.Words(node.Text("identified-by") ?? "patrol"),
            Parts = [.. node.Mapping("persons")?.Children.Select(pair => StoryNodes.PartOf(((YamlScalarNode)pair.Key).Value!, (YamlMappingNode)pair.Value)) ?? []],
            Narrative = Text(document, node, "narrative"),
            Update = node.Text("update") is null ? null : Text(document, node, "update"),
            Phrases = PhrasesOf(document, node).ToDictionary(),
            Endings = EndingsOf(document, node),
        };
    }

    private IReadOnlyList<StoryEnding> EndingsOf(PackDocument document, YamlMappingNode node)
    {
        var endings = new List<StoryEnding>();
        foreach (var group in StoryNodes.Words(node.Text("endings") ?? ""))
        {
            if (_endings.TryGetValue(group, out var found)) endings.AddRange(found);
            else problems.Add(document.ProblemAt(node, $"found the endings {group}, expected some that a file lists under endings"));
        }

        return endings.Count == 0 ? [StoryEnding.None] : endings;
    }

    private IEnumerable<KeyValuePair<string, IReadOnlyList<StoryText>>> PhrasesOf(PackDocument document, YamlMappingNode node) =>
        node.Mapping("phrases")?.Children.Select(pair => KeyValuePair.Create<string, IReadOnlyList<StoryText>>(
            ((YamlScalarNode)pair.Key).Value!,
            [.. ((YamlSequenceNode)pair.Value).OfType<YamlScalarNode>().Select(phrase => Parsed(document, phrase))])) ?? [];

    private StoryText Text(PackDocument document, YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var text) && text is YamlScalarNode scalar
            ? Parsed(document, scalar)
            : StoryText.Parse("");

    private StoryText Parsed(PackDocument document, YamlScalarNode scalar)
    {
        try
        {
            return StoryText.Parse(scalar.Value ?? "");
        }
        catch (FormatException wrong)
        {
            problems.Add(document.ProblemAt(scalar, wrong.Message));
            return StoryText.Parse("");
        }
    }
}
