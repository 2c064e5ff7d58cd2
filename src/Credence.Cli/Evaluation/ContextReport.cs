using Credence.Evaluation;

namespace Credence.Cli.Evaluation;

/// <summary>Report on annotated sentences.</summary>
internal static class ContextReport
{
    public static Report Of(string gold, string pack, ContextAccuracy accuracy) => new(
        $"{gold}: {Figures.Count(accuracy.Phrases)} annotated phrases",
        [
            new Section(
                "Context of a phrase",
                new Paragraph(
                    $"Read with the pack {pack}. Precision and recall with Wilson's interval; F1 follows from the share of right answers among all that were said or annotated, and has that share's limits. Clinical cues everywhere, "
                    + "ours too, were tuned on parts of the NegEx kit: figures on other text will be lower."),
                new Table(
                    ["", "annotated", "precision", "recall", "F1"],
                    [.. accuracy.Questions.Select(q => (IReadOnlyList<string>)
                    [
                        q.Question, $"{q.Matrix.Recall.Of}", Figures.Wilson(q.Matrix.Precision),
                        Figures.Wilson(q.Matrix.Recall), Figures.Of(q.F1),
                    ])])),
            new Section(
                "Confusions by line number",
                [
                    .. accuracy.Questions.SelectMany(q => new Block[]
                    {
                        Numbers.Of($"Said {q.Question}, but not annotated", q.FalsePositives),
                        Numbers.Of($"Annotated {q.Question}, but not said", q.FalseNegatives),
                    }),
                    Numbers.Of("Left out, because the sentence does not hold the phrase", accuracy.NotLocated),
                ]),
        ]);
}
