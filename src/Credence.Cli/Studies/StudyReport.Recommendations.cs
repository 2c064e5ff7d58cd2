using System.Globalization;
using Credence.Evaluation.Measures;

namespace Credence.Cli.Studies;

/// <summary>What the study's authors recommend, and which of it this report measures: for whoever asks what to do next.</summary>
internal sealed partial class StudyReport
{
    /// <summary>The five recommendations of the article (Farrell and others 2019), in our words, with the measures that speak to each.</summary>
    public static readonly IReadOnlyList<(string Says, IReadOnlyList<string> Measures)> Recommended =
    [
        ("1. Teach patrol and every other unit to recognize trafficking and to classify it", ["read-identified-by", "missed", "false-label", "screening-coverage", "training-coverage"]),
        ("2. Have policies against arresting victims for evidence or for their safety", ["arrested-or-cited", "arrest-reason", "refused-reason", "minor-40a"]),
        ("3. Put the person first", ["needs-first", "told-again", "new-interviewer"]),
        ("4. Work with providers, and refer after a report", ["help-written", "referral-consented", "referral-sent", "referral-accepted", "referral-started", "need-met"]),
        ("5. Ask people what justice would be for them", ["wishes-asked", "wishes-answered", "wishes-honored"]),
    ];

    private static readonly IReadOnlyList<string> States = ["told", StudyFigures.Withheld, StudyFigures.NotMeasured];

    private static IReadOnlyList<Measure> Measures => [.. MeasureCatalog.All.Where(measure => measure.Basis != MeasureBasis.ServiceSide)];

    private void Recommendations() => _page.Together(() =>
    {
        _page.Heading(2, "The study's five recommendations, and what this report has on each");
        _page.Paragraph("A figure does not say that a recommendation was followed or not, and none of them is a mark. What is not measured is the first thing to record: what nobody counts, nobody can better. "
            + "What to do is for the agency to say, together with advocates and survivors.");
        _page.Table(
            ["the study asks for", "told here", "withheld", "not measured"],
            Recommended.Select(one => (IReadOnlyList<string>)[one.Says, .. States.Select(state => Named(one.Measures.Select(Find).Where(measure => StateOf(measure) == state)))]), 28, 24, 24, 24);
        _page.Paragraph("Told: at one site or more. Recommendations in our words, after Farrell and others 2019.", "source");
    });

    private static string Named(IEnumerable<Measure> measures) => measures.Select(measure => measure.Name).ToList() is { Count: > 0 } names ? string.Join("; ", names) : "–";

    // At the site that tells most.
    private string StateOf(Measure measure) => States.First(state => Enumerable.Range(0, SiteNames.Count).Any(site => StateOf(measure, site) == state));

    private string StateOf(Measure measure, int site)
    {
        if (measure.Basis == MeasureBasis.ServiceSide)
        {
            var figure = AggregateOf(content.Aggregates.FirstOrDefault(count => count.Site == SiteNames[site] && count.Measure == measure));
            return States.Contains(figure, StringComparer.Ordinal) ? figure : "told";
        }

        if (measure.Basis == MeasureBasis.Readings && !content.IsRead) return StudyFigures.NotMeasured;
        var whole = Whole(measure, site);
        return whole.Group.IsNotMeasured ? StudyFigures.NotMeasured : Enumerable.Range(0, measure.Told).Any(whole.IsTold) ? "told" : StudyFigures.Withheld;
    }

    private static string YearsOf(IReadOnlyList<MeasureRow> rows)
    {
        var years = rows.Select(row => row.Year).OfType<int>().ToList();
        return years.Count == 0 ? "not recorded"
            : years.Min() == years.Max() ? years.Min().ToString(CultureInfo.InvariantCulture)
            : FormattableString.Invariant($"{years.Min()}–{years.Max()}");
    }
}
