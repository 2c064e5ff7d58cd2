using Credence.Evaluation.Release;

namespace Credence.Disclosure;

/// <summary>The smallest and the largest whole counts that fit what is published, among the solutions that the solver has met.</summary>
internal sealed class SeenRanges
{
    private readonly long[] _least;
    private readonly long[] _most;

    public SeenRanges(int cells)
    {
        (_least, _most) = (new long[cells], new long[cells]);
        Array.Fill(_least, long.MaxValue);
        Array.Fill(_most, long.MinValue);
    }

    /// <summary>True if whole counts were seen that keep the promise for the cell.</summary>
    public bool Keeps(int cell, SuppressionRule rule) =>
        _most[cell] >= rule.Threshold && _most[cell] - _least[cell] >= rule.Span;

    /// <summary>Takes a solution in if it is one of whole counts, which is checked without rounding.</summary>
    public void Add(LinkedTables tables, IReadOnlyList<long?> published, double[] values)
    {
        var whole = new long[values.Length];
        for (var cell = 0; cell < whole.Length; cell++)
        {
            whole[cell] = published[cell] ?? (long)Math.Round(values[cell]);
            if (published[cell] is null && whole[cell] < Attack.FloorOf(tables, cell)) { return; }
        }

        if (tables.Lines.All(line => line[1..].Sum(part => whole[part]) == whole[line[0]])) { Add(whole); }
    }

    public void Add(long[] whole)
    {
        for (var cell = 0; cell < whole.Length; cell++)
        {
            _least[cell] = Math.Min(_least[cell], whole[cell]);
            _most[cell] = Math.Max(_most[cell], whole[cell]);
        }
    }

    public long Least(int cell) => _least[cell];

    public long Most(int cell) => _most[cell];
}
