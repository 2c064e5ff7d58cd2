using System.Text.RegularExpressions;
using Credence.Classification;
using Credence.Incidents;
using Credence.Record.Events;

namespace Credence.Police.Classification;

/// <summary>How what was proposed stands to a decision: whether it forbids it, whether it differs, and what it says.</summary>
internal readonly record struct Proposed(string? Refusal, bool IsAgainst, string Sentence)
{
    public override string ToString() => nameof(Proposed);
}

/// <summary>A decision as codes, with what is wrong with it, if anything.</summary>
internal sealed record DecisionForm(
    DeterminationKind Kind, string Person, IReadOnlyList<string> Codes, string? Definition, string? Problem, Func<ClassificationResult, Proposed> Against)
{
    public EventKind Event => Kind switch
    {
        DeterminationKind.VictimStatus => new("victim-status.determined"),
        DeterminationKind.OffenseCode => new("offense-code.determined"),
        _ => new("charge.determined"),
    };

    /// <summary>Whether a determination says all that this decision says.</summary>
    public bool IsSaidBy(Determination made, Decision decision) =>
        made.Codes.SequenceEqual(Codes) && made.Definition == Definition && made.Content is { } content && content.Why == decision.Why.Trim()
        && content.Known.Count == decision.Known.Count && content.Known.All(pair => decision.Known.TryGetValue(pair.Key, out var answer) && answer == pair.Value);
}

/// <summary>What a determination may rest on. The three kinds take different things, so that none slips into another.</summary>
internal sealed partial class DeterminationRules(CasePacks packs)
{
    private const int MostCodes = 10;
    private const int MostLetters = 4_000;

    private static readonly OffenseCode Sold = new("40A");

    public DecisionForm Of(VictimDecision decision) => new(
        DeterminationKind.VictimStatus, decision.Person, [decision.Status.ToString()], decision.Definition,
        Problem(decision) ?? (!Enum.IsDefined(decision.Status) ? "Found another status, expected Possible, Confirmed or NotAVictim."
            : UseOf(decision.Definition) is StatuteUse.Definition ? null
            : $"Found no definition, expected one of {Ids(StatuteUse.Definition)}: status rests on a definition, never on an offense or a charge."),
        proposed => proposed.Victim is VictimProposal.Possible possible
            ? new Proposed(null, decision.Status is VictimStatus.NotAVictim, possible.Because)
            : new Proposed(null, false, "Nothing was proposed, which does not mean that there is no victim."));

    public DecisionForm Of(OffenseDecision decision) => new(
        DeterminationKind.OffenseCode, "", [.. decision.Codes.Select(code => code.Value)], null,
        Problem(decision) ?? (decision.Codes.Count is 0 or > MostCodes || decision.Codes.Any(code => !Code().IsMatch(code.Value) || !packs.Knows(code))
            ? $"Found something that is no NIBRS code, expected 1 to {MostCodes} codes such as 64B."
            : null),
        proposed => proposed.Offense switch
        {
            // Unknown is no "no": who sells sex under unknown means, or at an unknown age, is not recorded as an offender for it.
            OffenseProposal.Review or OffenseProposal.Nothing when decision.Codes.Contains(Sold) =>
                new Proposed($"40A needs means and age to be known. {proposed.Offense.Because}", false, proposed.Offense.Because),
            OffenseProposal.Review or OffenseProposal.Nothing => new Proposed(null, false, proposed.Offense.Because),
            OffenseProposal.Trafficking found => new Proposed(null, !found.Codes.All(decision.Codes.Contains), found.Because),
            var other => new Proposed(null, decision.Codes.Any(code => code == OffenseCode.CommercialSexActs || code == OffenseCode.InvoluntaryServitude), other.Because),
        });

    public DecisionForm Of(ChargeDecision decision) => new(
        DeterminationKind.Charge, "", decision.Statutes, null,
        Problem(decision) ?? (decision.Statutes.Count is 0 or > MostCodes || decision.Statutes.Any(id => UseOf(id) is not StatuteUse.Offense)
            ? $"Found something that is no offense of the packs, expected 1 to {MostCodes} of {Ids(StatuteUse.Offense)}."
            : null),
        _ => new Proposed(null, false, "No charge is proposed: that is the prosecutor's."));

    private string? Problem(Decision decision) =>
        decision.Why.Length > MostLetters ? $"Found {decision.Why.Length} letters, expected at most {MostLetters}."
        : decision.Known.Any(pair => !Enum.IsDefined(pair.Value) || packs.Classifier.Facts.All(fact => fact.Id != pair.Key))
            ? "Found a fact that no pack has, or another answer, expected ids of facts with yes, no, unknown or refused."
        : null;

    private StatuteUse? UseOf(string id) => packs.Classifier.Statutes.FirstOrDefault(statute => statute.Id == id)?.Use;

    private string Ids(StatuteUse use) => string.Join(", ", packs.Classifier.Statutes.Where(statute => statute.Use == use).Select(statute => statute.Id));

    [GeneratedRegex(@"\A[0-9]{2}[0-9A-Z]\z")]
    private static partial Regex Code();
}
