using Credence.Statistics;

namespace Credence.Review;

/// <summary>
/// Orders what has not been read by what was said of what has been: trained anew after every reading, deterministic, and
/// never a judgement. It is a squared hinge classifier on <see cref="DocumentRows"/> with a bias of feature 1.
/// </summary>
public sealed class Ranker
{
    /// <summary>Cost of an error before classes are weighed; that of ASReview 3's default.</summary>
    public const double Cost = 0.11;

    /// <summary>Relevant documents weigh this many times as much as all the others together; that of ASReview 3's default.</summary>
    public const double Balance = 9.8;

    /// <summary>Where a training ends, unless another is asked for.</summary>
    internal const double Tolerance = 0.02;

    // With more documents than this, their products with every document read would fill the memory.
    private const int MostWithProducts = 20_000;

    private readonly DocumentRows _rows;
    private readonly bool _keepsProducts;
    private readonly SquaredHinge _classifier;
    private readonly List<int> _read = [];
    private readonly List<float[]> _products = [];
    private readonly float[] _scores;
    private readonly bool[] _isRead;
    private readonly float[] _space;
    private int _relevant;

    /// <summary>A ranker that knows no reading.</summary>
    public Ranker(DocumentRows rows, double tolerance = Tolerance)
        : this(rows, tolerance, rows.Count <= MostWithProducts)
    {
    }

    internal Ranker(DocumentRows rows, double tolerance, bool keepsProducts)
    {
        (_rows, _classifier, _keepsProducts) = (rows, new SquaredHinge(tolerance), keepsProducts);
        (_scores, _isRead, _space) = (new float[rows.Count], new bool[rows.Count], new float[keepsProducts ? 0 : rows.Terms]);
    }

    /// <summary>Larger means rather relevant; only the order counts. Zero for all before <see cref="Train"/>.</summary>
    public ReadOnlySpan<float> Scores => _scores;

    /// <summary>Documents read, in order.</summary>
    public IReadOnlyList<int> Read => _read;

    /// <summary>Takes in a reading; each document once.</summary>
    public void Add(int document, bool isRelevant)
    {
        if (_isRead[document]) { throw new ArgumentException("The document has been read.", nameof(document)); }

        _read.Add(document);
        _isRead[document] = true;
        _relevant += isRelevant ? 1 : 0;
        _classifier.Add(_keepsProducts ? ProductsKept(document) : Products(document), isRelevant);
    }

    /// <summary>Trains on all readings and scores every document. Without a reading of each kind there is nothing to learn.</summary>
    public void Train()
    {
        var irrelevant = _read.Count - _relevant;
        if (_relevant == 0 || irrelevant == 0) { return; }

        // Weights 1 and relevant / (balance irrelevant), scaled so that they add up to the number of readings.
        var scale = _read.Count / (_relevant * (1 + (1 / Balance)));
        _classifier.Train(Cost * scale, Cost * scale * _relevant / (Balance * irrelevant));
        Score();
    }

    /// <summary>The unread document with the highest score; the first of equals; -1 if everything is read.</summary>
    public int Next()
    {
        var best = -1;
        for (var i = 0; i < _scores.Length; i++)
        {
            if (!_isRead[i] && (best < 0 || _scores[i] > _scores[best])) { best = i; }
        }

        return best;
    }

    /// <summary>All unread documents, the highest score first, equals in the order of the documents.</summary>
    public IReadOnlyList<int> Queue() =>
        [.. Enumerable.Range(0, _scores.Length).Where(i => !_isRead[i]).OrderByDescending(i => _scores[i]).ThenBy(i => i)];

    private float[] ProductsKept(int document)
    {
        var row = new float[_rows.Count];
        _rows.Products(document, row);
        AddBias(row);
        _products.Add(row);
        return [.. _read.Select(other => row[other])];
    }

    private float[] Products(int document)
    {
        var row = new float[_read.Count];
        _rows.Products(document, _read, _space, row);
        AddBias(row);
        return row;
    }

    // The bias is one more feature, 1 in every document.
    private static void AddBias(float[] row)
    {
        for (var i = 0; i < row.Length; i++) { row[i] += 1; }
    }

    private void Score()
    {
        if (!_keepsProducts)
        {
            _rows.Scores(_read, _classifier.Weights, _scores);
            var bias = 0f;
            foreach (var weight in _classifier.Weights) { bias += weight; }

            for (var i = 0; i < _scores.Length; i++) { _scores[i] += bias; }

            return;
        }

        Array.Clear(_scores);
        for (var i = 0; i < _read.Count; i++)
        {
            if (_classifier.Weights[i] != 0) { Lanes.AddScaled(_classifier.Weights[i], _products[i], _scores); }
        }
    }
}
