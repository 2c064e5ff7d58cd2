using Credence.Statistics;

namespace Credence.Wording;

/// <summary>Who wrote: reports are compared only with others of the same agency that were identified in the same way.</summary>
/// <param name="Agency">ORI as recorded, or null.</param>
/// <param name="IdentifiedBy">Patrol, vice, specialized unit and so on, as recorded, or null.</param>
public sealed record WordingUnit(string? Agency, string? IdentifiedBy);

/// <summary>How often words judge in one unit's reports that suggest trafficking, beside its reports on other crimes.</summary>
/// <param name="Unit">Whose reports.</param>
/// <param name="Indicated">Reports that suggest trafficking; null if too few to be told.</param>
/// <param name="Others">The other reports; null if too few to be told.</param>
/// <param name="Rates">All kinds together first, then each kind; empty if one of the groups is too small.</param>
public sealed record WordingRates(WordingUnit Unit, int? Indicated, int? Others, IReadOnlyList<WordingRate> Rates);

/// <summary>How often one kind of words occurs in two groups of reports.</summary>
/// <param name="Kind">The kind; null for any of them.</param>
/// <param name="Figures">The figures; null if a cell is so small that it could tell of a single report.</param>
public sealed record WordingRate(WordingKind? Kind, WordingFigures? Figures);

/// <summary>Shares of reports with a flag, and flags in 1,000 words.</summary>
/// <param name="Reports">Reports with such a flag, in those that suggest trafficking and in the others.</param>
/// <param name="IndicatedPerThousand">Flags in 1,000 words of reports that suggest trafficking.</param>
/// <param name="OthersPerThousand">Flags in 1,000 words of the others.</param>
/// <param name="PerThousandDifference">The first minus the second.</param>
public sealed record WordingFigures(
    Contrast Reports, Estimate IndicatedPerThousand, Estimate OthersPerThousand, Estimate PerThousandDifference)
{
    /// <summary>Flags, of the words of reports that suggest trafficking; null where an earlier version counted them.</summary>
    public Proportion? IndicatedFlags { get; init; }

    /// <summary>Flags, of the words of the other reports; null where an earlier version counted them.</summary>
    public Proportion? OthersFlags { get; init; }
}

/// <summary>When a count is too small to be told: it could point at one report, and so at one person or one officer.</summary>
public static class SmallCells
{
    /// <summary>Counts below this and above zero are not told. A choice of ours, near the usual rules of 5 to 11.</summary>
    public const int Least = 10;

    /// <summary>True if the count, or the rest that it leaves of the whole, is small.</summary>
    public static bool Holds(Proportion share, int least = Least) => IsSmall(share.Count, least) || IsSmall(share.Of - share.Count, least);

    internal static bool IsSmall(int count, int least) => count > 0 && count < least;
}
