namespace Credence.Review;

/// <summary>How often each term occurs in each document, and in how many documents.</summary>
internal sealed class TermCounts<TTerm>
    where TTerm : notnull
{
    private readonly Dictionary<TTerm, int> _numbers = [];
    private readonly List<int> _documents = [];
    private readonly List<(int[] Terms, int[] Times)> _rows = [];

    /// <summary>Adds the terms of the next document, and gives the number of each.</summary>
    public List<int> Add(IEnumerable<TTerm> terms)
    {
        var (read, times) = (new List<int>(), new Dictionary<int, int>());
        foreach (var term in terms)
        {
            if (!_numbers.TryGetValue(term, out var number))
            {
                _numbers[term] = number = _documents.Count;
                _documents.Add(0);
            }

            read.Add(number);
            times[number] = times.GetValueOrDefault(number) + 1;
        }

        int[] numbers = [.. times.Keys.Order()];
        foreach (var number in numbers) { _documents[number]++; }

        // Most terms occur once in a document: then no count is kept.
        _rows.Add((numbers, times.Count == read.Count ? [] : Array.ConvertAll(numbers, number => times[number])));
        return read;
    }

    /// <summary>
    /// Rows of (1 + ln times) (1 + ln((1 + documents) / (1 + documents with the term))), each scaled to the length given; a
    /// term in more than the share of documents is left out.
    /// </summary>
    public IEnumerable<(int Term, float Value)[]> Weighted(double length, double share)
    {
        var most = share * _rows.Count;
        double[] rarity = [.. _documents.Select(n => n > most ? 0 : 1 + Math.Log((1.0 + _rows.Count) / (1 + n)))];
        return _rows.Select(row => Scaled(row, rarity, length));
    }

    /// <summary>Terms in all documents.</summary>
    public int Count => _documents.Count;

    /// <summary>Documents that have each term.</summary>
    public IReadOnlyList<int> Documents => _documents;

    private static (int, float)[] Scaled((int[] Terms, int[] Times) row, double[] rarity, double length)
    {
        var kept = row.Terms.Select((term, at) => (Term: term, Value: (1 + Math.Log(row.Times.Length == 0 ? 1 : row.Times[at])) * rarity[term]))
            .Where(term => term.Value > 0).ToArray();
        var norm = Math.Sqrt(kept.Sum(term => term.Value * term.Value));
        return Array.ConvertAll(kept, term => (term.Term, (float)(term.Value * length / norm)));
    }
}
