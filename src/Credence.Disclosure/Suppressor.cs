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
    /// <param name="tables">The tables.</param>
    /// <param name="effort">How long the best choice is looked for, in steps.</param>
    /// <param name="time">How long it is looked for, in time: then there is one, which may withhold more than it had to.</param>
    /// <param name="cancellation">Gives up: then there is no choice.</param>
    public static SuppressionOutcome Suppress(LinkedTables tables, Effort? effort = null, SearchTime? time = null, CancellationToken cancellation = default)
    {
        time ??= new SearchTime();
        if (tables.Rule.KeepWhole && tables.Tables.Any(table => table.Counts[table.Whole] is { } whole && tables.Rule.IsSensitive(whole)))
        {
            return new CannotProtect("found fewer people in all than the smallest count that may be published, expected a whole that can be kept");
        }

        return new CheapestPattern(tables, time).Find(CheapestPattern.Required(tables), cancellation) is { } start
            ? Improve(tables, effort ?? Effort.Usual, start, time, cancellation)
            : new CannotProtect("found counts that could be figured out more closely than promised even if every other one were withheld, expected a "
                + "whole that may be withheld, fewer categories, or an earlier release that leaves room");
    }

    private static Suppressed Improve(LinkedTables tables, Effort effort, bool[] best, SearchTime time, CancellationToken cancellation)
    {
        var (examination, pattern) = (new Examination(tables), new CheapestPattern(tables, time));
        using var master = new Master(tables);
        for (var round = 0; round < effort.Rounds && (master.Bound < LossOf(tables, best) || round < Polish) && !time.IsUp; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            time.Tell(new SearchStep(round + 1, effort.Rounds, LossOf(tables, best), master.Bound));
            if (master.Choose(effort.Nodes, time.MillisecondsLeft) is not { } choice) { break; }

            if (examination.Gaps(choice, time, cancellation) is not { } gaps) { break; }

            if ((gaps.Count == 0 ? choice : pattern.Find(choice, cancellation)) is { } safe && master.CostOf(safe) < master.CostOf(best)) { best = safe; }

            if (gaps.Count == 0) { break; }

            foreach (var gap in gaps) { master.Cut(gap, choice); }
        }

        return new Suppressed(tables, best, master.Bound) { IsStopped = time.IsUp && master.Bound < LossOf(tables, best) };
    }

    private static int LossOf(LinkedTables tables, IReadOnlyList<bool> choice) =>
        tables.Cells.Where((cell, i) => choice[i] && cell.Part == CellPart.Open).Sum(cell => cell.Loss);
}
