using System.Globalization;
using Credence.Cli.Evaluation;
using Credence.Evaluation.HiddenPopulation;
using Credence.Evaluation.Measures;

namespace Credence.Cli.Studies;

/// <summary>The end of the report: who is on no list, what the report cannot say, and how everything was done.</summary>
internal sealed partial class StudyReport
{
    private void Hidden()
    {
        _page.Heading(2, "Hidden population");
        if (content.IsHiddenWorkedExample)
        {
            _page.Notice([$"Not of these sites. {WesternTable.Title}: shown to tell what such an estimate is and how little it decides. Give a table of your own with --captures."]);
        }

        var report = Estimate;
        _page.Paragraph(report.Title);
        foreach (var section in report.Sections)
        {
            _page.Heading(3, section.Heading);
            foreach (var block in section.Blocks)
            {
                if (block is Paragraph { Prose: ['-', ' ', .. var point] }) _page.List([point]);
                else if (block is Paragraph paragraph) _page.Paragraph(paragraph.Prose);
                else if (block is Table table) _page.Table(table.Header, table.Rows);
            }
        }
    }

    private void Limits()
    {
        _page.Heading(2, "What this report cannot say");
        _page.List(
        [
            "It reads what police wrote. What nobody wrote, no reader and no program can find; every figure of misses is a lower bound.",
            content.Themes is null
                ? "The study had interviews with police and providers, and asks for survivors' voices. This report has none of them; interviews have a project of their own, and survivors' answers come only as counts from the service side."
                : "Interviews stand in this report as counts of themes, and survivors' answers as counts from the service side; their voices are not in it, and the study asks for them.",
            "The intervals hold the chance of the sample. They do not hold the readers' errors: see how far the two coders agree, below.",
            "Sites were chosen, not drawn. Nothing here is of a state or a country.",
            "A level, a code and a reading are not a determination. Nobody in this report is called a victim.",
            "A large stratum of which few were read leaves much open, and the intervals say so. How often they hold the truth is simulated in docs/measures.md.",
            "Counts that are withheld are protected within one site and one population. Tables published elsewhere of the same people, and the sample beside the whole record, are not taken into account: release through credence publish what goes outside. "
                + "Weighted shares are rounded to a tenth of a percent, so that they tell little of what a stratum holds; that they tell nothing of a withheld count is not proved.",
            "Shares were tested in pairs, and more than one measure was looked at: an adjusted p-value holds within its table only.",
            "What is not known is in no denominator. Where it is not known of some kinds of incidents rather than of others, a share is off, and no interval says by how much.",
        ]);
    }

