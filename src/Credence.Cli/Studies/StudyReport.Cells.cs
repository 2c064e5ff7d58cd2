using System.Globalization;
using Credence.Cli.Evaluation;
using Credence.Cli.Wording;
using Credence.Evaluation.HiddenPopulation;
using Credence.Wording;

namespace Credence.Cli.Studies;

/// <summary>Tables of the page that have a file of their own, cell for cell: what one withholds, the other does.</summary>
internal sealed partial class StudyReport
{
    public const string WordingFile = "wording.csv";
    public const string ServiceFile = "service.csv";
    public const string StrataFile = "strata.csv";
    public const string HiddenFile = "hidden.csv";

    private static readonly IReadOnlyList<string> WordingHead =
        ["unit", "kind", "reports that suggest it", "other reports", "difference in points", "flags in 1,000 words: suggest it", "others"];

    private static readonly IReadOnlyList<string> StratumHead = ["site", "stratum", "incidents", "drawn", "weight"];

    /// <summary>The files with their cells, the head first.</summary>
    public static IReadOnlyList<(string File, IReadOnlyList<IReadOnlyList<string>> Lines)> Cells(StudyContent content)
    {
        var report = new StudyReport(content);
        return
        [
            (WordingFile, [["site", .. WordingHead], .. content.State.Readings.SelectMany(site => WordingLines(content.Wording[site.Site]).Select(line => (IReadOnlyList<string>)[site.Site, .. line]))]),
            (ServiceFile, [report.ServiceHead, .. report.ServiceLines()]),
            (StrataFile, [StratumHead, .. report.StratumLines()]),
            (HiddenFile, [["of", "table", "line", "column", "cell"], .. report.HiddenCells()]),
        ];
    }

    private IReadOnlyList<string> ServiceHead => ["measure, and of what", .. SiteNames];

    private IEnumerable<IReadOnlyList<string>> ServiceLines()
    {
        var given = content.Aggregates.ToLookup(count => (count.Site, count.Measure.Id));
        return ServiceMeasures[true].Select(measure => (IReadOnlyList<string>)
            [$"{measure.Name}, of {measure.Denominator}", .. SiteNames.Select(site => AggregateOf(given[(site, measure.Id)].FirstOrDefault()))]);
    }

    private Report Estimate => EstimateReport.Of(content.IsHiddenWorkedExample ? WesternTable.Title : StudyFolder.Captures, content.Hidden);

    private IEnumerable<IReadOnlyList<string>> HiddenCells() =>
        from section in Estimate.Sections
        from table in section.Blocks.OfType<Table>()
        from row in table.Rows
        from column in Enumerable.Range(1, row.Count - 1)
        select (IReadOnlyList<string>)[content.IsHiddenWorkedExample ? "a worked example, not these sites" : "these sites", section.Heading, row[0], table.Header[column], row[column]];

    private static IEnumerable<IReadOnlyList<string>> WordingLines(IReadOnlyList<WordingRates> units) =>
        from unit in units from rate in unit.Rates where rate.Figures is not null && IsWorthALine(rate) select WordingLine(unit, rate.Kind, rate.Figures!);

    private static bool IsWorthALine(WordingRate rate) => rate.Kind is null || rate.Figures is not { Reports: { First.Count: 0, Second.Count: 0 } };

    private static string Of(Statistics.Proportion share) =>
        string.Create(CultureInfo.InvariantCulture, $"{StudyFigures.Share(new Statistics.Estimate(share.Share, share.Wilson()))} ({share.Count:N0} of {share.Of:N0})");

    // A told line has no small count of reports with a flag, and no report with one has less than one.
    private static string Flags(Statistics.Estimate perThousand, Statistics.Proportion? ofWords) =>
        ofWords is { } flags ? string.Create(CultureInfo.InvariantCulture, $"{Figures.Of(perThousand)} ({flags.Count:N0} of {flags.Of:N0} words)") : Figures.Of(perThousand);

    private static IReadOnlyList<string> WordingLine(WordingRates unit, WordingKind? kind, WordingFigures figures) =>
    [
        WordingWords.Of(unit.Unit), WordingWords.Of(kind), Of(figures.Reports.First), Of(figures.Reports.Second),
        StudyFigures.Points(figures.Reports.Difference()), Flags(figures.IndicatedPerThousand, figures.IndicatedFlags), Flags(figures.OthersPerThousand, figures.OthersFlags),
    ];

    private IEnumerable<IReadOnlyList<string>> StratumLines() => content.State.Cases.GroupBy(one => one.Site).OrderBy(site => site.Key).SelectMany(site => StratumLines(site.Key, site));

    // The size of a stratum is a count like others. A small one is read whole, and the site's table tells how many were read: where one is withheld, no number read is told.
    private IEnumerable<IReadOnlyList<string>> StratumLines(int site, IEnumerable<StudyCase> cases)
    {
        var strata = cases.GroupBy(one => one.Drawn.Stratum).OrderBy(stratum => stratum.Key, StringComparer.Ordinal).ToList();
        var told = strata.Where(stratum => content.Results.Strata[site].Contains(stratum.Key)).ToList();
        var isWhole = told.Count == strata.Count;
        var lines = told.Select(stratum => (IReadOnlyList<string>)
        [
            SiteNames[site], stratum.Key, Figures.Count((int)Math.Round(stratum.Count() * stratum.First().Drawn.Weight)),
            isWhole ? Figures.Count(stratum.Count()) : StudyFigures.Withheld, isWhole ? stratum.First().Drawn.Weight.ToString("0.00", CultureInfo.InvariantCulture) : StudyFigures.Withheld,
        ]);
        return isWhole ? lines : lines.Append([SiteNames[site], "other strata", StudyFigures.Withheld, StudyFigures.Withheld, StudyFigures.Withheld]);
    }
}
