namespace Credence.Statistics;

/// <summary>A unit with a score, the truth about it, and its weight.</summary>
/// <param name="Score">Larger means rather yes; only the order counts, and equal scores are ties.</param>
/// <param name="Positive">The truth.</param>
/// <param name="Weight">Design weight; 1 where each unit stands for itself.</param>
public readonly record struct Ranked(double Score, bool Positive, double Weight = 1);

/// <summary>Units by falling score, with what stands above each threshold counted; ties are taken together.</summary>
internal sealed class Ranking
{
    private readonly Ranked[] _units;
    private readonly int[] _order;

    public Ranking(IReadOnlyList<Ranked> units)
    {
        _units = [.. units];
        _order = [.. Enumerable.Range(0, _units.Length).OrderByDescending(i => _units[i].Score)];
    }

    /// <summary>One entry for each threshold from the top: weight of positives and of negatives tied at it.</summary>
    public IEnumerable<(double Positives, double Negatives)> Steps(IReadOnlyList<int>? times = null)
    {
        for (var i = 0; i < _order.Length;)
        {
            var score = _units[_order[i]].Score;
            var (positives, negatives) = (0.0, 0.0);
            for (; i < _order.Length && _units[_order[i]].Score.Equals(score); i++)
            {
                var unit = _units[_order[i]];
                var weight = unit.Weight * (times?[_order[i]] ?? 1);
                if (unit.Positive) { positives += weight; } else { negatives += weight; }
            }

            yield return (positives, negatives);
        }
    }
}
