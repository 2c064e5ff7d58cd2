using Credence.Evaluation.Release;

namespace Credence.Disclosure.Tests;

/// <summary>
/// Every table of whole counts that fits what is published, one after the other: an attacker without a solver. Counts of the finest
/// cells up to a limit; the margins follow.
/// </summary>
internal sealed class BruteForce
{
    private readonly FrequencyTable _table;
    private readonly int _floor;
    private readonly int _limit;
    private readonly int[] _finest;
    private readonly long[] _values;
    private readonly int[][] _parts;
    private readonly int[][] _completed;

    private BruteForce(FrequencyTable published, int floor, int limit)
    {
        (_table, _floor, _limit) = (published, floor, limit);
        var cells = Enumerable.Range(0, published.Counts.Count).ToList();
        _finest = [.. cells.Where(published.IsFinest)];
        _values = new long[_finest.Length];
        _parts = [.. cells.Select(cell => Enumerable.Range(0, _finest.Length).Where(part => IsIn(_finest[part], cell)).ToArray())];
        _completed = [.. Enumerable.Range(0, _finest.Length).Select(part => cells.Where(cell => _parts[cell][^1] == part).ToArray())];
        (Least, Most) = (new long[cells.Count], new long[cells.Count]);
        Array.Fill(Least, long.MaxValue);
        Try(0);
    }

    public long[] Least { get; }

    public long[] Most { get; }

    /// <summary>Tries all tables whose finest counts are no larger than the limit.</summary>
    public static BruteForce Of(FrequencyTable published, int floor, int limit) => new(published, floor, limit);

    /// <summary>True if every withheld cell may be as large as the threshold, and its smallest and largest counts are as far apart as promised.</summary>
    public static bool Keeps(FrequencyTable published, SuppressionRule rule, int limit)
    {
        var all = Of(published, rule.Floor, limit);
        return Enumerable.Range(0, published.Counts.Count).Where(cell => published.Counts[cell] is null)
            .All(cell => all.Most[cell] >= rule.Threshold && all.Most[cell] - all.Least[cell] >= rule.Span);
    }

    private bool IsIn(int part, int cell) =>
        _table.PlacesOf(part).Zip(_table.PlacesOf(cell), _table.Variables).All(places => places.Second == places.Third.Total || places.First == places.Second);

    private void Try(int next)
    {
        if (next == _finest.Length)
        {
            Take();
            return;
        }

        var known = _table.Counts[_finest[next]];
        for (var value = known ?? _floor; value <= (known ?? _limit); value++)
        {
            _values[next] = value;
            if (_completed[next].All(Fits)) { Try(next + 1); }
        }
    }

    private bool Fits(int cell) => _table.Counts[cell] is { } published ? Sum(cell) == published : Sum(cell) >= _floor;

    private long Sum(int cell)
    {
        var sum = 0L;
        foreach (var part in _parts[cell]) { sum += _values[part]; }

        return sum;
    }

    private void Take()
    {
        for (var cell = 0; cell < Least.Length; cell++)
        {
            var sum = Sum(cell);
            (Least[cell], Most[cell]) = (Math.Min(Least[cell], sum), Math.Max(Most[cell], sum));
        }
    }
}
