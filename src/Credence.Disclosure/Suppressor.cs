using Credence.Evaluation.Release;
using Google.OrTools.Sat;

namespace Credence.Disclosure;

/// <summary>
/// Chooses which further counts to withhold (secondary suppression), so that no withheld count can be figured out more closely
/// than promised, and as little as possible is lost. The best choice is looked for by cuts: whatever choice the master programme
/// makes is attacked, and each attack that succeeds tells it what a choice must hold (Fischetti and Salazar 2000).
/// </summary>
public sealed class Suppressor
{
    private const long Whole = 1_000_000;

    private readonly LinkedTables _tables;
    private readonly Effort _effort;
    private readonly CpModel _model = new();
    private readonly BoolVar?[] _choices;
    private readonly long[] _losses;

    private Suppressor(LinkedTables tables, Effort effort)
    {
        (_tables, _effort) = (tables, effort);
        // Fewest cells first, a total counted as more than one; among equals, fewest people.
        var people = tables.Cells.Where(cell => cell.Part == CellPart.Open).Sum(cell => cell.Count!.Value) + 1;
        _losses = [.. tables.Cells.Select(cell => cell.Part == CellPart.Open ? (cell.Loss * people) + cell.Count!.Value : 0)];
        _choices = [.. tables.Cells.Select(cell => cell.Part == CellPart.Open ? _model.NewBoolVar("") : null)];
        _model.Minimize(LinearExpr.WeightedSum(Open().Select(i => _choices[i]!), Open().Select(i => _losses[i])));
    }

    /// <summary>The best choice within the effort, or why there is none.</summary>
    public static SuppressionOutcome Suppress(LinkedTables tables, Effort? effort = null, CancellationToken cancellation = default)
    {
        if (tables.Rule.KeepWhole && tables.Tables.Any(table => table.Counts[table.Whole] is { } whole && tables.Rule.IsSensitive(whole)))
        {
            return new CannotProtect("found fewer people in all than the smallest count that may be published, expected a whole that can be kept");
        }

        return new CheapestPattern(tables).Find(cancellation) is { } start
            ? new Suppressor(tables, effort ?? Effort.Usual).Improve(start, cancellation)
            : new CannotProtect("found counts that could be figured out more closely than promised even if every other one were withheld, expected a "
                + "whole that may be withheld, fewer categories, or an earlier release that leaves room");
    }

    private IEnumerable<int> Open() => Enumerable.Range(0, _tables.Cells.Count).Where(i => _tables.Cells[i].Part == CellPart.Open);

    private Suppressed Improve(bool[] best, CancellationToken cancellation)
    {
        var examination = new Examination(_tables);
        var bound = 0L;
        for (var round = 0; round < _effort.Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            Hint(best);
            using var solver = new CpSolver { StringParameters = FormattableString.Invariant($"num_workers:1,random_seed:1,max_deterministic_time:{_effort.Master}") };
            var status = solver.Solve(_model);
            if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible)) { break; }

            bound = Math.Max(bound, (long)Math.Ceiling(solver.BestObjectiveBound - 0.5));
            if (bound >= LossOf(best)) { return Outcome(best, bound); }

            bool[] choice = [.. _choices.Select((open, i) => open is null ? _tables.Cells[i].Part == CellPart.Sensitive : solver.BooleanValue(open))];
            var gaps = examination.Gaps(choice, cancellation);
            if (gaps.Count == 0 && LossOf(choice) < LossOf(best)) { best = choice; }

            if (gaps.Count == 0 && status == CpSolverStatus.Feasible) { break; }

            foreach (var gap in gaps) { Cut(gap, choice); }
        }

        return Outcome(best, bound);
    }

    private Suppressed Outcome(bool[] best, long bound) => new(_tables, best, bound >= LossOf(best));

    private long LossOf(bool[] choice) => Open().Where(i => choice[i]).Sum(i => _losses[i]);

    private void Hint(bool[] best)
    {
        _model.ClearHints();
        foreach (var i in Open()) { _model.AddHint(_choices[i]!, best[i] ? 1 : 0); }
    }

    private void Cut(Gap gap, bool[] choice)
    {
        var weights = gap.Weights is null ? null : Scaled(gap);
        // Where rounding leaves a cut too weak to forbid the choice it came from: any one more cell.
        if (weights is null || Open().Where(i => choice[i]).Sum(i => weights[i]) >= Whole)
        {
            weights = [.. choice.Select(withheld => withheld ? 0 : Whole)];
        }

        var helping = Open().Where(i => i != gap.Cell && weights[i] > 0).ToList();
        var help = LinearExpr.WeightedSum(helping.Select(i => _choices[i]!), helping.Select(i => weights[i]));
        if (_choices[gap.Cell] is { } itself) { _model.Add(help >= itself * Whole); }
        else { _model.Add(help >= Whole); }
    }

    // Rounded up, so that the cut never forbids what is allowed.
    private static long[] Scaled(Gap gap) =>
        [.. gap.Weights!.Select(weight => (long)Math.Ceiling((Math.Min(weight / gap.Needed, 1) * Whole) - 0.001))];
}
