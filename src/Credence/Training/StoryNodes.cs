using System.Globalization;
using Credence.Incidents;
using Credence.Packs;
using Credence.Screening;
using YamlDotNet.RepresentationModel;

namespace Credence.Training;

/// <summary>The parts of a pack of stories, from nodes that its schema has checked.</summary>
internal static class StoryNodes
{
    public static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    public static Community CommunityOf(YamlMappingNode node) => new()
    {
        Id = node.Required("id"),
        Name = node.Required("name"),
        Letters = node.Required("letters"),
        Agency = node.Required("agency"),
        Trafficking = YearsOf(node, "trafficking"),
        Background = YearsOf(node, "background"),
    };

    public static PlantedKind KindOf(YamlMappingNode node) => new()
    {
        Id = node.Required("id"),
        Title = node.Required("title"),
        IsBackground = node.Flag("background"),
        Shares = node.Pairs("share").ToDictionary(pair => pair.Key, pair => Number(pair.Value)),
    };

    public static StoryEnding EndingOf(YamlMappingNode node, StoryText words) => new()
    {
        Words = words,
        Weight = node.Number("weight") ?? 1,
        Arrest = Named<ArrestKind>(node.Text("arrest")),
        Reason = Named<ArrestReason>(node.Text("reason")),
        Referral = Named<ReferralKind>(node.Text("referral")),
        Practice = Named<Practice>(node.Text("practice")),
        Why = node.Text("why"),
    };

    public static RecordedOffense RecordedOf(YamlMappingNode node) =>
        new(node.Required("as"), [.. node.Texts("codes").Select(code => new OffenseCode(code.Value!))]);

    public static StoryPart PartOf(string key, YamlMappingNode node)
    {
        var ages = node.Text("ages")?.Split('-');
        return new StoryPart
        {
            Key = key,
            Involvement = node.Required("part") is var part and not "none" ? Named<Involvement>(part) : null,
            Youngest = ages is null ? null : Number(ages[0]),
            Oldest = ages is null ? null : Number(ages[^1]),
            Sexes = Words(node.Required("sex")),
        };
    }

    public static WritingStyle StyleOf(YamlMappingNode node) => new()
    {
        Id = node.Required("id"),
        Language = node.Text("language") ?? "en",
        Weight = node.Number("weight") ?? 1,
        Capitals = node.Flag("capitals"),
        Glues = node.Flag("glues"),
        Labels = node.Mapping("labels")!.Children.ToDictionary(
            pair => ((YamlScalarNode)pair.Key).Value!,
            pair => (IReadOnlyList<string>)[.. ((YamlSequenceNode)pair.Value).Select(label => ((YamlScalarNode)label).Value!)]),
        Short = node.Pairs("short").ToDictionary(),
    };

    /// <summary>The value that a word of a pack names: own-safety is OwnSafety.</summary>
    public static T Named<T>(string? word) where T : struct, Enum =>
        word is null ? default : Enum.Parse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static Dictionary<int, int> YearsOf(YamlMappingNode node, string key) =>
        node.Pairs(key).ToDictionary(pair => Number(pair.Key), pair => Number(pair.Value));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>Where the truth of a story is written: with the story, or else with its kind.</summary>
internal sealed record StoryTruthNodes(YamlMappingNode Kind, YamlMappingNode? Story)
{
    private static readonly string[] Keys = ["level", "type", "minor", "due", "conclusion"];

    /// <summary>The first part of the truth that neither says, or null.</summary>
    public string? Missing => Keys.FirstOrDefault(key => Text(key) is null);

    public StoryTruth Read()
    {
        var due = StoryNodes.Words(Text("due")!);
        return new StoryTruth
        {
            Level = Text("level") switch
            {
                "strong" => Level.StrongIndication,
                "possible" => Level.PossibleIndication,
                "none" => Level.NoneFound,
                _ => Level.NotScreened,
            },
            Type = StoryNodes.Named<ExploitationType>(Text("type")),
            Minor = StoryNodes.Named<MinorStatus>(Text("minor")),
            Due = due is ["review"] or ["as-recorded"] ? [] : [.. due.Select(code => new OffenseCode(code))],
            NeedsReview = due is ["review"],
            Conclusion = Text("conclusion")!.Trim(),
        };
    }

    private string? Text(string key) => Story?.Text(key) ?? Kind.Text(key);
}
