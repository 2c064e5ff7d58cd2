using System.Globalization;
using Credence.Packs;
using Credence.Statistics;
using YamlDotNet.RepresentationModel;

namespace Credence.Screening.Instruments;

/// <summary>Reads packs of kind "instrument": one instrument a pack, and the wording that an agency brought in beside it.</summary>
public static class InstrumentPack
{
    /// <summary>The kind of pack this is.</summary>
    public const string Kind = "instrument";

    /// <summary>The instruments of a library, in order of id; what is wrong goes to the problems, and the rest goes on.</summary>
    public static IReadOnlyList<Instrument> From(PackLibrary library, ICollection<PackProblem> problems) =>
        [.. library.OfKind(Kind).Select(pack => Read(pack, problems)).OfType<Instrument>()];

    private static Instrument? Read(Pack pack, ICollection<PackProblem> problems)
    {
        var wordings = pack.Documents.Where(document => document.Root.Mapping("wording") is not null).ToList();
        var document = pack.Documents.FirstOrDefault(file => file.Root.Mapping("instrument") is not null);
        if (document is null)
        {
            problems.Add(pack.Documents[0].ProblemAt(pack.Documents[0].Root, "found no file with an instrument, expected one"));
            return null;
        }

        var node = document.Root.Mapping("instrument")!;
        if (PackCitation.Of(pack, document, node, problems) is not { } citation)
        {
            return null;
        }

        var imported = wordings.Count > 0 ? wordings[^1].Root.Mapping("wording") : null;
        var items = node.Sequence("items").OfType<YamlMappingNode>().Select(item => ItemOf(item, imported)).ToList();
        CheckItems(document, node, items, wordings, problems);
        return new Instrument
        {
            Id = pack.Id,
            Title = node.Required("title"),
            Language = pack.Language ?? "en",
            Wording = imported is not null ? InstrumentWording.Agency : WordingOf(node.Required("wording")),
            Population = node.Required("population"),
            Limits = Lines(node, "limits"),
            Before = Lines(node, "before"),
            Items = items,
            Threshold = node.Number("threshold"),
            Studies = [.. node.Sequence("studies").OfType<YamlMappingNode>().Select(study => StudyOf(pack, document, study, problems)).OfType<StudyResult>()],
            DoNow = Lines(node, "do-now"),
            Otherwise = Lines(node, "otherwise"),
            Rights = node.Required("rights"),
            Citation = citation,
            Pack = pack.Stamp,
        };
    }

    private static InstrumentWording WordingOf(string word) => word switch
    {
        "verbatim" => InstrumentWording.Verbatim,
        "ours" => InstrumentWording.Ours,
        "missing" => InstrumentWording.Missing,
        _ => InstrumentWording.ToBeVerified,
    };

    private static InstrumentItem ItemOf(YamlMappingNode item, YamlMappingNode? imported) => new()
    {
        Id = item.Required("id"),
        Ask = imported?.Text(item.Required("id")) ?? item.Text("ask"),
        Topic = item.Required("topic"),
        Raised = item.Text("raised") ?? item.Required("topic"),
        Kind = item.Text("kind") switch { "open" => ItemKind.Open, "observed" => ItemKind.Observed, _ => ItemKind.YesNo },
        Concern = item.Text("concern") == "no" ? Answer.No : Answer.Yes,
        Facts = Lines(item, "facts"),
        Suggests = Lines(item, "suggests"),
        Hints = Lines(item, "hints"),
        When = item.Mapping("when") is { } when
            ? new ItemCondition(when.Required("item"), [.. Lines(when, "answers").Select(word => Enum.Parse<Answer>(word, ignoreCase: true))])
            : null,
        IsCounted = item.Text("counted") != "no",
    };

    private static void CheckItems(
        PackDocument document, YamlMappingNode node, List<InstrumentItem> items, List<PackDocument> wordings, ICollection<PackProblem> problems)
    {
        var ids = items.Select(item => item.Id).ToList();
        foreach (var twice in ids.GroupBy(id => id).Where(same => same.Count() > 1))
        {
            problems.Add(document.ProblemAt(node, $"found the item {twice.Key} a second time, expected a new id"));
        }

        // An item waits for one before it: then the way has an end.
        foreach (var item in items.Where(item => item.When is { } when && !ids.Take(ids.IndexOf(item.Id)).Contains(when.Item)))
        {
            problems.Add(document.ProblemAt(node, $"found {item.Id} after an answer to {item.When!.Item}, expected an item before it"));
        }

        foreach (var wording in wordings)
        {
            var given = wording.Root.Pairs("wording").Select(pair => pair.Key).ToList();
            if (!given.ToHashSet().SetEquals(ids))
            {
                problems.Add(wording.ProblemAt(wording.Root, $"found wording for {string.Join(", ", given)}, expected it for {string.Join(", ", ids)}"));
            }
        }
    }

    private static StudyResult? StudyOf(Pack pack, PackDocument document, YamlMappingNode node, ICollection<PackProblem> problems)
    {
        var (screened, trafficked) = (node.Number("screened"), node.Number("trafficked"));
        return PackCitation.Of(pack, document, node, problems) is not { } citation ? null : new StudyResult
        {
            Population = node.Required("population"),
            Sensitivity = EstimateOf(node, "sensitivity", trafficked),
            Specificity = EstimateOf(node, "specificity", screened - trafficked),
            Screened = screened,
            Trafficked = trafficked,
            Note = node.Text("note"),
            Citation = citation,
        };
    }

    private static Estimate EstimateOf(YamlMappingNode node, string key, int? of)
    {
        var share = Share(node.Required(key))!.Value;
        var published = node.Sequence($"{key}-interval").OfType<YamlScalarNode>().Select(end => Share(end.Value)!.Value).ToList();
        return new Estimate(share, published.Count == 2 ? new Interval(published[0], published[1])
            : of is { } n ? new Proportion((int)Math.Round(share * n), n).Wilson()
            : Interval.Undefined);
    }

    private static double? Share(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) ? share : null;

    private static List<string> Lines(YamlMappingNode node, string key) => [.. node.Texts(key).Select(line => line.Value!.Trim())];
}
