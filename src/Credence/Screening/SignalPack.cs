using Credence.Incidents;
using Credence.Packs;
using YamlDotNet.RepresentationModel;

namespace Credence.Screening;

/// <summary>Signals in the codes of a record, as a pack of kind "signals" states them.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Rules">Its signals in the order of its files.</param>
public sealed record SignalPack(Pack Pack, IReadOnlyList<SignalRule> Rules)
{
    /// <summary>The kind of pack this is.</summary>
    public const string Kind = "signals";

    /// <summary>Reads the signals of a pack; what is wrong goes to the problems, and the rest goes on.</summary>
    public static SignalPack Read(Pack pack, OffenseLookup offenses, ICollection<PackProblem> problems)
    {
        var rules = new List<SignalRule>();
        foreach (var document in pack.Documents)
        {
            foreach (var item in document.Items("signals"))
            {
                if (RuleOf(pack, document, item, offenses, problems) is { } rule)
                {
                    rules.Add(rule);
                }
            }
        }

        foreach (var twice in rules.GroupBy(rule => rule.Signal.Id).Where(same => same.Count() > 1).Select(same => same.Last()))
        {
            problems.Add(new PackProblem(twice.File, twice.Line, $"found the signal {twice.Signal.Id} a second time, expected a new id"));
        }

        return new SignalPack(pack, [.. rules.DistinctBy(rule => rule.Signal.Id)]);
    }

    private static SignalRule? RuleOf(
        Pack pack, PackDocument document, YamlMappingNode item, OffenseLookup offenses, ICollection<PackProblem> problems)
    {
        var key = item.Required("source");
        if (!pack.Sources.TryGetValue(key, out var source))
        {
            problems.Add(document.ProblemAt(item, $"found the source {key}, expected one of {string.Join(", ", pack.Sources.Keys)}"));
            return null;
        }

        return new SignalRule(
            SignalOf(item, source),
            item.Required("why"),
            ConditionReader.Read(item.Mapping("when")!, offenses),
            [.. SignalExample.ReadAll(item, "match", gives: true), .. SignalExample.ReadAll(item, "no-match", gives: false)],
            document.File.Path, (int)item.Start.Line);
    }

    private static Signal SignalOf(YamlMappingNode item, PackSource source) =>
        new(item.Required("id"), item.Required("title"), $"{source.Title}: {item.Required("pinpoint")}", LevelOf(item))
        {
            Type = item.Text("type") switch
            {
                "sex" => ExploitationType.Sex,
                "labor" => ExploitationType.Labor,
                _ => ExploitationType.Both,
            },
            Minor = item.Flag("minor"),
        };

    private static Level LevelOf(YamlMappingNode item) => item.Required("level") switch
    {
        "strong" => Level.StrongIndication,
        "possible" => Level.PossibleIndication,
        _ => Level.NoneFound,
    };
}
