using System.Text.Json;
using Credence.Cli.Evaluation;
using Credence.Wording;

namespace Credence.Cli.Wording;

/// <summary>Rates for programs; what is not told is null.</summary>
internal static class WordingRatesJson
{
    private static readonly JsonSerializerOptions Options = new(EvaluationJson.Options) { Encoder = WordingJson.Readable.Encoder };

    public static string Of(WordingRun run, IReadOnlyList<WordingRates> rates) => JsonSerializer.Serialize(
        new
        {
            run = WordingJson.RunOf(run),
            caution = WordingRatesText.Caution,
            smallestTold = SmallCells.Least,
            unitsNotCompared = rates.Count(unit => unit.Rates.Count == 0),
            units = rates.Where(unit => unit.Rates.Count > 0).Select(unit => new
            {
                unit = WordingWords.Of(unit.Unit),
                indicated = unit.Indicated,
                others = unit.Others,
                rates = unit.Rates.Select(rate => new { kind = WordingWords.Of(rate.Kind), figures = FiguresOf(rate.Figures) }),
            }),
        },
        Options);

    private static object? FiguresOf(WordingFigures? figures) => figures is null ? null : new
    {
        indicated = figures.Reports.First,
        others = figures.Reports.Second,
        difference = figures.Reports.Difference(),
        indicatedPerThousand = figures.IndicatedPerThousand,
        othersPerThousand = figures.OthersPerThousand,
        perThousandDifference = figures.PerThousandDifference,
    };
}
