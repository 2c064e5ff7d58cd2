namespace Credence.Review;

/// <summary>
/// Documents as rows of numbers: words, pairs of words, and what was found, each part tf-idf weighted and of a fixed length,
/// so that a long text says no more than a short one. docs/review.md has the definition.
/// </summary>
public sealed class DocumentRows
{
    /// <summary>Share of the squared length of a row that its words have; pairs have the same, what was found as much again.</summary>
    public const double PartShare = 0.5;

    private const double CommonShare = 0.95;

    private readonly (int Term, float Value)[][] _rows;
    private readonly (int Document, float Value)[][] _postings;

    private DocumentRows((int, float)[][] rows, (int, float)[][] postings) => (_rows, _postings) = (rows, postings);

    /// <summary>Number of documents.</summary>
    public int Count => _rows.Length;

    /// <summary>Reads the documents; the order is kept.</summary>
    public static DocumentRows Of(IReadOnlyList<ReviewDocument> documents)
    {
        var (words, pairs, features) = (new TermCounts<string>(), new TermCounts<(int, int, bool)>(), new TermCounts<string>());
        foreach (var document in documents)
        {
            pairs.Add(TextTerms.Pairs(words.Add(TextTerms.Words(document.Text))));
            features.Add(document.Features.Distinct(StringComparer.Ordinal));
        }

        var length = Math.Sqrt(PartShare);
        var (first, second) = (words.Count, words.Count + pairs.Count);
        var rows = words.Weighted(length, 1, CommonShare)
            .Zip(pairs.Weighted(length, 1, CommonShare), features.Weighted(length, 1, CommonShare))
            .Select(parts => ((int, float)[])
                [.. parts.First, .. parts.Second.Select(t => (t.Term + first, t.Value)), .. parts.Third.Select(t => (t.Term + second, t.Value))])
            .ToArray();
        return new DocumentRows(rows, Inverted(rows, second + features.Count));
    }

    /// <summary>The terms of a document with their values.</summary>
    public IReadOnlyList<(int Term, float Value)> this[int document] => _rows[document];

    /// <summary>Inner products of a document with every document.</summary>
    internal void Products(int document, Span<float> into)
    {
        into.Clear();
        var self = 0f;
        foreach (var (term, value) in _rows[document])
        {
            self += value * value;
            foreach (var (other, there) in _postings[term]) { into[other] += value * there; }
        }

        into[document] = self;
    }

    /// <summary>Inner products of every document with a weighted sum of some, without the sum's own products in between.</summary>
    internal void Scores(IReadOnlyList<int> documents, ReadOnlySpan<float> weights, Span<float> into)
    {
        var sum = new float[_postings.Length];
        for (var i = 0; i < documents.Count; i++)
        {
            foreach (var (term, value) in _rows[documents[i]]) { sum[term] += weights[i] * value; }
        }

        for (var document = 0; document < _rows.Length; document++)
        {
            var score = 0f;
            foreach (var (term, value) in _rows[document]) { score += sum[term] * value; }

            into[document] = score;
        }
    }

    // A term of one document joins no two.
    private static (int, float)[][] Inverted((int Term, float Value)[][] rows, int terms)
    {
        var counts = new int[terms];
        foreach (var (term, _) in rows.SelectMany(row => row)) { counts[term]++; }

        var postings = Array.ConvertAll(counts, count => count > 1 ? new (int, float)[count] : []);
        Array.Clear(counts);
        for (var document = 0; document < rows.Length; document++)
        {
            foreach (var (term, value) in rows[document])
            {
                if (postings[term].Length > 0) { postings[term][counts[term]++] = (document, value); }
            }
        }

        return postings;
    }
}
