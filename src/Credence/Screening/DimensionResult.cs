namespace Credence.Screening;

/// <summary>What the findings say of one of ILO's dimensions.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Findings">Its affirmed findings about a person, each indicator once.</param>
public sealed record DimensionResult(Dimension Dimension, IReadOnlyList<Finding> Findings)
{
    /// <summary>
    /// Positive with two strong; one strong and one other; three medium; or two medium and one weak (ILO and European
    /// Commission 2009, to be verified).
    /// </summary>
    public bool IsPositive
    {
        get
        {
            var strong = Count(Strength.Strong);
            var medium = Count(Strength.Medium);
            var weak = Count(Strength.Weak);
            return strong >= 2 || (strong == 1 && medium + weak >= 1) || medium >= 3 || (medium == 2 && weak >= 1);
        }
    }

    /// <summary>The dimensions that have findings, in ILO's order; indicators that read the same words count once.</summary>
    public static IReadOnlyList<DimensionResult> From(IEnumerable<Finding> findings) =>
    [
        .. findings
            .Where(finding => finding.Assertion == Assertion.Affirmed && finding.Indicator.About == About.Person)
            .GroupBy(finding => finding.Indicator.Dimension).OrderBy(group => group.Key)
            .Select(group => new DimensionResult(group.Key, Apart(group))),
    ];

    private static List<Finding> Apart(IEnumerable<Finding> findings)
    {
        var apart = new List<Finding>();
        foreach (var finding in findings.DistinctBy(finding => finding.Indicator.Id).OrderByDescending(finding => finding.Indicator.Strength))
        {
            if (!apart.Exists(finding.ReadsSameWordsAs))
            {
                apart.Add(finding);
            }
        }

        return apart;
    }

    private int Count(Strength strength) => Findings.Count(finding => finding.Indicator.Strength == strength);
}
