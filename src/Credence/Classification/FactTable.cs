using System.Collections.Concurrent;
using Credence.Incidents;
using Credence.Screening;
using Credence.Screening.Instruments;

namespace Credence.Classification;

/// <summary>Reads evidence of any kind as what it says of facts.</summary>
internal sealed class FactTable
{
    private readonly IReadOnlyList<Fact> _facts;
    private readonly OffenseLookup _offenses;
    private readonly ConcurrentDictionary<string, (Fact Fact, SignRole Role)[]> _ofIndicator = new(StringComparer.Ordinal);
    private readonly (Fact Fact, HashSet<OffenseCode> Codes)[] _recorded;

    internal FactTable(IReadOnlyList<Fact> facts, OffenseLookup offenses)
    {
        (_facts, _offenses) = (facts, offenses);
        _recorded = [.. facts.Where(fact => fact.Offenses.Count > 0)
            .Select(fact => (fact, fact.Offenses.Select(code => new OffenseCode(code)).ToHashSet()))];
    }

    private enum SignRole
    {
        Supports,
        SupportsBeside,
        Raises,
    }

    /// <summary>Every item, in one order.</summary>
    internal IReadOnlyList<EvidenceItem> Read(CaseEvidence evidence)
    {
        var items = new HashSet<EvidenceItem>();
        items.UnionWith(evidence.Findings.SelectMany(finding => OfFinding(finding, evidence.Findings)));
        items.UnionWith(evidence.Answers.Select(OfAnswer).OfType<EvidenceItem>());
        items.UnionWith(evidence.Records.SelectMany(OfRecord));
        var ordered = WithoutContradiction(items).ToList();
        ordered.Sort(EvidenceItem.InOrder);
        return ordered;
    }

    // That somebody is under 18 and that she is not cannot both decide: either she answered as she was told to, or the words
    // are of another person. So the age is unknown, and asked. Recorded ages alone contradict nothing: the child of whom the
    // words speak need not be among the recorded. Nor does a "no" to force take back what supports force.
    private IEnumerable<EvidenceItem> WithoutContradiction(IReadOnlyCollection<EvidenceItem> items)
    {
        var ages = _facts.Where(fact => fact.IsUnder18).Select(fact => fact.Id).ToHashSet(StringComparer.Ordinal);
        var isContradicted = items.Any(item => ages.Contains(item.Fact) && item.Standing == Standing.Supports)
            && items.Any(item => ages.Contains(item.Fact) && item is { Standing: Standing.Against, Origin: EvidenceOrigin.Answer });
        return !isContradicted ? items : items.Select(item => ages.Contains(item.Fact) && item.Standing != Standing.Raises
            ? item with { Standing = Standing.Raises, Says = $"{item.Says} (contradicted)", IsContradicted = true }
            : item);
    }

    private IEnumerable<EvidenceItem> OfFinding(Finding finding, IReadOnlyList<Finding> all)
    {
        // A unit's name and what is said of others tell nothing of this person. That the writer rules something out decides
        // nothing: that nobody saw force is no evidence that there was none.
        if (finding.Assertion is Assertion.Boilerplate or Assertion.SomeoneElse or Assertion.RuledOut)
        {
            yield break;
        }

        foreach (var (fact, role) in FactsOf(finding.Indicator.Id))
        {
            yield return new EvidenceItem(fact.Id, StandingOf(finding, fact, role, all), EvidenceOrigin.Finding, finding.Indicator.Id, SaysOf(finding))
            {
                Finding = finding,
                Type = finding.Indicator.Type,
            };
        }
    }

    private Standing StandingOf(Finding finding, Fact fact, SignRole role, IReadOnlyList<Finding> all)
    {
        var counts = finding.Assertion == Assertion.Affirmed
            && (finding.Indicator.Strength > Strength.Weak || fact.WeakCounts || fact.IsUnder18)
            && (finding.Indicator.About == About.Person || (fact.IsUnder18 && finding.Indicator.Minor));
        return role switch
        {
            SignRole.Supports when counts => Standing.Supports,
            SignRole.SupportsBeside when counts && IsBeside(finding, fact.Beside!, all) => Standing.Supports,
            _ => Standing.Raises,
        };
    }

    private bool IsBeside(Finding finding, string fact, IReadOnlyList<Finding> all) => all.Any(other =>
        other.SentenceStart == finding.SentenceStart && other.Assertion == Assertion.Affirmed
        && FactsOf(other.Indicator.Id).Any(pair => pair.Fact.Id == fact && pair.Role == SignRole.Supports));

    private static string SaysOf(Finding finding) => finding.Assertion switch
    {
        Assertion.Denied => $"somebody {finding.Indicator.Title} (denied by the person)",
        Assertion.Historical => $"somebody {finding.Indicator.Title} (in the past)",
        Assertion.Hypothetical => $"somebody {finding.Indicator.Title} (possible, asked or feared)",
        _ => $"somebody {finding.Indicator.Title}",
    };

    private static EvidenceItem? OfAnswer(FactAnswer answer) => answer.Answer switch
    {
        Answer.Yes when answer.OnlyRaises => new EvidenceItem(answer.Fact, Standing.Raises, EvidenceOrigin.Answer, answer.Reference, answer.Says),
        Answer.Yes => new EvidenceItem(answer.Fact, Standing.Supports, EvidenceOrigin.Answer, answer.Reference, answer.Says),
        Answer.No => new EvidenceItem(answer.Fact, Standing.Against, EvidenceOrigin.Answer, answer.Reference, answer.Says),
        _ => null,
    };

    private IEnumerable<EvidenceItem> OfRecord(Incident incident)
    {
        var readings = incident.Offenses?.Select(_offenses.Read).ToList() ?? [];
        foreach (var (fact, codes) in _recorded.Where(row => readings.Any(reading => reading.Means(row.Codes))))
        {
            yield return new EvidenceItem(
                fact.Id, Standing.Supports, EvidenceOrigin.Record, "offense code", $"the police recorded it as {string.Join(", ", codes.Select(code => code.Value).Order(StringComparer.Ordinal))}");
        }

        if (AgeOfThoseAtRisk.Of(incident.Persons) is { } age)
        {
            foreach (var fact in _facts.Where(fact => fact.IsUnder18))
            {
                yield return new EvidenceItem(fact.Id, age.Standing, EvidenceOrigin.Record, "age", age.Says);
            }
        }
    }

    private (Fact Fact, SignRole Role)[] FactsOf(string indicator) => _ofIndicator.GetOrAdd(indicator, id =>
    [
        .. _facts.Where(fact => Names(fact.Signs, id)).Select(fact => (fact, SignRole.Supports)),
        .. _facts.Where(fact => !Names(fact.Signs, id) && Names(fact.SignsBeside, id)).Select(fact => (fact, SignRole.SupportsBeside)),
        .. _facts.Where(fact => !Names(fact.Signs, id) && !Names(fact.SignsBeside, id) && Names(fact.RaisedBy, id)).Select(fact => (fact, SignRole.Raises)),
    ]);

    /// <summary>True if one of the names is the indicator's, or that of its whole theme.</summary>
    internal static bool Names(IReadOnlyList<string> names, string indicator)
    {
        foreach (var name in names)
        {
            if (name == indicator || (name.EndsWith(".*", StringComparison.Ordinal) && indicator.StartsWith(name[..^1], StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
