using Credence.Evaluation;
using Credence.Screening;

namespace Credence.Cli.Evaluation;

/// <summary>Report on narratives that nobody has coded.</summary>
internal static class FlagReport
{
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
            new Section("Flagged", Listed(rate, Level.StrongIndication), Listed(rate, Level.PossibleIndication)),
        ]);

    private static Numbers Listed(FlagRate rate, Level level) => Numbers.Of(
        level == Level.StrongIndication ? "Strong" : "Possible",
        rate.Flags.Where(flag => flag.Level == level).Select(flag => flag.Number));
}
