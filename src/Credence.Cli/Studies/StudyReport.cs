using System.Globalization;
using Credence.Cli.Evaluation;
using Credence.Disclosure;
using Credence.Evaluation.Measures;
using Credence.Screening;

namespace Credence.Cli.Studies;

/// <summary>Everything that a report is made of.</summary>
internal sealed record StudyContent(
    StudyState State, StudyResults Results, IReadOnlyList<AggregateCount> Aggregates, HiddenEstimate Hidden, bool IsHiddenWorkedExample)
{
    public StudyPlan Plan => State.Plan;

    /// <summary>Wording by site, as far as it may be told.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Credence.Wording.WordingRates>> Wording { get; init; }

    /// <summary>Themes of interviews, or null if none were given.</summary>
    public StudyThemes? Themes { get; init; }

    public bool IsRead => State.Codings.IsComplete;
}

/// <summary>The report of a study: one page that prints. Rules first, then every question of the study, then what it cannot say and how everything is defined.</summary>
internal sealed partial class StudyReport(StudyContent content)
{
    private const int MostAcross = 3;

    private readonly HtmlPage _page = new("A study of the police response to human trafficking");

    public static string Of(StudyContent content)
    {
        var report = new StudyReport(content);
        report.FirstPage();
        report.Overview();
        report.Recommendations();
        report.Identified();
        report.Classified();
        report.Arrested();
        report.Helped();
        report.Disparities();
        report.Wording();
        report.Screener();
        report.Sites();
        report.Joint();
        report.Hidden();
        report.Limits();
        report.Methods();
        return report._page.ToString();
    }

    private StudyPlan Plan => content.Plan;

    private IReadOnlyList<string> SiteNames => content.Results.Sites;

    private void FirstPage()
    {
        _page.Heading(1, "A study of the police response to human trafficking");
        if (Plan.Notice is { } notice) _page.Notice([notice]);
        _page.Paragraph($"{string.Join(", ", SiteNames)}. Purpose: {Plan.Purpose}. Made by Credence {Plan.Credence}.");
        _page.Notice(["What may be done with it", .. UseOfFindings.Rules]);
        _page.Paragraph("This report is derived from Farrell, Dank and others, Failing victims? (Criminology & Public Policy 18, 2019). The study's own coding instrument "
            + "is not published: the definitions here are ours, and each is given in the appendix with its source. Every share says of what it is a share, and comes with an interval "
            + "of 95 %. Potential and confirmed victims, and what is estimated, are never added up. Sites stand in the order in which they were given: it is no order of merit, "
            + "and no table ranks them.");
        _page.Paragraph(string.Create(CultureInfo.InvariantCulture,
            $"Counts of fewer than {Plan.K} are withheld, and others with them that would give them away; so is every share that rests on one. "
            + $"Of {content.Results.Cells:N0} cells behind the figures, {content.Results.Withheld:N0} are withheld. \"Not measured\" means that nobody recorded or coded it. "
            + $"\"Weighted\" is a share of all incidents behind the sample: each that was read counts for as many as it was drawn for, and the raw counts in brackets give another share."));
        if (!content.IsRead) _page.Notice([$"Not finished: {Unfinished}. Until then, only what the record itself tells is measured."]);
        _page.Contents();
    }

    private string Unfinished
    {
        get
        {
            var codings = content.State.Codings;
            var missing = string.Join(", ", codings.Missing.Where(coder => coder.Missing > 0).Select(coder => FormattableString.Invariant($"{coder.Coder} has {coder.Missing:N0} of {coder.Cases:N0} cases to code")));
            return missing.Length > 0 ? missing : codings.Undecided > 0 ? $"{codings.Undecided} differences between the coders are to be decided" : "a sheet has problems";
        }
    }

    private void Overview()
    {
        _page.Heading(2, "Three denominators, never one");
        _page.Paragraph("What is coded as trafficking, what readers find, and what no list holds are three different things.");
        var (coded, read, confirmed) = (Find("coded-trafficking"), Find("read-possible"), Find("confirmed"));
        IReadOnlyList<string> Line(string what, Func<int, string> of) => [what, .. Enumerable.Range(0, SiteNames.Count).Select(of)];
        _page.Table(
            ["", .. SiteNames],
            [
                Line("years of the incidents", site => YearsOf(content.State.Rows[site])),
                Line("incidents", site => Figures.Count(content.State.Rows[site].Count)),
                Line("coded as trafficking", site => StudyFigures.Of(Whole(coded, site), 0)),
                Line("drawn and read", site => content.IsRead ? Figures.Count(content.State.Cases.Count(one => one.Site == site)) : "not yet"),
                Line("readers see a possible victim: estimated incidents", site => StudyFigures.Total(Whole(read, site), 0)),
                Line("of these confirmed, of those read", site => StudyFigures.Of(Whole(confirmed, site), 0)),
                Line("measures told, withheld, not measured", site => string.Join(", ", States.Select(state => Measures.Count(measure => StateOf(measure, site) == state)))),
            ]);
        _page.Paragraph("What no list holds stands in no column here: it would be an estimate of people, not of incidents. See Hidden population. "
            + "A site of which most is withheld has too few incidents for tables that may go outside: more years, or several agencies as one site, tell more.", "source");
    }

    private void Identified()
    {
        _page.Heading(2, "Who identified, and who began it");
        Tell("identified-by", "read-identified-by", "begun-by");
    }

    private void Classified()
    {
        _page.Heading(2, "How incidents were classified");
        Tell("coded-trafficking", "read-possible", "read-type", "confirmed");
        _page.Heading(2, "Misclassification, both ways");
        _page.Paragraph("A miss is an incident in which readers see a possible victim and that no code calls trafficking. A false label is the reverse: a trafficking code, and nobody whom readers see as a possible victim.");
        Tell("missed", "false-label", "missed-among-others");
    }

