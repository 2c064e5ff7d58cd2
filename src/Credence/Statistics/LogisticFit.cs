namespace Credence.Statistics;

/// <summary>Logistic regression by maximum likelihood, for a few columns.</summary>
/// <param name="Coefficients">On the log-odds scale, in the order of the columns.</param>
/// <param name="StandardErrors">From the inverse information.</param>
internal sealed record LogisticFit(double[] Coefficients, double[] StandardErrors)
{
    /// <summary>Fits by Newton's method with halved steps; null if it does not come to rest, as with groups that a line separates.</summary>
    public static LogisticFit? Of(double[][] rows, double[] offsets, bool[] outcomes)
    {
        var at = new double[rows[0].Length];
        for (var round = 0; round < 100; round++)
        {
            var (score, information) = Slopes(rows, offsets, outcomes, at);
            if (Cholesky.Of(information) is not { } factor) { return null; }

            var step = factor.Solve(score);
            if (step.Zip(at).All(s => Math.Abs(s.First) < 1e-10 * (1 + Math.Abs(s.Second))))
            {
                return new LogisticFit(at, [.. step.Select((_, j) => Math.Sqrt(factor.InverseDiagonal(j)))]);
            }

            at = Along(step, at, next => LogLikelihood(rows, offsets, outcomes, next));
        }

        return null;
    }

    private static double[] Along(double[] step, double[] from, Func<double[], double> likelihood)
    {
        var before = likelihood(from);
        var length = 1.0;
        while (length > 1e-6 && !(likelihood(At(length)) >= before - (1e-12 * Math.Abs(before)))) { length /= 2; }

        return At(length);

        double[] At(double share) => [.. from.Zip(step, (x, s) => x + (share * s))];
    }

    private static (double[] Score, double[,] Information) Slopes(
        double[][] rows, double[] offsets, bool[] outcomes, double[] at)
    {
        var (score, information) = (new double[at.Length], new double[at.Length, at.Length]);
        for (var i = 0; i < rows.Length; i++)
        {
            var p = 1 / (1 + Math.Exp(-Line(rows[i], offsets[i], at)));
            for (var j = 0; j < at.Length; j++)
            {
                score[j] += rows[i][j] * ((outcomes[i] ? 1 : 0) - p);
                for (var k = 0; k <= j; k++) { information[j, k] += rows[i][j] * rows[i][k] * p * (1 - p); }
            }
        }

        return (score, information);
    }

    private static double LogLikelihood(double[][] rows, double[] offsets, bool[] outcomes, double[] at)
    {
        var sum = 0.0;
        for (var i = 0; i < rows.Length; i++)
        {
            var line = Line(rows[i], offsets[i], at);
            // log(1 + exp(x)) without overflow.
            sum -= Math.Max(0, outcomes[i] ? -line : line) + Math.Log(1 + Math.Exp(-Math.Abs(line)));
        }

        return sum;
    }

    private static double Line(double[] row, double offset, double[] at)
    {
        for (var j = 0; j < at.Length; j++) { offset += row[j] * at[j]; }

        return offset;
    }
}
