using Credence.Evaluation.Release;
using Google.OrTools.LinearSolver;

namespace Credence.Disclosure;

/// <summary>
/// What anybody can figure out who has the published tables, paper and patience: each withheld cell is at least the floor, every
/// sum holds, and so the cell can be no smaller than this and no larger than that (two linear programmes).
/// </summary>
internal sealed class Attack : IDisposable
{
    /// <summary>How near the solver comes to a bound.</summary>
    public const double Tolerance = 1e-6;

    private readonly LinkedTables _tables;
    private readonly IReadOnlyList<long?> _published;
    private readonly Solver _solver = Solver.CreateSolver("GLOP");
    private readonly Variable?[] _variables;
    private readonly List<(Constraint Sum, int[] Line)> _sums = [];

    public Attack(LinkedTables tables, IReadOnlyList<long?> published)
    {
        (_tables, _published, Seen) = (tables, published, new SeenRanges(tables.Cells.Count));
        _variables = [.. published.Select((count, cell) => count is null ? _solver.MakeNumVar(FloorOf(tables, cell), double.PositiveInfinity, "") : null)];
        foreach (var line in tables.Lines) { Add(line); }
    }

    /// <summary>True if published counts contradict each other without any withheld one.</summary>
    public bool IsContradicted { get; private set; }

    /// <summary>What the solutions met so far have shown to be possible.</summary>
    public SeenRanges Seen { get; }

    public static int FloorOf(LinkedTables tables, int cell) => tables.Cells[cell].IsUnprinted ? 0 : tables.Rule.Floor;

    /// <summary>The most that the cell can hold, looked for up to a cap; null if no counts fit what is published.</summary>
    public Reach? Most(int cell, double cap) => Look(cell, 1, cap);

    /// <summary>The least that it can hold.</summary>
    public Reach? Least(int cell) => Look(cell, -1, double.PositiveInfinity);

    public void Dispose() => _solver.Dispose();

    private void Add(int[] line)
    {
        var known = _published[line[0]] ?? 0;
        foreach (var part in line[1..]) { known -= _published[part] ?? 0; }

        if (line.All(cell => _published[cell] is not null))
        {
            IsContradicted |= known != 0;
            return;
        }

        var sum = _solver.MakeConstraint(known, known);
        if (_variables[line[0]] is { } total) { sum.SetCoefficient(total, -1); }

        foreach (var part in line[1..])
        {
            if (_variables[part] is { } variable) { sum.SetCoefficient(variable, 1); }
        }

        _sums.Add((sum, line));
    }

    private Reach? Look(int cell, int direction, double cap)
    {
        var variable = _variables[cell]!;
        variable.SetUb(cap);
        _solver.Objective().Clear();
        _solver.Objective().SetCoefficient(variable, direction);
        _solver.Objective().SetMaximization();
        var status = _solver.Solve();
        var reach = status switch
        {
            Solver.ResultStatus.OPTIMAL => Found(cell, direction),
            Solver.ResultStatus.INFEASIBLE => null,
            _ => throw new InvalidOperationException($"The linear programme ended as {status}."),
        };
        // Not earlier: a changed programme has no solution to read.
        variable.SetUb(double.PositiveInfinity);
        return reach;
    }

    private Reach Found(int cell, int direction)
    {
        var values = Array.ConvertAll(_variables, variable => variable?.SolutionValue() ?? 0);
        Seen.Add(_tables, _published, values);
        return new Reach(values[cell], Pull(cell, direction));
    }

    // Reduced costs of all cells, published ones too: how much the bound would move if the cell could.
    private double[] Pull(int cell, int direction)
    {
        var pull = new double[_variables.Length];
        pull[cell] = direction;
        foreach (var (sum, line) in _sums)
        {
            var price = sum.DualValue();
            if (Math.Abs(price) < Tolerance) { continue; }

            pull[line[0]] += price;
            foreach (var part in line[1..]) { pull[part] -= price; }
        }

        return pull;
    }
}

/// <summary>How far a cell can go, and how much each other cell holds it back.</summary>
/// <param name="Value">The bound.</param>
/// <param name="Pull">Reduced cost of every cell.</param>
internal sealed record Reach(double Value, double[] Pull);