    private void Arrested()
    {
        _page.Heading(2, "Possible victims arrested or cited");
        Tell("arrested-or-cited", "arrest-reason", "refused-reason", "minor-40a", "sold-without-victim", "victim-refused", "charges");
    }

    private void Helped()
    {
        _page.Heading(2, "Help, referrals and wishes");
        Tell("help-written");
        _page.Heading(3, "From the service side, as counts");
        if (content.Aggregates.Count == 0)
        {
            _page.Paragraph($"Not measured: no counts of the service side were given (--aggregates). They would tell: {string.Join(", ", MeasureCatalog.Of(MeasureBasis.ServiceSide).Select(measure => measure.Name.ToLowerInvariant()))}.");
            return;
        }

        var measures = ServiceMeasures;
        _page.Table(ServiceHead, ServiceLines());
        _page.Paragraph($"Only counts pass from the service side, small ones withheld there, and here those that would give one away. {string.Concat(measures[true].Where(measure => measure.Direction is not null).Select(measure => $"{measure.Name}: {DirectionOf(measure)}"))}"
            + $"{measures[true].First().IsNot}", "source");
        if (measures[false].Any()) _page.Paragraph($"Not measured at any site: {string.Join(", ", measures[false].Select(measure => measure.Name.ToLowerInvariant()))}.", "source");
    }

    // Those that a file gives at some site, and the others.
    private ILookup<bool, Measure> ServiceMeasures => MeasureCatalog.Of(MeasureBasis.ServiceSide).ToLookup(measure => content.Aggregates.Any(count => count.Measure == measure && SiteNames.Contains(count.Site)));

    private string AggregateOf(AggregateCount? count) => count switch
    {
        null => StudyFigures.NotMeasured,
        { Share: { Of: > 0 } share } when !Credence.Wording.SmallCells.Holds(share) || Plan.K < Credence.Wording.SmallCells.Least =>
            string.Create(CultureInfo.InvariantCulture, $"{StudyFigures.Share(new Statistics.Estimate(share.Share, share.Wilson()))} ({share.Count:N0} of {share.Of:N0})"),
        { Share: { Of: 0 } } => "0 of 0",
        _ => StudyFigures.Withheld,
    };

    private void Tell(params ReadOnlySpan<string> ids)
    {
        foreach (var id in ids) Tell(Find(id));
    }

    private void Tell(Measure measure)
    {
        _page.Together(() => Tell(measure, content.Results.Whole(measure)));
    }

    private void Tell(Measure measure, IReadOnlyList<ToldGroup> whole)
    {
        _page.Heading(3, measure.Name);
        _page.Paragraph(measure.Sentence);
        if (measure.Basis == MeasureBasis.Readings && !content.IsRead)
        {
            _page.Paragraph("Not measured yet: the readings are not finished.");
            return;
        }

        if (Silence(whole) is { } silence)
        {
            _page.Paragraph($"{silence} It would be of {measure.Denominator}. {DirectionOf(measure)}{measure.IsNot}", "source");
            return;
        }

        // Many answers are read downwards, so that they fit on paper.
        if (measure.Told > MostAcross)
            _page.Table(["answer", .. whole.Select(told => told.Group.Site)], Heads(measure).Select((head, share) => (IReadOnlyList<string>)[head, .. whole.Select(told => StudyFigures.Of(told, share))]));
        else
            _page.Table(["site", .. Heads(measure)], whole.Select(told => (IReadOnlyList<string>)[told.Group.Site, .. Enumerable.Range(0, measure.Told).Select(share => StudyFigures.Of(told, share))]));
        if (measure.Told == 1)
            _page.Figure(IntervalPlot.Of(measure.Name, [.. whole.Select(told => (told.Group.Site, told.Share(0)?.Share, told.Group.IsNotMeasured ? StudyFigures.NotMeasured : StudyFigures.Withheld))]),
                $"{measure.Name}: share and 95 % interval, of {measure.Denominator}.");
        _page.Paragraph($"Of {measure.Denominator}. {DirectionOf(measure)}{measure.IsNot}", "source");
    }

    private static string DirectionOf(Measure measure) => measure.Direction is { } direction ? $"{(direction.HigherIsBetter ? "More" : "Less")} is better: {direction.Because}. " : "";

    // Where no site tells a figure, a sentence says why instead of a table.
    private static string? Silence(IReadOnlyList<ToldGroup> groups)
    {
        if (groups.Any(told => !told.Group.IsNotMeasured && Enumerable.Range(0, told.Group.Measure.Told).Any(told.IsTold))) return null;
        if (groups.All(told => told.Group.IsNotMeasured)) return "Not measured at any site: nobody recorded or coded it.";
        var silent = groups.Where(told => told.Group.IsNotMeasured).Select(told => told.Group.Site).Except(groups.Where(told => !told.Group.IsNotMeasured).Select(told => told.Group.Site)).ToList();
        return silent.Count == 0 ? "Withheld at every site: counts are small, or would give small ones away."
            : $"Not measured at {string.Join(", ", silent)}: nobody recorded or coded it. Withheld elsewhere: counts are small, or would give small ones away.";
    }

    private static IEnumerable<string> Heads(Measure measure) =>
        measure.Answers.Take(measure.Told).Select(answer => measure.Told == 1 && answer == MeasureWords.Yes ? "share" : answer.Replace('-', ' '));

    private static Measure Find(string id) => MeasureCatalog.Find(id)!;

    private ToldGroup Whole(Measure measure, int site) => content.Results.Whole(measure)[site];
}
