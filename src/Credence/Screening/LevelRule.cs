namespace Credence.Screening;

/// <summary>One clause of the rule that makes a level.</summary>
public sealed class LevelClause
{
    internal LevelClause(string id, Level level, string text, Func<Evidence, IEnumerable<Finding>> grounds) =>
        (Id, Level, Text, Grounds) = (id, level, text, grounds);

    /// <summary>Short name, shown beside a result.</summary>
    public string Id { get; }

    /// <summary>The level it gives.</summary>
    public Level Level { get; }

    /// <summary>The clause in one sentence.</summary>
    public string Text { get; }

    /// <summary>The findings the clause stands on; empty if it does not hold.</summary>
    internal Func<Evidence, IEnumerable<Finding>> Grounds { get; }
}

/// <summary>
/// The one written rule that makes a level from findings: the first clause that holds gives it. docs/decisions/0005
/// says why it is a rule and not a model.
/// </summary>
public static class LevelRule
{
    internal const string RecordedChild = "recorded-child";

    /// <summary>The clauses in the order they are tried.</summary>
    public static IReadOnlyList<LevelClause> Clauses { get; } =
    [
        new("clear-fact", Level.StrongIndication,
            "One clear fact of control or exploitation, affirmed, is strong by itself.",
            e => OfPerson(e.Affirmed, Strength.Strong).Take(3)),

        new("child-in-commercial-sex", Level.StrongIndication,
            "A child and commercial sex, both affirmed, in one sentence or in two that go on about one person, are strong: a child needs no proof of means.",
            ChildInCommercialSex),

        new(RecordedChild, Level.StrongIndication,
            "Commercial sex in the words, affirmed, is strong where the record has a person under 18 in it (a child under 10 only if no grown-up has a part in it): a child needs no proof of means.",
            e => e.RecordsChild ? e.Affirmed.Where(IsCommercialSex).Take(1) : []),

        new("means-and-purpose", Level.StrongIndication,
            "A sign of means (force, fraud, coercion) and a sign of work or commercial sex, of two themes and in words of their own, both affirmed, are strong.",
            MeansAndPurpose),

        new("two-dimensions", Level.StrongIndication,
            "Two of ILO's six dimensions, each with three medium signs or two and a weak one, are strong.",
            TwoDimensions),

        new("one-sign", Level.PossibleIndication,
            "One medium or strong sign about a person is possible, also when denied, past or hypothetical: that person should be screened.",
            e => OfPerson(e.Counting, Strength.Medium).Take(3)),

        new("two-weak-signs", Level.PossibleIndication,
            "Two weak signs of different themes, one of them about a person, are possible.",
            TwoWeakSigns),

        new("accused-and-companion", Level.PossibleIndication,
            "An alleged exploiter together with somebody else is possible: the companion should be screened.",
            AccusedAndCompanion),
    ];

    /// <summary>The clause that holds first and what it stands on; null if none holds.</summary>
    internal static (LevelClause Clause, IReadOnlyList<Finding> Grounds)? Apply(Evidence evidence)
    {
        foreach (var clause in Clauses)
        {
            var grounds = clause.Grounds(evidence).ToList();
            if (grounds.Count > 0)
            {
                return (clause, grounds);
            }
        }

        return null;
    }

    private static IEnumerable<Finding> OfPerson(IEnumerable<Finding> findings, Strength least) =>
        findings.Where(finding => finding.Indicator.About == About.Person && finding.Indicator.Strength >= least)
            .OrderByDescending(Evidence.WeightOf).DistinctBy(finding => finding.Indicator.Id);

    private static IEnumerable<Finding> ChildInCommercialSex(Evidence evidence)
    {
        var children = evidence.Affirmed.Where(finding => finding.Indicator.Minor).ToList();
        foreach (var sex in evidence.Affirmed.Where(IsCommercialSex))
        {
            if (sex.Indicator.Minor)
            {
                return [sex];
            }

            if (children.Find(child => child.SentenceStart == sex.SentenceStart || evidence.GoOnAboutOne(child, sex)) is { } child)
            {
                return [child, sex];
            }
        }

        return [];
    }

    private static bool IsCommercialSex(Finding finding) => finding.Indicator is
    {
        Type: ExploitationType.Sex, Element: Element.Purpose, Strength: >= Strength.Medium, About: About.Person
    };

    private static IEnumerable<Finding> MeansAndPurpose(Evidence evidence)
    {
        var signs = OfPerson(evidence.Affirmed, Strength.Medium).ToList();
        foreach (var means in signs.Where(sign => sign.Indicator.Element == Element.Means))
        {
            if (signs.FirstOrDefault(sign => IsPurposeOf(means, sign)) is { } purpose)
            {
                return [means, purpose];
            }
        }

        return [];
    }

    private static bool IsPurposeOf(Finding means, Finding purpose) =>
        purpose.Indicator.Element == Element.Purpose
        && !purpose.ReadsSameWordsAs(means)
        && purpose.Indicator.Theme != means.Indicator.Theme
        && (means.Indicator.Type == purpose.Indicator.Type
            || means.Indicator.Type == ExploitationType.Both || purpose.Indicator.Type == ExploitationType.Both);

    private static IEnumerable<Finding> TwoDimensions(Evidence evidence)
    {
        var positive = DimensionResult.From(evidence.Affirmed).Where(dimension => dimension.IsPositive).ToList();
        return positive.Count >= 2 ? positive.SelectMany(dimension => dimension.Findings).Take(6) : [];
    }

    private static IEnumerable<Finding> TwoWeakSigns(Evidence evidence)
    {
        var signs = evidence.Counting.Where(f => f.Indicator.About is About.Person or About.Place)
            .OrderBy(f => f.Indicator.About).DistinctBy(f => f.Indicator.Theme).Take(2).ToList();
        return signs.Count == 2 && signs[0].Indicator.About == About.Person ? signs : [];
    }

    private static IEnumerable<Finding> AccusedAndCompanion(Evidence evidence)
    {
        var accused = evidence.Counting.FirstOrDefault(finding => finding.Indicator.About == About.Accused);
        var companion = evidence.Counting.FirstOrDefault(finding => finding.Indicator.About is About.Companion or About.Person);
        return accused is null || companion is null ? [] : [accused, companion];
    }
}
