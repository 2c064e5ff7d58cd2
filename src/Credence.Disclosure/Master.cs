using Credence.Evaluation.Release;
using Google.OrTools.LinearSolver;

namespace Credence.Disclosure;

/// <summary>
/// The programme that makes choices: which open cells to withhold, so that all that is known of a choice that keeps the promise holds, and
/// fewest cells are lost; among equals rather cells of few people, by the length of their counts.
/// </summary>
internal sealed class Master : IDisposable
{
    private readonly LinkedTables _tables;
    private readonly Solver _solver = Solver.CreateSolver("SCIP");
    private readonly Variable?[] _choices;
    private readonly long _scale;

    public Master(LinkedTables tables)
    {
        _tables = tables;
        _scale = tables.Cells.Where(cell => cell.Part == CellPart.Open).Sum(cell => LengthOf(cell.Count!.Value)) + 1;
        _choices = [.. tables.Cells.Select(cell => cell.Part == CellPart.Open ? _solver.MakeBoolVar("") : null)];
        foreach (var i in Open()) { _solver.Objective().SetCoefficient(_choices[i], (tables.Cells[i].Loss * _scale) + LengthOf(tables.Cells[i].Count!.Value)); }

        _solver.Objective().SetMinimization();
        foreach (var line in tables.Lines) { NeverAlone(line); }
    }

    /// <summary>No choice can lose less than this, as far as is known.</summary>
    public int Bound { get; private set; }

    /// <summary>The best choice by what is known, or null if the effort did not reach one.</summary>
    /// <param name="nodes">How many branches it may take.</param>
    /// <param name="milliseconds">How long it may take; null for no bound.</param>
    public bool[]? Choose(int nodes, long? milliseconds = null)
    {
        if (milliseconds is { } most) { _solver.SetTimeLimit(most); }

        _solver.SetSolverSpecificParametersAsString(FormattableString.Invariant($"limits/nodes = {nodes}\nrandomization/randomseedshift = 0\n"));
        if (_solver.Solve() is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE)) { return null; }

        Bound = Math.Max(Bound, (int)Math.Floor((_solver.Objective().BestBound() + 0.5) / _scale));
        return [.. _choices.Select((open, i) => open is null ? _tables.Cells[i].Part == CellPart.Sensitive : open.SolutionValue() > 0.5)];
    }

    /// <summary>Which of two choices is to be preferred: a number that is smaller for the better one.</summary>
    public double CostOf(IReadOnlyList<bool> choice) => Open().Where(i => choice[i]).Sum(i => _solver.Objective().GetCoefficient(_choices[i]));

    /// <summary>Adds what a gap tells: the cells that would help have to help enough, if the cell is withheld.</summary>
    public void Cut(Gap gap, IReadOnlyList<bool> choice)
    {
        var weights = gap.Weights is null ? null : Array.ConvertAll(gap.Weights, weight => Math.Min(weight / gap.Needed, 1));
        // Where rounding leaves a cut too weak to forbid the choice that it came from: any one more cell.
        if (weights is null || Open().Where(i => choice[i]).Sum(i => weights[i]) > 1 - Attack.Tolerance)
        {
            weights = [.. choice.Select(withheld => withheld ? 0.0 : 1)];
        }

        var cut = _solver.MakeConstraint(1 - Attack.Tolerance, double.PositiveInfinity);
        foreach (var i in Open().Where(i => i != gap.Cell && weights[i] > 0)) { cut.SetCoefficient(_choices[i], weights[i]); }

        if (_choices[gap.Cell] is { } itself)
        {
            cut.SetLb(-Attack.Tolerance);
            cut.SetCoefficient(itself, -1);
        }
    }

    public void Dispose() => _solver.Dispose();

    private static long LengthOf(long count) => 64 - long.LeadingZeroCount(count);

    private IEnumerable<int> Open() => Enumerable.Range(0, _choices.Length).Where(i => _choices[i] is not null);

    // A withheld cell needs another one in each of its sums; so much is plain before any attack.
    private void NeverAlone(int[] line)
    {
        var required = line.Count(cell => _tables.Cells[cell].Part == CellPart.Sensitive);
        if (required > 1 || line.Any(cell => _tables.Cells[cell].Part == CellPart.Hidden)) { return; }

        var open = line.Where(cell => _choices[cell] is not null).ToList();
        if (required == 1) { Expect(open, null); }

        for (var i = 0; required == 0 && i < open.Count; i++) { Expect(open, open[i]); }
    }

    private void Expect(List<int> open, int? cell)
    {
        var another = _solver.MakeConstraint(cell is null ? 1 : 0, double.PositiveInfinity);
        foreach (var i in open) { another.SetCoefficient(_choices[i], i == cell ? -1 : 1); }
    }
}
