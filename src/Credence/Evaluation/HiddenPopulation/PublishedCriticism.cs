namespace Credence.Evaluation.HiddenPopulation;

/// <summary>What has been published against estimates of this kind; printed with every one of them.</summary>
public static class PublishedCriticism
{
    /// <summary>The points, each with where it is argued.</summary>
    public static IReadOnlyList<CriticalPoint> Points { get; } =
    [
        new("Whether lists depend on each other cannot be tested for the people whom none of them saw. The estimate assumes "
            + "that what holds among the seen holds for the unseen.",
            "Binette and Steorts 2022, J. R. Stat. Soc. A 185(2), arXiv:2112.01594"),
        new("Limits after a choice of pairs by significance claim more than the counts can give; and where pairs that were left "
            + "out do depend, the procedure is unsound. The authors conclude that the method does not suit this use.",
            "Whitehead, Jackson, Balch and Francis 2021, J. Human Trafficking 7(1):1-13, doi:10.1080/23322705.2019.1660952"),
        new("A small share of possible models gives rather different answers, and another way of choosing may pick one of them.",
            "Silverman 2020, J. R. Stat. Soc. A 183(3), arXiv:1902.06078"),
        new("Where one agency refers people to another, an overlap is no second, independent sighting.",
            "Jones and others 2014, Am. J. Epidemiol. 179(11):1383-1393 (recalled; to be verified)"),
        new("Everybody must be on the lists for the same place, time and definition, matched without error, and with some chance "
            + "of being seen. People whom no agency would ever meet are in no estimate.",
            "Binette and Steorts 2022, as above"),
    ];
}

/// <summary>One point of criticism.</summary>
/// <param name="Says">The point, in our words.</param>
/// <param name="Source">Where it is argued.</param>
public sealed record CriticalPoint(string Says, string Source);
