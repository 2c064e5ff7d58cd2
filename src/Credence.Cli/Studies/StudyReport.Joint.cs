using System.Globalization;
using Credence.Evaluation.Measures;

namespace Credence.Cli.Studies;

/// <summary>The joint display: what interviews say beside what the records measure. Neither proves the other.</summary>
internal sealed partial class StudyReport
{
    private void Joint()
    {
        if (content.Themes is not { } themes) return;
        _page.Heading(2, "Interviews beside the measures");
        var open = themes.Open > 0 ? FormattableString.Invariant($"; {themes.Open:N0} more are not coded yet and are in no count") : "";
        _page.Paragraph(FormattableString.Invariant($"Themes of {themes.Interviews:N0} coded interviews ({themes.Project}{open}) beside the measure that each speaks to. ")
            + "It counts interviews that say something, never how true or how frequent it is; an interview that does not say it was perhaps not asked. People who were interviewed were chosen, not drawn: "
            + "there is no interval. Where the two differ, it is a reason to look. What was said stays in the project of the interviews.");
        var spoken = themes.Themes.Where(theme => theme.SpeaksTo is not null).GroupBy(theme => theme.SpeaksTo!).ToList();
        foreach (var measure in spoken)
        {
            _page.Heading(3, measure.Key.Name);
            _page.Paragraph(measure.Key.Sentence);
            _page.Table(["theme", .. Places(measure)], MeasureLines(measure.Key, Places(measure)).Concat(measure.Select(theme => Line(theme, Places(measure)))));
        }

        var silent = themes.Themes.Where(theme => theme.SpeaksTo is null).ToList();
        if (silent.Count > 0) _page.Paragraph($"Themes that speak to no measure of this report: {string.Join("; ", silent.Select(theme => $"{theme.Path} ({theme.Sites.Sum(site => site.Interviews)} of {theme.Sites.Sum(site => site.Of)} interviews, {Passages(theme.Sites.Sum(site => site.Passages))})"))}.", "source");
        if (spoken.Count == 0) _page.Paragraph("No theme names a measure: a codebook says which by the field measure of a code.", "source");
    }

    // The sites of the study first, then whatever else interviews are of.
    private List<string> Places(IEnumerable<StudyTheme> themes) =>
        [.. SiteNames, .. themes.SelectMany(theme => theme.Sites).Select(site => site.Site).Distinct().Except(SiteNames).Order(StringComparer.Ordinal).Select(place => place.Length == 0 ? NoSite : place)];

    private IEnumerable<IReadOnlyList<string>> MeasureLines(Measure measure, List<string> places)
    {
        var given = content.Aggregates.ToDictionary(count => (count.Site, count.Measure.Id));
        string Of(string place, int share) => SiteNames.ToList().IndexOf(place) is var site && site < 0 ? "–"
            : measure.Basis == MeasureBasis.ServiceSide ? AggregateOf(given.GetValueOrDefault((place, measure.Id)))
            : measure.Basis == MeasureBasis.Readings && !content.IsRead ? StudyFigures.NotMeasured
            : StudyFigures.Of(Whole(measure, site), share);
        for (var share = 0; share < measure.Told; share++)
            yield return [measure.Told == 1 ? "the measure" : $"the measure: {measure.Answers[share]}", .. places.Select(place => Of(place, share))];
    }

    private static IReadOnlyList<string> Line(StudyTheme theme, List<string> places) =>
        [theme.Path, .. places.Select(place => theme.Sites.Where(site => site.Site == (place == NoSite ? "" : place)).Select(Cell).FirstOrDefault() ?? "no interview")];

    private static string Cell(ThemeSite site) => string.Create(CultureInfo.InvariantCulture, $"{site.Interviews:N0} of {site.Of:N0} interviews, {Passages(site.Passages)}");

    private static string Passages(int count) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "passage" : "passages")}");

    private const string NoSite = "no site named";
}
