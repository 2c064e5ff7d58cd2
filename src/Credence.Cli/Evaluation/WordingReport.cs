using Credence.Cli.Wording;
using Credence.Evaluation;

namespace Credence.Cli.Evaluation;

/// <summary>Section on labels in narratives of which people have said whether they hold one.</summary>
internal static class WordingReport
{
    public static Section Of(WordingAccuracy accuracy) => new(
        "Wording: is a stigmatizing noun in the place of a person?",
        new Paragraph(
            $"{accuracy.Matrix.Total} narratives on which the coders agree, held against flags of the kind label; intervals as at level 1. Nobody coded the other kinds. "
            + $"Narratives with a flag of each kind: {string.Join(", ", accuracy.Flagged.Select(pair => $"{WordingWords.Of(pair.Key)} {pair.Value}"))}."),
        new Table(
            ["", "as coded", "design-weighted"],
            [
                ["precision", Figures.Wilson(accuracy.Matrix.Precision), Figures.Of(accuracy.WeightedPrecision)],
                ["recall", Figures.Wilson(accuracy.Matrix.Recall), Figures.Of(accuracy.WeightedRecall)],
                ["F1", Figures.Of(accuracy.F1), Figures.Of(accuracy.WeightedF1)],
            ]),
        Numbers.Of("Flagged, but coded as without", accuracy.FalsePositives),
        Numbers.Of("Not flagged, but coded as with", accuracy.FalseNegatives),
        Numbers.Of("Left out, because the coders disagree", accuracy.Disagreed));
}
