using Credence.Packs;
using Credence.Screening;
using YamlDotNet.RepresentationModel;

namespace Credence.Classification;

/// <summary>Reads packs of kind "statutes": trees of elements, where one statute may be part of another.</summary>
public sealed class StatutePack
{
    /// <summary>The kind of pack this is.</summary>
    public const string Kind = "statutes";

    private const int Deepest = 12;
    private const int MostElements = 1000;

    private readonly Dictionary<string, Source> _sources = [];
    private readonly IReadOnlyDictionary<string, Fact> _facts;
    private readonly ICollection<PackProblem> _problems;
    private readonly HashSet<string> _path = [];
    private int _elements;

    private StatutePack(IReadOnlyList<Fact> facts, ICollection<PackProblem> problems) =>
        (_facts, _problems) = (facts.ToDictionary(fact => fact.Id), problems);

    private sealed record Source(Pack Pack, PackDocument Document, YamlMappingNode Node);

    /// <summary>Every statute of a library; what is wrong goes to the problems, and the rest goes on.</summary>
    public static IReadOnlyList<Statute> From(PackLibrary library, IReadOnlyList<Fact> facts, ICollection<PackProblem> problems)
    {
        var reading = new StatutePack(facts, problems);
        foreach (var pack in library.OfKind(Kind))
        {
            foreach (var document in pack.Documents)
            {
                document.Items("statutes").ToList().ForEach(node => reading.Add(new Source(pack, document, node)));
            }
        }

        return [.. reading._sources.Values.Select(reading.StatuteOf).OfType<Statute>()];
    }

    private void Add(Source source)
    {
        var id = source.Node.Required("id");
        if (!_sources.TryAdd(id, source))
        {
            _problems.Add(source.Document.ProblemAt(source.Node, $"found the statute {id} a second time, expected a new id"));
        }
    }

    private Statute? StatuteOf(Source source)
    {
        var node = source.Node;
        _path.Clear();
        _path.Add(node.Required("id"));
        _elements = 0;
        if (PackCitation.Of(source.Pack, source.Document, node, _problems) is not { } citation
            || ElementOf(source, node.Mapping("element")!, citation, 0) is not { } element)
        {
            return null;
        }

        return new Statute
        {
            Id = node.Required("id"),
            CitedAs = node.Required("citation"),
            Title = node.Required("title"),
            Law = source.Document.Root.Required("law"),
            Use = Enum.Parse<StatuteUse>(node.Required("use"), ignoreCase: true),
            Type = node.Required("type") switch { "sex" => ExploitationType.Sex, "labor" => ExploitationType.Labor, _ => ExploitationType.Both },
            Code = node.Text("code"),
            Note = node.Text("note"),
            Citation = citation,
            Pack = source.Pack.Stamp,
            Element = element,
        };
    }

    private StatuteElement? ElementOf(Source source, YamlMappingNode node, Citation around, int depth)
    {
        if (++_elements > MostElements)
        {
            return TooMany(source, node);
        }

        var citation = CitationOf(source, node, around);
        if (citation is null || Problem(source, node, depth) is { } problem && Refuse(source, node, problem))
        {
            return null;
        }

        if (node.Text("definition") is { } id)
        {
            return Defined(source, node, id, depth);
        }

        var joining = node.Sequence("all").Any() ? Joining.All : node.Sequence("any").Any() ? Joining.Any : Joining.Leaf;
        var parts = node.Sequence(joining == Joining.All ? "all" : "any").OfType<YamlMappingNode>()
            .Select(part => ElementOf(source, part, citation, depth + 1)).ToList();
        var facts = Facts(source, node, "facts");
        return parts.Contains(null) ? null : new StatuteElement
        {
            Id = node.Required("id"),
            Title = node.Required("title").Trim(),
            Joining = joining,
            Parts = [.. parts.OfType<StatuteElement>()],
            Facts = facts,
            Hints = Facts(source, node, "hints"),
            HintNote = node.Text("hint-note")?.Trim(),
            ForCounsel = node.Text("for") == "counsel",
            Ask = node.Text("ask") ?? facts.Select(fact => _facts[fact].Ask).FirstOrDefault(ask => ask is not null),
            Citation = citation,
        };
    }

    /// <summary>An element that another statute defines keeps that statute's words and source.</summary>
    private StatuteElement? Defined(Source source, YamlMappingNode node, string id, int depth)
    {
        if (!_sources.TryGetValue(id, out var other))
        {
            Refuse(source, node, $"found the definition {id}, expected one of {string.Join(", ", _sources.Keys)}");
            return null;
        }

        if (!_path.Add(id))
        {
            Refuse(source, node, $"found the definition {id} inside itself, expected definitions that end");
            return null;
        }

        var element = PackCitation.Of(other.Pack, other.Document, other.Node, _problems) is { } citation
            ? ElementOf(other, other.Node.Mapping("element")!, citation, depth + 1)
            : null;
        _path.Remove(id);
        return element;
    }

    // Definitions of definitions multiply; whatever comes after the first too many is left out without a word.
    private StatuteElement? TooMany(Source source, YamlMappingNode node)
    {
        if (_elements == MostElements + 1)
        {
            Refuse(source, node, $"found more than {MostElements} elements in one statute, expected fewer definitions inside each other");
        }

        return null;
    }

    private Citation? CitationOf(Source source, YamlMappingNode node, Citation around) => node.Text("source") is null
        ? around with { Pinpoint = node.Text("pinpoint") ?? around.Pinpoint }
        : PackCitation.Of(source.Pack, source.Document, node, _problems);

    private static string? Problem(Source source, YamlMappingNode node, int depth)
    {
        var joined = node.Sequence("all").Any() || node.Sequence("any").Any();
        return depth > Deepest ? $"found elements inside each other in {source.Node.Required("id")}, expected at most {Deepest}"
            : node.Text("definition") is not null ? null
            : node.Text("title") is null ? "found an element without title, expected one, or a definition"
            : !joined && !node.Sequence("facts").Any() ? "found an element without facts and parts, expected facts, all, any or a definition"
            : node.Sequence("all").Any() && (node.Sequence("any").Any() || node.Sequence("facts").Any())
                ? "found an element that needs all of its parts and has facts or alternatives of its own, expected one way to show it"
                : null;
    }

    private bool Refuse(Source source, YamlMappingNode node, string problem)
    {
        _problems.Add(source.Document.ProblemAt(node, problem));
        return true;
    }

    private List<string> Facts(Source source, YamlMappingNode node, string key)
    {
        var named = node.Texts(key).ToList();
        foreach (var word in named.Where(word => !_facts.ContainsKey(word.Value!)))
        {
            _problems.Add(source.Document.ProblemAt(word, $"found the fact {word.Value}, expected one of {string.Join(", ", _facts.Keys)}"));
        }

        return [.. named.Select(word => word.Value!).Where(_facts.ContainsKey)];
    }
}
