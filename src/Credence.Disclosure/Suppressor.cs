using Credence.Evaluation.Release;

namespace Credence.Disclosure;

/// <summary>
/// Chooses which further counts to withhold (secondary suppression), so that no withheld count can be figured out more closely
/// than promised, and as little as possible is lost. The best choice is looked for by cuts: whatever choice the master programme
/// makes is attacked, and each attack that succeeds tells it what a choice must hold (Fischetti and Salazar 2000).
/// </summary>
public static class Suppressor
{
    // Rounds that may look for fewer people where fewer cells are out of the question.
    private const int Polish = 20;

    /// <summary>The best choice within the effort, or why there is none.</summary>
    public static SuppressionOutcome Suppress(LinkedTables tables, Effort? effort = null, CancellationToken cancellation = default)
    {
        if (tables.Rule.KeepWhole && tables.Tables.Any(table => table.Counts[table.Whole] is { } whole && tables.Rule.IsSensitive(whole)))
        {
            return new CannotProtect("found fewer people in all than the smallest count that may be published, expected a whole that can be kept");
        }

        return new CheapestPattern(tables).Find(CheapestPattern.Required(tables), cancellation) is { } start
            ? Improve(tables, effort ?? Effort.Usual, start, cancellation)
            : new CannotProtect("found counts that could be figured out more closely than promised even if every other one were withheld, expected a "
                + "whole that may be withheld, fewer categories, or an earlier release that leaves room");
    }

    private static Suppressed Improve(LinkedTables tables, Effort effort, bool[] best, CancellationToken cancellation)
    {
        var (examination, pattern) = (new Examination(tables), new CheapestPattern(tables));
        using var master = new Master(tables);
        for (var round = 0; round < effort.Rounds && (master.Bound < LossOf(tables, best) || round < Polish); round++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (master.Choose(effort.Nodes) is not { } choice) { break; }

            var gaps = examination.Gaps(choice, cancellation);
            if ((gaps.Count == 0 ? choice : pattern.Find(choice, cancellation)) is { } safe && master.CostOf(safe) < master.CostOf(best)) { best = safe; }

            if (gaps.Count == 0) { break; }

            foreach (var gap in gaps) { master.Cut(gap, choice); }
        }

        return new Suppressed(tables, best, master.Bound);
    }

    private static int LossOf(LinkedTables tables, IReadOnlyList<bool> choice) =>
        tables.Cells.Where((cell, i) => choice[i] && cell.Part == CellPart.Open).Sum(cell => cell.Loss);
}
