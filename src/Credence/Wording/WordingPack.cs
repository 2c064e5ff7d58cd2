using Credence.Packs;
using Credence.Screening;
using Credence.Text;
using YamlDotNet.RepresentationModel;

namespace Credence.Wording;

/// <summary>The rules of one wording pack, read and checked.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Entries">Its rules in the order of its files.</param>
public sealed record WordingPack(Pack Pack, IReadOnlyList<WordingEntry> Entries)
{
    /// <summary>The kind of pack this is.</summary>
    public const string Kind = "wording";

    /// <summary>Reads the rules of a pack; what is wrong goes to the problems, and the rest goes on.</summary>
    public static WordingPack Read(Pack pack, ICollection<PackProblem> problems)
    {
        var parser = new PatternParser(pack.Words);
        var entries = new List<WordingEntry>();
        foreach (var document in pack.Documents)
        {
            foreach (var item in document.Items("rules"))
            {
                if (EntryOf(pack, document, item, parser, problems) is not { } entry)
                {
                    continue;
                }

                if (entries.Any(known => known.Rule.Id == entry.Rule.Id))
                {
                    problems.Add(document.ProblemAt(item, $"found the rule {entry.Rule.Id} a second time, expected a new id"));
                    continue;
                }

                entries.Add(entry);
            }
        }

        return new WordingPack(pack, IndicatorPack.AreFew(pack, entries.SelectMany(entry => entry.Patterns), problems) ? entries : []);
    }

    private static WordingEntry? EntryOf(
        Pack pack, PackDocument document, YamlMappingNode item, PatternParser parser, ICollection<PackProblem> problems)
    {
        var id = item.Required("id");
        var theme = document.Root.Required("theme");
        if (!id.StartsWith(theme + '.', StringComparison.Ordinal))
        {
            problems.Add(document.ProblemAt(item, $"found the id {id}, expected it to begin with {theme}."));
        }

        var citation = PackCitation.Of(pack, document, item, problems);
        var patterns = IndicatorPack.Patterns(document, item, parser, problems);
        return citation is not null && patterns.Any(pattern => pattern.Role == PatternRole.Sign)
            ? new WordingEntry(RuleOf(item, id, citation), patterns, Sentences(item, "match"), Sentences(item, "no-match"),
                document.File.Path, (int)item.Start.Line)
            : null;
    }

    private static WordingRule RuleOf(YamlMappingNode item, string id, Citation citation) => new()
    {
        Id = id,
        Kind = IndicatorPack.Word<WordingKind>(item.Required("kind")),
        Written = item.Required("title"),
        Reason = item.Required("why"),
        Alternative = item.Required("instead"),
        Source = citation,
        IsQuoted = item.Flag("in-quotation-marks"),
    };

    private static IReadOnlyList<string> Sentences(YamlMappingNode item, string key) => [.. item.Texts(key).Select(text => text.Value!)];
}
