namespace Credence.Statistics;

/// <summary>Newton's method for one table and one model, with steps halved until the likelihood rises.</summary>
internal sealed class LogLinearSearch
{
    private const int MostSteps = 100;
    private const int MostHalvings = 30;

    private readonly LogLinearModel _model;
    private readonly bool[] _fitted;
    private readonly IReadOnlyList<int> _counts;
    private readonly double[] _margins;
    private readonly double[] _means;
    private readonly double[] _sums;

    public LogLinearSearch(LogLinearModel model, bool[] fitted, IReadOnlyList<int> counts)
    {
        (_model, _fitted, _counts) = (model, fitted, counts);
        _margins = [.. fitted.Select((isFitted, cell) => isFitted ? (double)counts[cell] : 0)];
        CellSums.OfSupersets(_margins);
        _means = new double[fitted.Length];
        _sums = new double[fitted.Length];
    }

    /// <summary>The fit; null if the steps run away.</summary>
    public LogLinearFit? Find()
    {
        var coefficients = Start();
        if (coefficients is null) { return null; }

        var likelihood = Likelihood(coefficients);
        for (var step = 0; step < MostSteps; step++)
        {
            var score = Score();
            if (Information()?.Solve(score) is not { } change) { return null; }

            var gain = score.Zip(change, (s, c) => s * c).Sum();
            if (gain < 1e-18 * Math.Max(1, _margins[0])) { return Done(coefficients, likelihood); }

            (coefficients, likelihood) = Climb(coefficients, change, likelihood);
            if (coefficients.Any(c => Math.Abs(c) > 50) || double.IsNaN(likelihood)) { return null; }
        }

        return Done(coefficients, likelihood);
    }

    // One step of weighted least squares from the counts themselves, as McCullagh and Nelder 1989 start.
    private double[]? Start()
    {
        var weighted = new double[_means.Length];
        for (var cell = 0; cell < _means.Length; cell++)
        {
            var mean = _fitted[cell] ? _counts[cell] + 0.1 : 0;
            _means[cell] = mean;
            weighted[cell] = _fitted[cell] ? (mean * Math.Log(mean)) + _counts[cell] - mean : 0;
        }

        CellSums.OfSupersets(weighted);
        return Information()?.Solve([.. _model.Terms.Select(term => weighted[term])]);
    }

    private (double[] Coefficients, double Likelihood) Climb(double[] from, double[] change, double likelihood)
    {
        var share = 1.0;
        for (var halving = 0; halving < MostHalvings; halving++, share /= 2)
        {
            var to = from.Zip(change, (f, c) => f + (share * c)).ToArray();
            var there = Likelihood(to);
            if (there >= likelihood - (1e-12 * Math.Abs(likelihood))) { return (to, there); }
        }

        return (from, Likelihood(from));
    }

    // Without the factorials; sets the means.
    private double Likelihood(double[] coefficients)
    {
        Array.Clear(_means);
        for (var i = 0; i < coefficients.Length; i++) { _means[_model.Terms[i]] = coefficients[i]; }

        CellSums.OfSubsets(_means);
        var sum = 0.0;
        for (var cell = 0; cell < _means.Length; cell++)
        {
            var predictor = _means[cell];
            _means[cell] = _fitted[cell] ? Math.Exp(predictor) : 0;
            if (_fitted[cell]) { sum += (_counts[cell] * predictor) - _means[cell]; }
        }

        return sum;
    }

    private double[] Score()
    {
        SumMeans();
        var score = new double[_model.Terms.Count];
        for (var i = 0; i < score.Length; i++) { score[i] = _margins[_model.Terms[i]] - _sums[_model.Terms[i]]; }

        return score;
    }

    private Cholesky? Information()
    {
        SumMeans();
        var terms = _model.Terms;
        var information = new double[terms.Count, terms.Count];
        for (var i = 0; i < terms.Count; i++)
        {
            for (var j = 0; j <= i; j++) { information[i, j] = _sums[terms[i] | terms[j]]; }
        }

        return Cholesky.Of(information);
    }

    private void SumMeans()
    {
        _means.CopyTo(_sums, 0);
        CellSums.OfSupersets(_sums);
    }

    private LogLinearFit? Done(double[] coefficients, double likelihood) => Information() is not { } information ? null
        : new LogLinearFit
        {
            Terms = _model.Terms,
            Coefficients = coefficients,
            Means = [.. _means],
            LogLikelihood = likelihood - _counts.Where((_, cell) => _fitted[cell]).Sum(LogFactorial),
            Variances = [.. coefficients.Select((_, i) => information.InverseDiagonal(i))],
        };

    private static double LogFactorial(int n) => MathNet.Numerics.SpecialFunctions.FactorialLn(n);
}
