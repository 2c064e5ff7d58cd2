using Credence.Evaluation;
using Credence.Screening;

namespace Credence.Cli.Evaluation;

/// <summary>Report on narratives that nobody has coded.</summary>
internal static class FlagReport
{
    // Few enough to be judged one by one from the page.
    private const int MostInTable = 60;

    public static Report Of(string gold, FlagRate rate) => new(
        $"{gold}: {Figures.Count(rate.Either.Of)} narratives without codes",
        [
            new Section(
                "Flags per 1,000",
                new Paragraph("Exact 95 % intervals. A flag is not an error: each is listed for a person to judge."),
                new Table(
                    ["", "per 1,000"],
                    [
                        ["strong", Figures.PerThousand(rate.Strong)],
                        ["possible", Figures.PerThousand(rate.Possible)],
                        ["either", Figures.PerThousand(rate.Either)],
                        ["not screened", Figures.PerThousand(rate.NotScreened)],
                    ])),
            .. rate.Flags.Any(flag => flag.Judged.Judgment != FlagJudgment.NotJudged) ? [Judged(rate)] : Array.Empty<Section>(),
            rate.Flags.Count is > 0 and <= MostInTable
                ? new Section("Flagged", InTable(rate))
                : new Section("Flagged", new Paragraph(
                    $"{Figures.Count(rate.Flags.Count)} narratives, too many to judge from a page: credence screen writes each with its "
                    + "reason, and --json their numbers. A page that people pass on is no place for a list of those whom police met.")),
        ]);

    private static Section Judged(FlagRate rate) => new(
        "Flags as judged by a person who read them",
        [
            new Table(
                ["", "per 1,000 narratives"],
                [.. new[] { FlagJudgment.Right, FlagJudgment.Arguable, FlagJudgment.Wrong, FlagJudgment.NotJudged }
                    .Select(judgment => (IReadOnlyList<string>)[Word(judgment), Figures.PerThousand(rate.Judged(judgment))])]),
            .. rate.Flags.GroupBy(flag => flag.Judged)
                .OrderBy(flags => flags.Key.Judgment).ThenBy(flags => flags.Key.Kind, StringComparer.Ordinal)
                .Select(flags => Numbers.Of(Caption(flags.Key), flags.Select(flag => flag.Number))),
        ]);

    private static string Caption(JudgedFlag judged) =>
        judged.Kind.Length > 0 ? $"{Word(judged.Judgment)}, {judged.Kind}" : Word(judged.Judgment);

    private static string Word(FlagJudgment judgment) =>
        judgment == FlagJudgment.NotJudged ? "not judged" : judgment.ToString().ToLowerInvariant();

    private static Table InTable(FlagRate rate) => new(
        ["incident", "level", "type", "signs"],
        [.. rate.Flags.OrderByDescending(flag => flag.Level).Select(flag => (IReadOnlyList<string>)
        [
            flag.Number.Value, flag.Level == Level.StrongIndication ? "strong" : "possible",
            flag.Type.ToString().ToLowerInvariant(), string.Join(", ", flag.Indicators),
        ])]);
}