    private void Methods()
    {
        _page.Heading(2, "Appendix: how it was done");
        _page.Heading(3, "Record and screening");
        _page.Table(
            ["site", "files, with the beginning of their SHA-256", "rows", "incidents", "rows without a number, left out", "problems in rows"],
            Plan.Sites.Select((site, i) => (IReadOnlyList<string>)
            [
                site.Name, string.Join(", ", site.Files.Select(file => $"{Path.GetFileName(file.Path)} {file.Sha256[..12]}")), Figures.Count(content.State.Readings[i].Rows),
                Figures.Count(content.State.Rows[i].Count), Figures.Count(content.State.Readings[i].WithoutNumber), Figures.Count(content.State.Readings[i].Problems),
            ]));
        _page.Paragraph($"Packs: {string.Join(", ", Plan.Packs)}. Languages: {Plan.Languages}. Rows of one number are one incident; its level is the highest of its reports.");
        _page.Heading(3, "The sample that was read");
        _page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"Stratified at each site by level and code; seed {Plan.Seed}, about {Plan.Sample:N0} incidents a site, at least {CodingSample.Least} of a stratum or all of it, "
            + $"the rest by the square root of its size (Bankier 1988). Two coders read each incident, without its level, code or site, and without each other; a third person decided where they differ ({content.State.Codings.Differences:N0} answers)."));
        _page.Table(StratumHead, StratumLines());
        _page.Paragraph("Where the size of a stratum is withheld, no stratum of that site has its number drawn told by itself. How many were read in all, and of those that a measure counts, stands in other tables and is protected there.", "source");
        Inference();
        Agreement();
        Tables();
        Definitions();
    }

    private void Inference()
    {
        _page.Heading(3, "Intervals, differences and tests");
        _page.List(
        [
            "A measure of the record counts every incident of its years: nothing was drawn. Its interval says how far chance alone moves a share of that size, as if these years were one of many alike; it holds no error of recording.",
            "A measure of readings is of all incidents behind the sample: each that was read counts as many times as its stratum has incidents for each one drawn, and the denominator is estimated with the numerator. "
                + "Strata that were read whole add nothing to the interval; a large stratum in which none or few were found makes it long on one side.",
            "A difference between shares of the record: Newcombe's hybrid score interval, and Fisher's exact test with the smaller tail doubled. Between shares of readings: the two intervals put together (Zou and Donner 2008), and the p-value that says the same. "
                + "A comparison asks what goes on at two sites or in two groups, and not only in these incidents: the limits of its shares have no finite population correction, and strata that were read whole add to them too. They are wider than the intervals that stand beside the shares. "
                + "A group is held against the largest of its site because that one is known best, not because it is a norm.",
            "Sites at a common mix: direct standardization by type, with limits as for differences. Age, sex, who calls, what is policed, and how reports are written are not adjusted for.",
            "Wording: Wilson's intervals for shares of reports, Newcombe's for their difference. Flags in 1,000 words are a ratio of totals over reports, with a linearized interval, since flags of one report go together (Cochran 1977); "
                + "where none was counted the upper end is a Poisson count's (Garwood 1936). Lines of wording are not tested, and nothing about them is adjusted for how many there are.",
            "Nothing that is missing is filled in.",
        ]);
    }

    private void Agreement()
    {
        _page.Heading(3, "How far the two coders agree, before anybody decided");
        _page.Paragraph("Of the cases that both coders answered, all sites together, each case once: the sample holds more incidents that suggest trafficking than the record does, and agreement there is not agreement on the record. "
            + "No benchmark for such readings is published.");
        _page.Table(
            ["question", "the same answer", "Cohen's kappa", "Gwet's AC1"],
            content.State.Codings.Agreement.Select(one => (IReadOnlyList<string>)(one.IsTooFew(Plan.K)
                ? [one.Question, StudyFigures.Withheld, StudyFigures.Withheld, StudyFigures.Withheld]
                : [one.Question, one.Agreed.Of == 0 ? StudyFigures.NotMeasured : Figures.Wilson(one.Agreed), Figures.Of(one.Kappa), Figures.Of(one.Gwet)])));
    }

    private void Tables()
    {
        _page.Heading(3, "The tables beside this report");
        _page.Definitions(
        [
            ($"tables/{StudyCsv.Measures}", ["Every measure, of each site and by who identified it, year, type, sex, age, race and nationality where it is broken down so: count and denominator, how many are not known, share with its limits, and of readings the estimated total with its limits."]),
            ($"tables/{StudyCsv.Contrasts}", ["Every difference with its limits, its p-value and the adjusted one."]),
            ($"tables/{StudyCsv.Mix}", ["Sites at a common mix of types."]),
            ($"tables/{StudyCsv.Agreement}", ["Agreement of the two coders."]),
            ($"tables/{WordingFile}", ["Wording by unit."]),
            ($"tables/{ServiceFile}", ["Counts of the service side."]),
            ($"tables/{StrataFile}", ["Strata of the sample."]),
            ($"tables/{HiddenFile}", ["Every table on the hidden population, a line for each cell."]),
        ]);
        _page.Paragraph("They have the digits of this report and withhold what it withholds. Shares there are parts of 1; the last four hold the cells as they stand on this page.", "source");
    }

    private void Definitions()
    {
        foreach (var basis in MeasureCatalog.All.GroupBy(measure => measure.Basis))
        {
            _page.Heading(3, $"Definitions: {BasisOf(basis.Key)}");
            _page.Paragraph($"Interval: {basis.First().Interval}. {(basis.Key == MeasureBasis.ServiceSide ? $"Of each: {basis.First().IsNot} " : "")}Where no direction is given, none is better by itself.");
            _page.Definitions(basis.Select(measure => ($"{measure.Name} ({measure.Id})", Said(measure))));
        }
    }

    private static IReadOnlyList<string> Said(Measure measure) =>
    [
        $"{measure.Sentence} Numerator: {measure.Numerator}. Denominator: {measure.Denominator}.",
        $"{DirectionOf(measure)}{(measure.Basis == MeasureBasis.ServiceSide ? "" : $"{measure.IsNot} ")}Source: {measure.Source}.",
    ];

    private static string BasisOf(MeasureBasis basis) => basis switch
    {
        MeasureBasis.Record => "the record",
        MeasureBasis.Readings => "readings",
        _ => "the service side",
    };
}
