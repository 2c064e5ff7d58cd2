namespace Credence.Statistics;

/// <summary>
/// Cholesky factor of a small symmetric matrix. MathNet has one; a bootstrap of refitted models needs thousands of factors of
/// size ten, where its matrix objects cost several times the arithmetic.
/// </summary>
internal sealed class Cholesky
{
    private readonly double[,] _factor;

    private Cholesky(double[,] factor) => _factor = factor;

    /// <summary>From the lower triangle, which is overwritten; null if the matrix is not positive definite.</summary>
    public static Cholesky? Of(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var rest = matrix[i, j];
                for (var k = 0; k < j; k++) { rest -= matrix[i, k] * matrix[j, k]; }

                if (i == j && !(rest > 1e-12 * Math.Abs(matrix[i, i]))) { return null; }

                matrix[i, j] = i == j ? Math.Sqrt(rest) : rest / matrix[j, j];
            }
        }

        return new Cholesky(matrix);
    }

    /// <summary>The x whose product with the matrix is the right side.</summary>
    public double[] Solve(double[] right)
    {
        var x = Forward(right);
        for (var i = x.Length - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < x.Length; k++) { x[i] -= _factor[k, i] * x[k]; }

            x[i] /= _factor[i, i];
        }

        return x;
    }

    /// <summary>One entry on the diagonal of the inverse.</summary>
    public double InverseDiagonal(int at)
    {
        var unit = new double[_factor.GetLength(0)];
        unit[at] = 1;
        return Forward(unit).Sum(v => v * v);
    }

    private double[] Forward(double[] right)
    {
        var y = (double[])right.Clone();
        for (var i = 0; i < y.Length; i++)
        {
            for (var k = 0; k < i; k++) { y[i] -= _factor[i, k] * y[k]; }

            y[i] /= _factor[i, i];
        }

        return y;
    }
}
