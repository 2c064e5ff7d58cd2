using Credence.Evaluation.Release;
using Google.OrTools.LinearSolver;

namespace Credence.Disclosure;

/// <summary>
/// A quick choice, one cell after the other: the cheapest way in which other cells could move so that this one moves as far as it
/// has to (Kelly, Golden and Assad 1992). What has to move is withheld. Never better than the best choice, and a start for it.
/// </summary>
internal sealed class CheapestPattern(LinkedTables tables, SearchTime time)
{
    private readonly Examination _examination = new(tables);

    /// <summary>A choice that keeps the promise and withholds at least these cells, or null if none does.</summary>
    public bool[]? Find(IReadOnlyList<bool> least, CancellationToken cancellation)
    {
        bool[] withheld = [.. least];
        // Where the time is up, all that may be withheld is: more than had to be, and proved like any other choice.
        while (_examination.Gaps(withheld, time, cancellation) is { } gaps)
        {
            if (gaps.Count == 0) { return withheld; }

            time.Tell(new SearchStep(0, 0, null, 0));
            var before = withheld.Count(one => one);
            foreach (var gap in gaps.TakeWhile(_ => !time.IsUp)) { Cover(gap.Cell, withheld); }

            if (withheld.Count(one => one) == before) { break; }
        }

        withheld = Everything(tables);
        return _examination.Gaps(withheld, cancellation).Count == 0 ? withheld : null;
    }

    /// <summary>The sensitive cells alone.</summary>
    public static bool[] Required(LinkedTables tables) => [.. tables.Cells.Select(cell => cell.Part == CellPart.Sensitive)];

    /// <summary>All that may be withheld.</summary>
    public static bool[] Everything(LinkedTables tables) => [.. tables.Cells.Select(cell => cell.Part is CellPart.Sensitive or CellPart.Open)];

    private void Cover(int cell, bool[] withheld)
    {
        if (tables.Cells[cell].Count is not { } count) { return; }

        using var solver = Solver.CreateSolver("GLOP");
        var moves = new (Variable Up, Variable Down)?[tables.Cells.Count];
        for (var i = 0; i < moves.Length; i++) { moves[i] = Move(solver, i, withheld[i]); }

        foreach (var line in tables.Lines) { Balance(solver, line, moves); }

        moves[cell]!.Value.Up.SetBounds(Distance(count), Distance(count));
        moves[cell]!.Value.Down.SetUb(0);
        solver.Objective().SetMinimization();
        if (solver.Solve() != Solver.ResultStatus.OPTIMAL) { return; }

        for (var i = 0; i < moves.Length; i++)
        {
            if (moves[i] is { } move && tables.Cells[i].Part == CellPart.Open && move.Up.SolutionValue() + move.Down.SolutionValue() > Attack.Tolerance) { withheld[i] = true; }
        }
    }

    private long Distance(long count) => Math.Max(tables.Rule.Threshold - count, tables.Rule.Span);

    private (Variable Up, Variable Down)? Move(Solver solver, int i, bool withheld)
    {
        var cell = tables.Cells[i];
        if (cell.Part == CellPart.Known || cell.Count is not { } count) { return null; }

        var (up, down) = (solver.MakeNumVar(0, double.PositiveInfinity, ""), solver.MakeNumVar(0, count - Math.Min(count, Attack.FloorOf(tables, i)), ""));
        foreach (var move in (Variable[])[up, down]) { solver.Objective().SetCoefficient(move, withheld || cell.Part == CellPart.Hidden ? 0.001 : cell.Loss); }

        return (up, down);
    }

    private static void Balance(Solver solver, int[] line, (Variable Up, Variable Down)?[] moves)
    {
        var sum = solver.MakeConstraint(0, 0);
        for (var i = 0; i < line.Length; i++)
        {
            if (moves[line[i]] is not { } move) { continue; }

            sum.SetCoefficient(move.Up, i == 0 ? -1 : 1);
            sum.SetCoefficient(move.Down, i == 0 ? 1 : -1);
        }
    }
}
