namespace Credence.Review;

/// <summary>
/// Documents as rows of numbers: words, pairs of words, and what was found, each part tf-idf weighted and of a fixed length,
/// so that a long text says no more than a short one. docs/review.md has the definition. Of a term that one document alone has
/// only the weight is kept: it joins no two.
/// </summary>
public sealed class DocumentRows
{
    /// <summary>Share of the squared length of a row that its words have; pairs have the same, what was found as much again.</summary>
    public const double PartShare = 0.5;

    private const double CommonShare = 0.95;

    private readonly int[] _starts;
    private readonly int[] _terms;
    private readonly float[] _values;
    private readonly float[] _squares;
    private readonly Lazy<(int Document, float Value)[][]> _postings;

    private DocumentRows(int documents, int[] counts)
    {
        Terms = counts.Length;
        var shared = counts.Sum();
        (_starts, _terms, _values, _squares) = (new int[documents + 1], new int[shared], new float[shared], new float[documents]);
        _postings = new(() => Inverted(counts));
    }

    /// <summary>Number of documents.</summary>
    public int Count => _squares.Length;

    /// <summary>Terms that more than one document has.</summary>
    internal int Terms { get; }

    /// <summary>Reads the documents, each once and none kept; the order is theirs.</summary>
    public static DocumentRows Of(IEnumerable<ReviewDocument> documents)
    {
        var (words, pairs, features, count) = (new TermCounts<string>(), new TermCounts<(int, int, bool)>(), new TermCounts<string>(), 0);
        foreach (var document in documents)
        {
            pairs.Add(TextTerms.Pairs(words.Add(TextTerms.Words(document.Text))));
            features.Add(document.Features.Distinct(StringComparer.Ordinal));
            count++;
        }

        var length = Math.Sqrt(PartShare);
        var (first, second) = (words.Count, words.Count + pairs.Count);
        var parts = words.Weighted(length, CommonShare)
            .Zip(pairs.Weighted(length, CommonShare), features.Weighted(length, CommonShare))
            .Select(row => row.First.Concat(row.Second.Select(t => (t.Term + first, t.Value))).Concat(row.Third.Select(t => (t.Term + second, t.Value))));
        return Compact(parts, count, [.. words.Documents, .. pairs.Documents, .. features.Documents]);
    }

    /// <summary>The terms of a document with their values; last one of its own for all that no other document has.</summary>
    public IReadOnlyList<(int Term, float Value)> this[int document]
    {
        get
        {
            var row = Enumerable.Range(_starts[document], _starts[document + 1] - _starts[document]).Select(at => (Term: _terms[at], Value: _values[at])).ToList();
            var own = _squares[document] - row.Sum(term => term.Value * term.Value);
            if (own > 1e-6) { row.Add((Terms + document, MathF.Sqrt(own))); }

            return row;
        }
    }

    /// <summary>Inner products of a document with every document.</summary>
    internal void Products(int document, Span<float> into)
    {
        into.Clear();
        for (var at = _starts[document]; at < _starts[document + 1]; at++)
        {
            foreach (var (other, there) in _postings.Value[_terms[at]]) { into[other] += _values[at] * there; }
        }

        into[document] = _squares[document];
    }

    /// <summary>Inner products of a document with some others, the same to the bit; the space has a zero for each term, and has again.</summary>
    internal void Products(int document, IReadOnlyList<int> others, Span<float> space, Span<float> into)
    {
        for (var at = _starts[document]; at < _starts[document + 1]; at++) { space[_terms[at]] = _values[at]; }

        for (var i = 0; i < others.Count; i++) { into[i] = others[i] == document ? _squares[document] : Product(others[i], space); }

        for (var at = _starts[document]; at < _starts[document + 1]; at++) { space[_terms[at]] = 0; }
    }

    /// <summary>Inner products of every document with a weighted sum of some, without the sum's own products in between.</summary>
    internal void Scores(IReadOnlyList<int> documents, ReadOnlySpan<float> weights, Span<float> into)
    {
        var sum = new float[Terms];
        for (var i = 0; i < documents.Count; i++)
        {
            for (var at = _starts[documents[i]]; at < _starts[documents[i] + 1]; at++) { sum[_terms[at]] += weights[i] * _values[at]; }
        }

        for (var document = 0; document < Count; document++) { into[document] = Product(document, sum); }
    }

    private static DocumentRows Compact(IEnumerable<IEnumerable<(int Term, float Value)>> parts, int documents, int[] counts)
    {
        var numbers = new int[counts.Length];
        for (var (term, next) = (0, 0); term < counts.Length; term++) { numbers[term] = IsShared(counts[term], documents) ? next++ : -1; }

        var rows = new DocumentRows(documents, [.. counts.Where(count => IsShared(count, documents))]);
        var (document, end) = (0, 0);
        foreach (var row in parts)
        {
            foreach (var (term, value) in row)
            {
                rows._squares[document] += value * value;
                if (numbers[term] < 0) { continue; }

                (rows._terms[end], rows._values[end]) = (numbers[term], value);
                end++;
            }

            rows._starts[++document] = end;
        }

        return rows;
    }

    private static bool IsShared(int count, int documents) => count > 1 && count <= CommonShare * documents;

    private float Product(int document, ReadOnlySpan<float> with)
    {
        var sum = 0f;
        for (var at = _starts[document]; at < _starts[document + 1]; at++) { sum += with[_terms[at]] * _values[at]; }

        return sum;
    }

    private (int, float)[][] Inverted(int[] counts)
    {
        var postings = Array.ConvertAll(counts, count => new (int, float)[count]);
        var filled = new int[counts.Length];
        for (var document = 0; document < Count; document++)
        {
            for (var at = _starts[document]; at < _starts[document + 1]; at++) { postings[_terms[at]][filled[_terms[at]]++] = (document, _values[at]); }
        }

        return postings;
    }
}
