using Credence.Evaluation;

namespace Credence.Cli.Evaluation;

/// <summary>Report on narratives that people have coded.</summary>
internal static class ScreeningReport
{
    public static Report Of(string gold, ScreeningAccuracy accuracy) => new(
        $"{gold}: {Figures.Count(accuracy.Incidents)} coded narratives",
        [
            Possible(accuracy), Strong(accuracy), Rank(accuracy.Rank),
            .. accuracy.Open.Count > 0 ? [Open(accuracy.Open)] : Array.Empty<Section>(),
            Groups(accuracy.Groups), Confusions(accuracy),
            .. accuracy.Wording is { } wording ? [WordingReport.Of(wording)] : Array.Empty<Section>(),
            .. accuracy.Coders.Count > 0 ? [Coders(accuracy.Coders)] : Array.Empty<Section>(),
        ]);

    private static Section Possible(ScreeningAccuracy accuracy)
    {
        var at = accuracy.Possible;
        return new Section(
            "Level 1 and above: should a person be screened?",
            new Paragraph(
                $"{at.Matrix.Total} narratives on which the coders agree; as coded with Wilson's interval, weighted figures with limits put together from those of the strata "
                + "(docs/decisions/0031). F1 follows from the share of right flags among all that are flagged or coded, and has that share's limits. A large stratum of "
                + "which few were coded makes the weighted ones wide: it may hold what its sample does not show."),
            new Table(
                ["", "as coded", "design-weighted"],
                [
                    ["precision", Figures.Wilson(at.Matrix.Precision), Figures.Of(at.WeightedPrecision)],
                    ["recall", Figures.Wilson(at.Matrix.Recall), Figures.Of(at.WeightedRecall)],
                    ["F1", Figures.Of(at.F1), Figures.Of(at.WeightedF1)],
                ]),
            Numbers.Of("Flagged, but coded 0", at.FalsePositives),
            Numbers.Of("Not flagged, but coded 1 or 2", at.FalseNegatives),
            Numbers.Of("Left out, because the coders disagree", at.Disagreed),
            Numbers.Of("Not screened (counted as not flagged)", accuracy.NotScreened));
    }

    private static Section Strong(ScreeningAccuracy accuracy)
    {
        var at = accuracy.Strong;
        return new Section(
            "Level 2: do the facts suggest exploitation?",
            new Paragraph($"{at.Matrix.Recall.Of} narratives are coded 2: counts with exact intervals, and no claim."),
            new Table(
                ["", "exact interval"],
                [["precision", Figures.Exact(at.Matrix.Precision)], ["recall", Figures.Exact(at.Matrix.Recall)]]),
            Numbers.Of("Strong, but coded 0 or 1", at.FalsePositives),
            Numbers.Of("Not strong, but coded 2", at.FalseNegatives),
            Numbers.Of("Left out, because the coders disagree", at.Disagreed));
    }

    private static Section Rank(RankAccuracy rank) => new(
        "Order of the queue (level, then score)",
        new Paragraph(
            $"Areas for level 1 and above. By chance the ROC area is 0.500 and the precision-recall area is the share of "
            + $"cases, {Figures.Share(rank.Positives.Share)} as coded. ROC as coded with DeLong's interval, the others bootstrap. A draw from "
            + "the sample holds no case where the sample shows none: these intervals do not tell what the sample leaves open, as those above and the table below do."),
        new Table(
            ["", "as coded", "design-weighted"],
            [
                ["ROC area", Figures.Of(rank.RocArea), Figures.Of(rank.WeightedRocArea)],
                ["precision-recall area", Figures.Of(rank.PrecisionRecallArea), Figures.Of(rank.WeightedPrecisionRecallArea)],
            ]));

    private static Section Open(IReadOnlyList<StratumOpen> strata) => new(
        "What the sample leaves open",
        [
            new Paragraph(
                "A stratum of which only a part was coded may hold cases that no coder saw. For each: the cases among coded "
                + "narratives that were not flagged, how many that may be in the whole stratum at the upper end of the exact "
                + "95 % interval, and recall over all strata if it were so many. Narratives that are in no stratum are not "
                + "covered by any figure here."),
            new Table(
                ["stratum", "coded", "missed, of coded and not flagged", "at most missed in the stratum", "recall then"],
                [.. strata.Select(s => (IReadOnlyList<string>)
                [
                    s.Stratum, $"{s.Coded} of {Figures.Count(s.Pool)}", Figures.Exact(s.Missed),
                    Figures.Count(s.MissedAtMost), Figures.Share(s.RecallThen),
                ])]),
        ]);

    private static Section Groups(IReadOnlyList<GroupAccuracy> groups) => new(
        "Level 1 by group",
        new Paragraph(
            "Groups as the coders name them; Wilson's intervals as coded, limits put together from those of the strata where weighted. A group without "
            + "cases has no recall, and one without flags no precision."),
        new Table(
            ["by", "group", "narratives", "precision", "recall", "weighted precision", "weighted recall"],
            [.. groups.Select(g => (IReadOnlyList<string>)
            [
                g.By, g.Group, $"{g.Matrix.Total}", Figures.Wilson(g.Matrix.Precision), Figures.Wilson(g.Matrix.Recall),
                Figures.Of(g.WeightedPrecision), Figures.Of(g.WeightedRecall),
            ])]));

    private static Section Confusions(ScreeningAccuracy accuracy) => new(
        "Confusions",
        [
            new Paragraph(
                "Rows as coded, where the coders agree; columns as screened. Type and minor of narratives that are at level 1 "
                + "and were found."),
            .. Figures.Crossed("level", accuracy.Levels),
            .. Figures.Crossed("type", accuracy.Types),
            .. Figures.Confused("Type", accuracy.Types),
            .. Figures.Crossed("minor", accuracy.Minors),
            .. Figures.Confused("Minor", accuracy.Minors),
        ]);

    private static Section Coders(IReadOnlyList<CoderAgreement> coders) => new(
        "How far the coders agree",
        new Paragraph("Two coders who did not see each other's codes; Cohen's kappa, unweighted."),
        new Table(
            ["question", "agreement", "kappa"],
            [.. coders.Select(c => (IReadOnlyList<string>)[c.Question, Figures.Wilson(c.Agreed), Figures.Of(c.Kappa)])]));
}
