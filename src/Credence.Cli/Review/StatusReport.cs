using System.Globalization;
using Credence.Cli.Evaluation;
using Credence.Review;
using Credence.Statistics;

namespace Credence.Cli.Review;

/// <summary>How the state of a review reads.</summary>
internal static class StatusReport
{
    public static Report Of(string name, ReviewStatus status) => new(
        $"{name}: {Figures.Count(status.Read)} of {Figures.Count(status.Incidents)} incidents read",
        [Read(status), .. Agreement(status), Stop(status)]);

    private static Section Read(ReviewStatus status) => new(
        "Read",
        new Table(
            ["possible victim", "incidents"],
            [.. status.Decided.Select(decided => (IReadOnlyList<string>)[decided.Key, Figures.Count(decided.Value)])]),
        new Table(
            ["reader", "readings"],
            [.. status.ReadingsByReader.Select(own => (IReadOnlyList<string>)[own.Key, Figures.Count(own.Value)])]),
        Numbers.Of("Readers differ, nobody has decided", status.Disputed),
        Numbers.Of("Read again by the same reader; both readings are kept", status.ReadAgain));

    private static IEnumerable<Section> Agreement(ReviewStatus status) => status.Agreement.Count == 0 ? [] :
    [
        new Section(
            $"Agreement on {Figures.Count(status.DoubleRead)} incidents read by two",
            new Table(
                ["question", "agree", "Krippendorff's alpha", "Gwet's AC1"],
                [.. status.Agreement.Select(figure => (IReadOnlyList<string>)
                    [figure.Question, Figures.Share(figure.Agreement), Of(figure.Krippendorff), Of(figure.Gwet)])]),
            new Paragraph("By the first reading of each, before anybody decided between them. Alpha is low where nearly all say no, however well they agree; AC1 is not.")),
    ];

    private static Section Stop(ReviewStatus status)
    {
        var (stop, budget) = (status.Stop, status.Budget);
        var recall = $"{(stop.Recall * 100).ToString("0.##", CultureInfo.InvariantCulture)} %";
        return new Section(
            stop.MayStop ? "Reading may stop" : "Reading may not stop yet",
            new Paragraph(stop.Found == 0 ? stop.Sentence
                : stop.Sentence + " It counts what these readers would call possible, in these files; nobody knows what was never written down."),
            new Paragraph(
                $"Still to be read, if not one more is found: {Figures.Count(budget.LeastIncidents)} incidents, about "
                + $"{Figures.Count(budget.LeastReadings)} readings, {Figures.Count(budget.SecondReadingsDue)} of them second readings that are due."
                + (budget.AuditSize is { } audit
                    ? $" Then an audit of {Figures.Count(audit)} unread incidents drawn by lot would, if it finds none, show {recall} by itself." : "")));
    }

    private static string Of(Estimate estimate) => Figures.Of(estimate);
}
