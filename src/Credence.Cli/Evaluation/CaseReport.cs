using Credence.Evaluation;

namespace Credence.Cli.Evaluation;

/// <summary>Report on summaries of prosecuted cases.</summary>
internal static class CaseReport
{
    public static Report Of(string gold, CaseAccuracy accuracy, ClassificationAccuracy classified) => new(
        $"{gold}: {accuracy.Flagged.Of} summaries of prosecuted cases", [Found(accuracy), Types(accuracy), Minors(accuracy), Elements(classified)]);

    private static Section Found(CaseAccuracy accuracy) => new(
        "Found",
        new Paragraph("Every case is trafficking, so there is recall and no precision. Lawyers wrote the summaries afterwards."),
        new Table(
            ["", "share"],
            [
                ["strong or possible, all", Figures.Wilson(accuracy.Flagged)],
                [$"strong or possible, over {CaseAccuracy.LongSummary} characters", Figures.Wilson(accuracy.FlaggedLong)],
                [$"strong, over {CaseAccuracy.LongSummary} characters", Figures.Wilson(accuracy.StrongLong)],
            ]),
        Numbers.Of($"Not flagged, over {CaseAccuracy.LongSummary} characters", accuracy.NotFlaggedLong));

    private static Section Types(CaseAccuracy accuracy) => new(
        "Sex told from labor",
        [
            new Paragraph(
                $"Summaries over {CaseAccuracy.LongSummary} characters whose statutes are clear: 18 U.S.C. 1591 is sex; 1581 to 1590 "
                + "and 1592 are labor; both or neither is not clear and not counted. The statutes are those in the bracketed "
                + "list of the cell; the second column takes every section in the cell. A summary may tell of both kinds "
                + "where one was charged: \"both\" is counted apart."),
            new Table(
                ["", "statutes listed", "any part of the cell"],
                [
                    ["right", Figures.Wilson(accuracy.TypeByList.Right), Figures.Wilson(accuracy.TypeByAnyPart.Right)],
                    ["both", Figures.Wilson(accuracy.TypeByList.Both), Figures.Wilson(accuracy.TypeByAnyPart.Both)],
                    [
                        "right, where one type was said",
                        Figures.Wilson(accuracy.TypeByList.RightOfOneType), Figures.Wilson(accuracy.TypeByAnyPart.RightOfOneType),
                    ],
                ]),
            .. Figures.Crossed("statutes listed", accuracy.TypeByList.Comparisons),
            .. Figures.Confused("Charged as", accuracy.TypeByList.Comparisons),
        ]);

    private static Section Minors(CaseAccuracy accuracy) => new(
        "Minors",
        new Paragraph(
            $"Victims under 18 as recorded ({accuracy.Minors.Total} cases with a number) against a minor said by the screener. "
            + "The record knows more than the summary tells, so recall has a ceiling below 1."),
        new Table(
            ["", "figure"],
            [
                ["precision", Figures.Wilson(accuracy.Minors.Precision)],
                ["recall", Figures.Wilson(accuracy.Minors.Recall)],
                ["F1", Figures.Of(accuracy.MinorsF1)],
            ]),
        Numbers.Of("A minor said, none recorded", accuracy.MinorsWronglySaid),
        Numbers.Of("A minor recorded, none said", accuracy.MinorsNotSaid));

    private static Section Elements(ClassificationAccuracy classified) => new(
        "Elements, as the classifier reads them",
        [
            new Paragraph(
                $"Summaries over {CaseAccuracy.LongSummary} characters. A code is proposed only where the words support every element of it; "
                + "where one is unknown, the case is reviewed. A summary tells what a prosecutor chose to tell, so elements are "
                + "missing that the court had. \"Charged\" is the bracketed list of statutes, as above."),
            .. Figures.Crossed("charged", classified.Proposed),
            new Table(
                ["clear cases", "share"],
                [
                    ["every element of the code charged supported", Figures.Wilson(classified.Supported)],
                    ["supported, or reviewed as possibly that code", Figures.Wilson(classified.SupportedOrReview)],
                    ["the code charged, where one code alone is supported", Figures.Wilson(classified.RightCode)],
                ]),
            new Table(["charged", "element", "supported"], [.. classified.Elements.Select(element => (IReadOnlyList<string>)
                [element.Charged, element.Element, Figures.Wilson(element.Supported)])]),
            new Paragraph(
                $"Under 18 in commercial sex, as an element, against victims under 18 as recorded (cases charged as sex with a number, {classified.Minors.Total}): "
                + $"precision {Figures.Wilson(classified.Minors.Precision)}, recall {Figures.Wilson(classified.Minors.Recall)}. "
                + $"In {classified.ByAgeAlone} cases charged as sex the age alone supports 64A, and no means are told."),
        ]);
}
