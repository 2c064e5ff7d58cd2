namespace Credence.Screening;

/// <summary>The findings of an incident as the level rule weighs them.</summary>
internal sealed class Evidence
{
    internal static readonly Evidence None = new([]);

    internal Evidence(IReadOnlyList<Finding> findings)
    {
        All = findings;
        Counting = [.. findings.Where(finding => WeightOf(finding.Assertion) > 0)];
        Affirmed = [.. findings.Where(finding => finding.Assertion == Assertion.Affirmed)];
    }

    internal IReadOnlyList<Finding> All { get; }

    /// <summary>Findings that weigh something.</summary>
    internal IReadOnlyList<Finding> Counting { get; }

    internal IReadOnlyList<Finding> Affirmed { get; }

    /// <summary>A denial is common among people who are controlled: weighed less, never dropped.</summary>
    internal static double WeightOf(Assertion assertion) => assertion switch
    {
        Assertion.Affirmed => 1,
        Assertion.Denied or Assertion.Historical or Assertion.Hypothetical => 0.5,
        _ => 0,
    };

    internal static double WeightOf(Strength strength) => strength switch
    {
        Strength.Strong => 9,
        Strength.Medium => 3,
        _ => 1,
    };

    internal static double WeightOf(Finding finding) => WeightOf(finding.Assertion) * WeightOf(finding.Indicator.Strength);

    /// <summary>Each indicator once, at its heaviest.</summary>
    internal IEnumerable<Finding> Distinct =>
        Counting.GroupBy(finding => finding.Indicator.Id).Select(same => same.MaxBy(WeightOf)!);

    /// <summary>Orders within a level: each indicator once, the record's signals beside them.</summary>
    internal double Score(IReadOnlyList<Signal> signals) => Counting.Count == 0 && signals.Count == 0 ? 0 :
        Math.Round(Distinct.Sum(WeightOf) + signals.Sum(signal => signal.Level >= Level.PossibleIndication ? 2 : 0.5), 2);

    /// <summary>Sex, labor, or both where neither clearly outweighs the other or no finding says which.</summary>
    internal ExploitationType Type()
    {
        var sex = WeightOf(ExploitationType.Sex);
        var labor = WeightOf(ExploitationType.Labor);
        if (sex + labor == 0)
        {
            return Counting.Count == 0 ? ExploitationType.None : ExploitationType.Both;
        }

        const double Minority = 0.4;
        return Math.Min(sex, labor) >= Minority * Math.Max(sex, labor)
            ? ExploitationType.Both
            : sex > labor ? ExploitationType.Sex : ExploitationType.Labor;
    }

    private double WeightOf(ExploitationType type) =>
        Distinct.Where(finding => finding.Indicator.Type == type).Sum(WeightOf);
}
