using System.Globalization;
using Credence.Cli.Wording;
using Credence.Disclosure;
using Credence.Evaluation.Measures;

namespace Credence.Cli.Studies;

/// <summary>The part of the report that compares: groups within a site, units with themselves, sites with each other.</summary>
internal sealed partial class StudyReport
{
    /// <summary>Measures whose groups are held against each other.</summary>
    public static readonly IReadOnlyList<string> Compared = ["missed", "arrested-or-cited", "screener-recall"];

    /// <summary>Measures on which sites are held against each other.</summary>
    public static readonly IReadOnlyList<string> BetweenSites = ["coded-trafficking", "missed", "false-label", "arrested-or-cited", "screener-recall"];

    private const string Adjusted = "P-values are adjusted for all that is tested in a table, at every site (Holm 1979); each interval stands for itself and is not adjusted.";

    private static readonly IReadOnlyList<Breakdown> Groups = [Breakdown.Sex, Breakdown.Age, Breakdown.Race, Breakdown.Nationality, Breakdown.Type];

    private void Disparities()
    {
        _page.Heading(2, "Disparities by sex, age, race, nationality and type");
        _page.Paragraph($"Each group within one site, and its difference in percentage points from the largest group of that site. {Adjusted} "
            + "A difference has many causes; it is a reason to look, and no proof of bias. Groups are as recorded of the person at risk; what no record says is not measured. "
            + "Groups of which nothing can be told stand together, without their names.");
        foreach (var id in Compared.Take(2)) TellGroups(Find(id), Groups);
        _page.Heading(3, Find("minor-40a").Name);
        TellGroups(Find("minor-40a"), [Breakdown.Sex, Breakdown.Race]);
    }

    private void Screener()
    {
        _page.Heading(2, "The screener itself");
        Tell("indicated", "screener-recall", "screener-precision", "missed-by-screener");
        _page.Heading(3, "What the screener finds, by group");
        TellGroups(Find("screener-recall"), [.. Groups, Breakdown.Unit]);
    }

    private void TellGroups(Measure measure, IReadOnlyList<Breakdown> breakdowns)
    {
        if (measure.Basis == MeasureBasis.Readings && !content.IsRead) return;
        foreach (var by in breakdowns)
        {
            var groups = content.Results.By(measure, by);
            if (StudyResults.AreUnrecorded(groups))
            {
                _page.Paragraph($"{measure.Name}, by {WordOf(by)}: not measured; no row that was read records it.");
                continue;
            }

            if (Silence(groups) is { } silence)
            {
                _page.Paragraph($"{measure.Name}, by {WordOf(by)}: {char.ToLowerInvariant(silence[0])}{silence[1..]}");
                continue;
            }

            _page.Captioned(
                $"{measure.Name}, by {WordOf(by)}, of {measure.Denominator}", ["site", WordOf(by), .. Heads(measure).Take(1), "difference in points", "adjusted p"], Lines(groups));
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Lines(IReadOnlyList<ToldGroup> groups)
    {
        var contrasts = StudyContrasts.Within(groups).ToDictionary(one => (one.Site, one.Contrast.First), one => one.Contrast);
        foreach (var site in groups.GroupBy(told => told.Group.Site))
        {
            var folded = FoldedGroups.Of([.. site]);
            foreach (var told in folded.Named) yield return [site.Key, told.Group.Group, StudyFigures.Of(told, 0), .. Against(contrasts.GetValueOrDefault((site.Key, told.Group.Group)))];
            if (folded.Others.Count > 0) yield return [site.Key, folded.Name, StudyFigures.OfOthers(folded), .. Against(null)];
        }
    }

    private static string[] Against(NamedContrast? contrast) => contrast is null ? ["–", "–"]
        : [$"{StudyFigures.Points(contrast.Contrast.Difference)} from {contrast.Second}", StudyFigures.P(contrast.AdjustedP)];

    private void Wording()
    {
        _page.Heading(2, "Wording, by unit");
        _page.Paragraph($"Words that judge a person instead of describing what happened: reports that suggest trafficking against the same unit's other reports. {WordingRatesText.Caution} Each interval stands for itself: of many lines some differ by chance alone.");
        foreach (var site in content.State.Readings)
        {
            var told = content.Wording[site.Site];
            _page.Heading(3, site.Site);
            var lines = told.SelectMany(unit => unit.Rates.Where(IsWorthALine)).Count();
            var shown = WordingLines(told).ToList();
            if (shown.Count > 0)
            {
                _page.Table(WordingHead, shown);
            }

            _page.Paragraph($"{(lines > shown.Count ? string.Create(CultureInfo.InvariantCulture, $"{lines - shown.Count:N0} of {lines:N0} lines are withheld: counts are small, or would give small ones away. ") : "")}"
                + $"{site.Wording.Count - told.Count} of {site.Wording.Count} units are not compared: fewer than {Plan.K} reports in one of the two groups. Kinds without a flag in either group have no line.", "source");
        }
    }

    private void Sites()
    {
        _page.Heading(2, "The sites beside each other");
        if (SiteNames.Count < 2)
        {
            _page.Paragraph("One site was given: there is nothing to compare.");
            return;
        }

        _page.Paragraph($"Differences in percentage points between every two sites, in the order given. {Adjusted} \"At a common mix\" is what a site's share would be "
            + "if its incidents were of the same types (sex, labor, both) as those of all sites together, by what readers say of those read; nothing else is adjusted for. Sites differ in much that no table holds; a difference is a question, not a finding about an agency.");
        foreach (var measure in BetweenSites.Select(Find).Where(measure => measure.Basis == MeasureBasis.Record || content.IsRead))
        {
            _page.Heading(3, measure.Name);
            if (Silence(content.Results.Whole(measure)) is { } silence)
            {
                _page.Paragraph(silence);
                continue;
            }

            _page.Together(() => Sites(measure));
        }
    }

    private void Sites(Measure measure)
    {
        _page.Paragraph($"Of {measure.Denominator}.");
        if (StudyContrasts.Between(content.Results, measure) is { Count: > 0 } contrasts)
            _page.Table(["sites", "difference in points", "adjusted p"], contrasts.Select(contrast => (IReadOnlyList<string>)
                [$"{contrast.First} less {contrast.Second}", StudyFigures.Points(contrast.Contrast.Difference), StudyFigures.P(contrast.AdjustedP)]));
        if (!measure.By.Contains(Breakdown.Type))
        {
            _page.Paragraph("At a common mix of types: not made. The answer decides whether an incident has a type.", "source");
            return;
        }

        var mix = StudyContrasts.AtCommonMix(content.Results, measure);
        if (mix.All(share => share is null)) _page.Paragraph("At a common mix of types: withheld, since a count that it needs is.", "source");
        else _page.Table(["site", .. Heads(measure).Take(1), "at a common mix of types"], mix.Select((share, site) => (IReadOnlyList<string>)
            [SiteNames[site], StudyFigures.Of(Whole(measure, site), 0), share is null ? StudyFigures.Withheld : double.IsNaN(share.Share.Value) ? $"not to be had: no {string.Join(", no ", share.Lacks)}" : StudyFigures.Share(share.Share)]));
    }

    private static string WordOf(Breakdown by) => by == Breakdown.Unit ? "who identified it" : by.ToString().ToLowerInvariant();
}
