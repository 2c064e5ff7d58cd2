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

        var report = EstimateReport.Of(content.IsHiddenWorkedExample ? WesternTable.Title : StudyFolder.Captures, content.Hidden);
        _page.Paragraph(report.Title);
        foreach (var section in report.Sections)
        {
            _page.Heading(3, section.Heading);
            foreach (var block in section.Blocks)
            {
                if (block is Paragraph paragraph) _page.Paragraph(paragraph.Prose);
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
            "Counts that are withheld are protected within one site and one population. Tables published elsewhere of the same people, and the sample beside the whole record, are not taken into account: release through credence publish what goes outside.",
            "Shares were tested in pairs, and more than one measure was looked at: an adjusted p-value holds within its table only.",
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
        _page.Table(
            ["site", "stratum", "incidents", "drawn", "weight"],
            content.State.Cases.GroupBy(one => one.Site).OrderBy(site => site.Key).SelectMany(site => StratumLines(site.Key, site)));
        _page.Heading(3, "How far the two coders agree, before anybody decided");
        _page.Table(
            ["question", "the same answer", "Cohen's kappa", "Gwet's AC1"],
            content.State.Codings.Agreement.Select(one => (IReadOnlyList<string>)
                [one.Question, one.Agreed.Of == 0 ? StudyFigures.NotMeasured : Figures.Wilson(one.Agreed), Figures.Of(one.Kappa), Figures.Of(one.Gwet)]));
        _page.Heading(3, "Definitions");
        foreach (var measure in MeasureCatalog.All)
        {
            _page.Paragraph($"{measure.Name} ({measure.Id}). {measure.Sentence} Numerator: {measure.Numerator}. Denominator: {measure.Denominator}. Interval: {measure.Interval}. "
                + (measure.Direction is { } direction ? $"{(direction.HigherIsBetter ? "More" : "Less")} is better: {direction.Because}. " : "No direction is better by itself. ")
                + $"{measure.IsNot} Source: {measure.Source}.");
        }
    }

    // The size of a stratum is a count like others. A small one is read whole, and the site's table tells how many were read: where one is withheld, no number read is told.
    private IEnumerable<IReadOnlyList<string>> StratumLines(int site, IEnumerable<StudyCase> cases)
    {
        var strata = cases.GroupBy(one => one.Drawn.Stratum).OrderBy(stratum => stratum.Key, StringComparer.Ordinal).ToList();
        var isWhole = strata.TrueForAll(stratum => content.Results.Strata[site].Contains(stratum.Key));
        return strata.Select(stratum => (IReadOnlyList<string>)
        [
            SiteNames[site], stratum.Key,
            content.Results.Strata[site].Contains(stratum.Key) ? Figures.Count((int)Math.Round(stratum.Count() * stratum.First().Drawn.Weight)) : StudyFigures.Withheld,
            isWhole ? Figures.Count(stratum.Count()) : StudyFigures.Withheld, isWhole ? stratum.First().Drawn.Weight.ToString("0.00", CultureInfo.InvariantCulture) : StudyFigures.Withheld,
        ]);
    }
}
