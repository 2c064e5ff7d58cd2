using Credence.Classification;
using Credence.Packs;
using Credence.Protection;
using Credence.Screening;
using Credence.Screening.Instruments;

namespace Credence.Training;

/// <summary>The rules that a choice may keep or break: items of policies, laws, facts, signals and instruments, by pack/item.</summary>
public sealed class ScenarioRules
{
    private readonly Dictionary<string, string> _titles;

    private ScenarioRules(IEnumerable<(string Id, string Title)> rules) =>
        _titles = rules.DistinctBy(rule => rule.Id).ToDictionary(rule => rule.Id, rule => rule.Title);

    /// <summary>The rules of a library.</summary>
    public static ScenarioRules From(PackLibrary library)
    {
        var facts = FactPack.From(library, []).Facts;
        return new ScenarioRules(
        [
            .. PolicyPack.From(library, []).SelectMany(OfPolicy),
            .. StatutePack.From(library, facts, []).Select(statute => ($"statutes/{statute.Id}", $"{statute.CitedAs}, {statute.Title}")),
            .. facts.Select(fact => ($"facts/{fact.Id}", fact.Title)),
            .. library.OfKind(SignalPack.Kind).SelectMany(pack => SignalPack.Read(pack, OffenseLookup(library), []).Rules.Select(rule => ($"{pack.Id}/{rule.Signal.Id}", rule.Signal.Title))),
            .. InstrumentPack.From(library, []).Select(instrument => ($"instruments/{instrument.Id}", instrument.Title)),
        ]);
    }

    /// <summary>What the rule says in a line, or null if no pack has it.</summary>
    public string? TitleOf(string rule) => _titles.GetValueOrDefault(rule);

    private static Incidents.OffenseLookup OffenseLookup(PackLibrary library) => Incidents.OffenseLookup.From(library);

    private static IEnumerable<(string Id, string Title)> OfPolicy(Policy policy) =>
    [
        ($"{policy.Id}/before", "What comes before any arrest, citation or warning"),
        ($"{policy.Id}/life", policy.Life),
        .. policy.Covered.Select(rule => ($"{policy.Id}/{rule.Id}", rule.Title)),
        .. policy.NotCovered.Select(rule => ($"{policy.Id}/{rule.Id}", rule.Title)),
        .. policy.RefusedReasons.Select(reason => ($"{policy.Id}/{reason.Id}", $"Refused as a reason for an arrest: {reason.Title}")),
        .. policy.Immunity is { } immunity ? new[] { ($"{policy.Id}/immunity", immunity.Rule.Title) } : [],
        .. policy.Release.Count > 0 ? new[] { ($"{policy.Id}/release", "What follows where somebody is under arrest already") } : [],
    ];
}
