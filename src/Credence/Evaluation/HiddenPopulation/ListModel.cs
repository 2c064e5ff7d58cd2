using Credence.Statistics;

namespace Credence.Evaluation.HiddenPopulation;

/// <summary>Which pairs of lists are taken to depend on each other.</summary>
/// <param name="Pairs">The pairs, in the order in which they were taken in; none says that the lists are independent.</param>
public sealed record ListModel(IReadOnlyList<ListPair> Pairs)
{
    /// <summary>Every list by itself.</summary>
    public static readonly ListModel MainEffects = new([]);

    /// <summary>The same model with one more pair.</summary>
    public ListModel With(ListPair pair) => new([.. Pairs, pair]);

    /// <summary>
    /// The model of one table. A pair that nobody is on both lists of has no finite coefficient: its cells are left out, and
    /// with them the coefficient (Chan, Silverman and Vincent 2021, section 3).
    /// </summary>
    internal LogLinearModel On(CaptureTable table)
    {
        var overlap = Pairs.ToLookup(pair => table.On(pair.Cell) > 0, pair => pair.Cell);
        var empty = overlap[false].ToArray();
        int[] terms = [0, .. Enumerable.Range(0, table.Lists.Count).Select(list => 1 << list), .. overlap[true]];
        return new LogLinearModel(
            table.Lists.Count, terms, cell => cell == 0 || Array.Exists(empty, pair => LogLinearModel.Applies(pair, cell)));
    }
}
