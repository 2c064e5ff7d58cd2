using Credence.Packs;
using Credence.Text;
using YamlDotNet.RepresentationModel;

namespace Credence.Screening;

/// <summary>The indicators of one pack, read and checked.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Entries">Its indicators in the order of its files.</param>
public sealed record IndicatorPack(Pack Pack, IReadOnlyList<IndicatorEntry> Entries)
{
    /// <summary>The kind of pack this is.</summary>
    public const string Kind = "indicators";

    /// <summary>Different words a pack may ask for: a class of words is a number of 16 bits, and a narrative may need several packs.</summary>
    private const int MostWords = 20_000;

    /// <summary>Keys of patterns in the order of <see cref="PatternRole"/>.</summary>
    internal static readonly string[] Keys = ["patterns", "except", "unless-near", "with", "unless-anywhere", "with-anywhere"];

    /// <summary>Reads the indicators of a pack; what is wrong goes to the problems, and the rest goes on.</summary>
    public static IndicatorPack Read(Pack pack, ICollection<PackProblem> problems)
    {
        var parser = new PatternParser(pack.Words);
        var entries = new List<IndicatorEntry>();
        foreach (var document in pack.Documents)
        {
            foreach (var item in document.Items("indicators"))
            {
                if (EntryOf(pack, document, item, parser, problems) is not { } entry)
                {
                    continue;
                }

                if (entries.Any(known => known.Indicator.Id == entry.Indicator.Id))
                {
                    problems.Add(document.ProblemAt(item, $"found the indicator {entry.Indicator.Id} a second time, expected a new id"));
                    continue;
                }

                entries.Add(entry);
            }
        }

        return new IndicatorPack(pack, Few(pack, entries, problems));
    }

    private static List<IndicatorEntry> Few(Pack pack, List<IndicatorEntry> entries, ICollection<PackProblem> problems) =>
        AreFew(pack, entries.SelectMany(entry => entry.Patterns), problems) ? entries : [];

    /// <summary>False, and a problem, if the patterns of a pack ask for more words than can be told apart.</summary>
    internal static bool AreFew(Pack pack, IEnumerable<IndicatorPattern> patterns, ICollection<PackProblem> problems)
    {
        var words = Pattern.WordsOf(patterns.Select(pattern => pattern.Compiled)).Distinct().Count();
        if (words > MostWords)
        {
            problems.Add(pack.Documents[^1].ProblemAt(pack.Documents[^1].Root, $"found {words} different words in the patterns of {pack.Id}, expected at most {MostWords}"));
        }

        return words <= MostWords;
    }

    private static IndicatorEntry? EntryOf(
        Pack pack, PackDocument document, YamlMappingNode item, PatternParser parser, ICollection<PackProblem> problems)
    {
        var id = item.Required("id");
        var theme = document.Root.Required("theme");
        if (!id.StartsWith(theme + '.', StringComparison.Ordinal))
        {
            problems.Add(document.ProblemAt(item, $"found the id {id}, expected it to begin with {theme}."));
        }

        if (!pack.Sources.TryGetValue(item.Required("source"), out var source))
        {
            problems.Add(document.ProblemAt(item, $"found the source {item.Required("source")}, expected one of {string.Join(", ", pack.Sources.Keys)}"));
            return null;
        }

        var patterns = Patterns(document, item, parser, problems);
        return patterns.Any(pattern => pattern.Role == PatternRole.Sign)
            ? new IndicatorEntry(IndicatorOf(item, id, theme, source), patterns,
                [.. item.Texts("match").Select(text => text.Value!)], [.. item.Texts("no-match").Select(text => text.Value!)],
                document.File.Path, (int)item.Start.Line) { AgeByBirth = AgeSpan.Of(item.Text("age-by-birth")) }
            : null;
    }

    private static Indicator IndicatorOf(YamlMappingNode item, string id, string theme, PackSource source) => new()
    {
        Id = id,
        Title = item.Required("title"),
        Theme = theme,
        Type = item.Required("type") switch
        {
            "sex" => ExploitationType.Sex,
            "labor" => ExploitationType.Labor,
            _ => ExploitationType.Both,
        },
        Dimension = Word<Dimension>(item.Required("dimension")),
        Element = Word<Element>(item.Required("element")),
        Strength = Word<Strength>(item.Required("strength")),
        About = Word<About>(item.Text("about") ?? "person"),
        Minor = item.Flag("minor"),
        Citation = new Citation(source.Key, source.Title, item.Text("pinpoint"), source.Verified),
    };

    /// <summary>abuse-of-vulnerability is AbuseOfVulnerability.</summary>
    internal static T Word<T>(string word)
        where T : struct, Enum => Enum.Parse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    /// <summary>The patterns of an item by the keys of <see cref="Keys"/>; what cannot be read is a problem.</summary>
    internal static List<IndicatorPattern> Patterns(
        PackDocument document, YamlMappingNode item, PatternParser parser, ICollection<PackProblem> problems)
    {
        var patterns = new List<IndicatorPattern>();
        for (var role = 0; role < Keys.Length; role++)
        {
            foreach (var node in item.Texts(Keys[role]))
            {
                try
                {
                    patterns.Add(new IndicatorPattern((PatternRole)role, node.Value!, parser.Parse(node.Value!)));
                }
                catch (FormatException mistake)
                {
                    problems.Add(document.ProblemAt(node, $"{item.Required("id")}: {mistake.Message}"));
                }
            }
        }

        return patterns;
    }
}
