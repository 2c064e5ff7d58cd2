using Credence.Evaluation.Release;
using Google.OrTools.Sat;

namespace Credence.Disclosure;

/// <summary>The same question in whole counts, which can be narrower in three dimensions and in linked tables.</summary>
internal static class WholeAttack
{
    private const string Alone = "num_workers:1,random_seed:1,max_deterministic_time:30";

    /// <summary>The most (direction 1) or the least (-1) that the cell can hold as a whole count, or null if that could not be decided.</summary>
    public static long? Look(LinkedTables tables, IReadOnlyList<long?> published, int cell, int direction, long cap, SeenRanges seen)
    {
        var model = new CpModel();
        // A withheld total holds all published parts, and of the withheld ones no more than anybody asks for.
        var largest = published.Sum(count => count ?? 0) + (cap * published.Count(count => count is null));
        IntVar[] variables = [.. published.Select((count, i) => count is { } known
            ? model.NewConstant(known)
            : model.NewIntVar(Attack.FloorOf(tables, i), i == cell ? cap : largest, ""))];
        foreach (var line in tables.Lines)
        {
            model.Add(LinearExpr.Sum(line[1..].Select(part => variables[part])) == variables[line[0]]);
        }

        model.Maximize(variables[cell] * direction);
        using var solver = new CpSolver { StringParameters = Alone };
        if (solver.Solve(model) != CpSolverStatus.Optimal) { return null; }

        var whole = Array.ConvertAll(variables, variable => solver.Value(variable));
        seen.Add(whole);
        return whole[cell];
    }
}
