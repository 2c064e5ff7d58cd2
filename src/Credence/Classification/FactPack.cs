using Credence.Packs;
using YamlDotNet.RepresentationModel;

namespace Credence.Classification;

/// <summary>The facts of a pack of kind "facts".</summary>
/// <param name="Facts">Facts in the order of the files, with what other files add to them.</param>
/// <param name="TellNothing">Indicators that speak to no element.</param>
public sealed record FactPack(IReadOnlyList<Fact> Facts, IReadOnlyList<string> TellNothing)
{
    /// <summary>The kind of pack this is.</summary>
    public const string Kind = "facts";

    /// <summary>Reads every pack of facts in a library; what is wrong goes to the problems, and the rest goes on.</summary>
    public static FactPack From(PackLibrary library, ICollection<PackProblem> problems)
    {
        var facts = new Dictionary<string, Fact>();
        var documents = library.OfKind(Kind).SelectMany(pack => pack.Documents, (pack, document) => (pack, document)).ToList();
        foreach (var (pack, document) in documents)
        {
            foreach (var item in document.Items("facts"))
            {
                if (FactOf(pack, document, item, problems) is { } fact && !facts.TryAdd(fact.Id, fact))
                {
                    problems.Add(document.ProblemAt(item, $"found the fact {fact.Id} a second time, expected a new id"));
                }
            }
        }

        foreach (var (_, document) in documents)
        {
            document.Items("also").ToList().ForEach(item => Add(facts, document, item, problems));
        }

        return new FactPack(
            [.. facts.Values],
            [.. documents.SelectMany(pair => Words(pair.document.Root, "tell-nothing"))]);
    }

    private static Fact? FactOf(Pack pack, PackDocument document, YamlMappingNode item, ICollection<PackProblem> problems)
    {
        if (PackCitation.Of(pack, document, item, problems) is not { } citation)
        {
            return null;
        }

        return new Fact
        {
            Id = item.Required("id"),
            Title = item.Required("title"),
            Ask = item.Text("ask"),
            Citation = citation,
            WeakCounts = item.Text("weak") == "counts",
            IsUnder18 = item.Text("recorded-age") == "under-18",
            Beside = item.Text("beside"),
            Signs = Words(item, "indicators"),
            SignsBeside = Words(item, "indicators-beside"),
            RaisedBy = Words(item, "raised-by"),
            Offenses = Words(item, "offenses"),
        };
    }

    private static void Add(Dictionary<string, Fact> facts, PackDocument document, YamlMappingNode item, ICollection<PackProblem> problems)
    {
        var id = item.Required("fact");
        if (!facts.TryGetValue(id, out var fact))
        {
            problems.Add(document.ProblemAt(item, $"found the fact {id}, expected one of {string.Join(", ", facts.Keys)}"));
            return;
        }

        facts[id] = fact with
        {
            Signs = [.. fact.Signs, .. Words(item, "indicators")],
            RaisedBy = [.. fact.RaisedBy, .. Words(item, "raised-by")],
        };
    }

    private static List<string> Words(YamlMappingNode node, string key) => [.. node.Texts(key).Select(word => word.Value!)];
}
