namespace Credence.Statistics;

/// <summary>
/// The linear classifier with squared hinge loss (L2-SVM), trained anew after every unit: it minimizes
/// |w|²/2 + Σ cᵢ max(0, 1 − yᵢ w·xᵢ)². It sees units only by their inner products, so a training costs the same for any
/// number of features. Newton's method on the units inside the margin (Keerthi and DeCoste 2005), each step by conjugate
/// gradients from where the last training ended.
/// </summary>
public sealed class SquaredHinge
{
    private const int MostRounds = 12;
    private const int MostSteps = 100;
    private const int RefreshEvery = 64;

    private readonly double _tolerance;
    private readonly List<float[]> _products = [];
    private readonly List<bool> _positive = [];
    private float[] _weights = new float[64];
    private float[] _decisions = new float[64];
    private float[] _residual = new float[64];
    private float[] _direction = new float[64];
    private float[] _image = new float[64];
    private bool[] _inside = new bool[64];
    private double _penaltyPositive;
    private double _penaltyNegative;

    /// <summary>A classifier without units.</summary>
    /// <param name="tolerance">Training ends when the residual is below this share of the right side.</param>
    public SquaredHinge(double tolerance = 0.02) => _tolerance = tolerance;

    /// <summary>Units so far.</summary>
    public int Count => _positive.Count;

    /// <summary>Weight of each unit in w = Σ weightᵢ xᵢ, its sign that of the class; 0 for units beyond the margin.</summary>
    public ReadOnlySpan<float> Weights => _weights.AsSpan(0, Count);

    /// <summary>Decision value w·x of each unit.</summary>
    public ReadOnlySpan<float> Decisions => _decisions.AsSpan(0, Count);

    /// <summary>Adds a unit.</summary>
    /// <param name="products">Its inner product with every unit before it, then with itself.</param>
    /// <param name="isPositive">Its class.</param>
    public void Add(ReadOnlySpan<float> products, bool isPositive)
    {
        if (products.Length != Count + 1) { throw new ArgumentException("One product for each unit is needed, the last with itself.", nameof(products)); }

        if (_weights.Length == Count) { Grow(); }

        _decisions[Count] = Lanes.Dot(products[..^1], Weights);
        _weights[Count] = 0;
        _products.Add(products.ToArray());
        _positive.Add(isPositive);
    }

    /// <summary>Trains on all units, with a cost for each unit of a class.</summary>
    public void Train(double costOfPositive, double costOfNegative)
    {
        (_penaltyPositive, _penaltyNegative) = (1 / (2 * costOfPositive), 1 / (2 * costOfNegative));
        if (Count % RefreshEvery == 0) { Multiply(_weights, _decisions); }

        for (var round = 0; round < MostRounds && Divide(isFirst: round == 0); round++) { Descend(); }
    }

    // Which units are inside the margin; false if nothing has changed.
    private bool Divide(bool isFirst)
    {
        var changed = isFirst;
        for (var i = 0; i < Count; i++)
        {
            var inside = Target(i) * _decisions[i] < 1;
            changed |= inside != _inside[i];
            _inside[i] = inside;
        }

        for (var i = 0; i < Count; i++)
        {
            if (!_inside[i] && _weights[i] != 0) { Drop(i); }
        }

        return changed;
    }

    private void Drop(int unit)
    {
        var weight = -_weights[unit];
        Lanes.AddScaled(weight, _products[unit], _decisions);
        for (var i = unit + 1; i < Count; i++) { _decisions[i] += weight * _products[i][unit]; }

        _weights[unit] = 0;
    }

    // Solves (K + D) weights = targets for the units inside, D the penalties; the diagonal of K + D preconditions.
    private void Descend()
    {
        var (size, bound) = (Start(), Bound());
        for (var step = 0; step < MostSteps && size > bound; step++)
        {
            Multiply(_direction, _image);
            var curvature = 0.0;
            for (var i = 0; i < Count; i++)
            {
                if (_inside[i]) { curvature += _direction[i] * (_image[i] + (Penalty(i) * _direction[i])); }
            }

            var left = Move((float)(size / curvature));
            Turn((float)(left / size));
            size = left;
        }
    }

    private double Start()
    {
        var size = 0.0;
        for (var i = 0; i < Count; i++)
        {
            _residual[i] = _inside[i] ? Target(i) - _decisions[i] - ((float)Penalty(i) * _weights[i]) : 0;
            _direction[i] = _residual[i] / Diagonal(i);
            size += _residual[i] * _direction[i];
        }

        return size;
    }

    private double Bound()
    {
        var sum = 0.0;
        for (var i = 0; i < Count; i++) { sum += _inside[i] ? 1 / Diagonal(i) : 0; }

        return sum * _tolerance * _tolerance;
    }

    private double Move(float length)
    {
        var size = 0.0;
        for (var i = 0; i < Count; i++)
        {
            _decisions[i] += length * _image[i];
            if (!_inside[i]) { continue; }

            _weights[i] += length * _direction[i];
            _residual[i] -= length * (_image[i] + ((float)Penalty(i) * _direction[i]));
            size += _residual[i] * _residual[i] / Diagonal(i);
        }

        return size;
    }

    private void Turn(float share)
    {
        for (var i = 0; i < Count; i++) { _direction[i] = _inside[i] ? (_residual[i] / Diagonal(i)) + (share * _direction[i]) : 0; }
    }

    private void Multiply(float[] by, float[] into)
    {
        Array.Clear(into, 0, Count);
        for (var i = 0; i < Count; i++)
        {
            var row = _products[i];
            into[i] = Lanes.AddScaledAndDot(by[i], row.AsSpan(0, i), by, into) + (by[i] * row[i]);
        }
    }

    private float Target(int unit) => _positive[unit] ? 1 : -1;

    private double Penalty(int unit) => _positive[unit] ? _penaltyPositive : _penaltyNegative;

    private float Diagonal(int unit) => _products[unit][unit] + (float)Penalty(unit);

    private void Grow()
    {
        var length = 2 * _weights.Length;
        Array.Resize(ref _weights, length);
        Array.Resize(ref _decisions, length);
        Array.Resize(ref _residual, length);
        Array.Resize(ref _direction, length);
        Array.Resize(ref _image, length);
        Array.Resize(ref _inside, length);
    }
}
