using System.Globalization;
using Credence.Disclosure;
using Credence.Evaluation.Release;

namespace Credence.Cli.Publishing;

/// <summary>What is said with a release: how it was made, what is promised, and what is not protected against.</summary>
internal static class ReleaseStatement
{
    public static IEnumerable<string> Of(Suppressed suppressed, Checked check, bool hasEarlier)
    {
        var rule = suppressed.Tables.Rule;
        yield return "# About these tables";
        yield return "";
        yield return string.Create(CultureInfo.InvariantCulture, $"Counts of fewer than {rule.Threshold} are withheld, and further counts with them, so that nobody can subtract them from the totals. "
            + $"Which are which is not said: every withheld count is marked `{TableReader.Withheld}`. Of {suppressed.Published.Sum(table => table.Counts.Count):N0} cells, {suppressed.Published.Sum(table => table.Counts.Count(count => count is null)):N0} are withheld.");
        yield return "";
        yield return "- Method: primary suppression by a threshold; secondary suppression by cuts (Fischetti and Salazar 2000), with fewest cells withheld, a total counted as one "
            + "more for each variable that it adds up, and among equals those of few people." + (suppressed.IsSmallest ? " No choice that keeps the promise withholds fewer." : " A choice that withholds fewer may exist.") + (suppressed.IsStopped ? " The search for one was stopped by a bound in time." : "");
        yield return rule.Zeros == ZeroPolicy.Publish
            ? "- Zeros are published. So a withheld count is at least 1."
            : $"- Zeros are withheld like small counts, unless the combination cannot occur (`{TableReader.Impossible}`). So a withheld count can be 0.";
        if (rule.KeepWhole) yield return "- The count of everybody was kept.";
        yield return string.Create(CultureInfo.InvariantCulture, $"- Promise: whoever has all tables of this release{(hasEarlier ? " and the earlier release that was given" : "")} can rule out of no withheld count that it is {rule.Threshold} or more, "
            + $"and the smallest and the largest that each can be are at least {rule.Span} apart, in whole people.");
        yield return string.Create(CultureInfo.InvariantCulture, $"- Check: passed. The interval of {(check.Ranges.Count == 1 ? "the one count that is withheld or can be figured out" : FormattableString.Invariant($"each of the {check.Ranges.Count:N0} counts that are withheld or can be figured out"))} was computed anew from the published ones alone.");
        yield return "";
        yield return "## What this does not protect against";
        yield return "";
        yield return hasEarlier ? "- Tables published elsewhere, or earlier, that were not given." : "- Other tables of the same people, or of some of them, that were or will be published.";
        yield return "- Somebody who is in a withheld cell and knows others who are: who knows 3 of 4 knows the fourth.";
        yield return "- What a whole group has in common: where all of a row are in one column, everybody in that row is known to be.";
        yield return "- Somebody who reasons from how the choice was made: a count would not have been withheld without need.";
        yield return "- Knowledge of who the people behind a published count are. Counts say how many, and are not anonymous by that alone.";
    }

    public static IEnumerable<string> Of(PrivacyBudget budget, bool tellsPersons)
    {
        yield return "# About these tables";
        yield return "";
        yield return "Every count has random noise in it: whether one particular person is in these tables changes how likely any of them is by no more than the budget says (differential privacy). The larger ε, the less is hidden. "
            + "Counts can be below zero; totals are sums of counts with noise, and tables need not agree on what they share.";
        yield return "";
        yield return string.Create(CultureInfo.InvariantCulture, $"- Budget: {budget} for the whole release, split evenly over {budget.Tables} {(budget.Tables == 1 ? "table" : "tables")}.");
        yield return string.Create(CultureInfo.InvariantCulture, $"- One person has at most {budget.Cap} {(budget.Cap == 1 ? "row" : "rows")}: ")
            + (tellsPersons ? "further rows of a person were not counted." : "this was said by whoever made the release, and not checked.");
        yield return budget.Mechanism == NoiseMechanism.Geometric
            ? string.Create(CultureInfo.InvariantCulture, $"- Noise: two-sided geometric with scale {budget.Scale.Value:0.###} in each of the finest cells (Ghosh, Roughgarden and Sundararajan 2009).")
            : string.Create(CultureInfo.InvariantCulture, $"- Noise: discrete Gaussian with standard deviation {Math.Sqrt(budget.Variance.Value):0.###} in each of the finest cells (Canonne, Kamath and Steinke 2020); ρ = {budget.Rho:0.######} in zero-concentrated differential privacy.");
        yield return string.Create(CultureInfo.InvariantCulture, $"- 19 of 20 of the finest counts are within {budget.UsualError:0.#} of the true ones.");
        yield return "- Drawn exactly, from the cryptographic source of the operating system.";
        yield return "";
        yield return "## What this does not protect against";
        yield return "";
        yield return "- The same tables without noise, or with noise once more: each further release spends a budget of its own, and budgets add up.";
        yield return "- What the list of categories tells: it was taken as it is, and a category that one person alone has shows that there is one.";
        yield return "- What is true of a group whether or not one person is in it.";
    }
}
