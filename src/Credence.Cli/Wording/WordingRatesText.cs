using System.Globalization;
using Credence.Cli.Evaluation;
using Credence.Wording;

namespace Credence.Cli.Wording;

/// <summary>Rates for a person, one table a unit.</summary>
internal static class WordingRatesText
{
    /// <summary>What has to be said beside every comparison.</summary>
    internal const string Caution =
        "A report suggests trafficking by its words too, and some of them are labels: that labels are more frequent there is partly how the groups were made. "
        + "Disbelief, minimizing and blame are not. A difference says nothing about any one officer, and units are not ranked.";

    public static void Write(WordingRun run, IReadOnlyList<WordingRates> rates, TextWriter output)
    {
        var told = rates.Where(unit => unit.Rates.Count > 0).ToList();
        foreach (var unit in told)
        {
            ReportText.Write(new Report(ShownText.Of(WordingWords.Of(unit.Unit)), [SectionOf(unit)]), output);
            output.WriteLine();
        }

        var small = rates.Count - told.Count;
        if (small > 0) output.WriteLine(
            $"{small} {(small == 1 ? "unit is" : "units are")} not compared: fewer than {SmallCells.Least} reports in one of the two groups.");
        output.WriteLine(Caution);
        output.WriteLine(WordingText.Counts(run));
    }

    private static Section SectionOf(WordingRates unit) => new(
        string.Create(CultureInfo.InvariantCulture, $"{unit.Indicated:N0} reports that suggest trafficking, {unit.Others:N0} others"),
        new Table(
            ["kind", "of reports", "of others", "difference", "in 1,000 words", "of others", "difference"],
            [.. unit.Rates.Select(rate => Row(rate, rate.Figures))]));

    private static IReadOnlyList<string> Row(WordingRate rate, WordingFigures? figures) => figures is null
        ? [WordingWords.Of(rate.Kind), "not told", "not told", "", "", "", ""]
        :
        [
            WordingWords.Of(rate.Kind), Figures.Wilson(figures.Reports.First), Figures.Wilson(figures.Reports.Second),
            Figures.Of(figures.Reports.Difference()), Figures.Of(figures.IndicatedPerThousand), Figures.Of(figures.OthersPerThousand),
            Figures.Of(figures.PerThousandDifference),
        ];
}
