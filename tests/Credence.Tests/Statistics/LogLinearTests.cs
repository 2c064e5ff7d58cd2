using Credence.Statistics;
using CsCheck;

namespace Credence.Tests.Statistics;

public class LogLinearTests
{
    private static readonly int[] MainEffects = [0, 1, 2, 4];

    private static readonly Gen<int[]> Tables = Gen.Int[0, 12].Array[8].Select(counts =>
    {
        counts[0] = 0;
        return counts;
    });

    // At the maximum the fitted margins are the observed ones (Birch 1963).
    [Fact]
    public void A_fit_has_the_margins_of_the_table() =>
        Tables.Sample(counts =>
        {
            var model = Model(MainEffects);
            if (!model.HasFiniteMaximum(counts)) { return; }

            var fit = model.Fit(counts);

            Assert.NotNull(fit);
            foreach (var term in MainEffects)
            {
                var observed = Enumerable.Range(1, 7).Where(cell => LogLinearModel.Applies(term, cell)).Sum(cell => counts[cell]);
                Assert.Equal(observed, fit.MeanWhere(term), 1e-6 * Math.Max(1, observed));
            }
        });

    // Positive means with the same margins exist if and only if a finite maximum does.
    [Fact]
    public void Where_no_cell_is_empty_there_is_a_finite_maximum() =>
        Gen.Int[1, 9].Array[8].Sample(counts => Assert.True(Model([0, 1, 2, 4, 3, 5, 6]).HasFiniteMaximum(counts)));

    [Fact]
    public void Where_every_fit_runs_away_there_is_no_finite_maximum()
    {
        // All are on the first list, so its term grows without end.
        Assert.False(Model(MainEffects).HasFiniteMaximum([0, 9, 0, 4, 0, 3, 0, 1]));
        // Nobody is on two lists: the intercept grows without end.
        Assert.False(Model(MainEffects).HasFiniteMaximum([0, 9, 4, 0, 3, 0, 0, 0]));
        Assert.True(Model(MainEffects).HasFiniteMaximum([0, 9, 4, 2, 3, 0, 0, 0]));
    }

    [Fact]
    public void Terms_that_no_cell_tells_apart_are_not_identified()
    {
        Assert.True(Model([0, 1, 2, 4, 3, 5, 6]).IsIdentified());
        Assert.False(Model([0, 1, 2, 4, 3, 5, 6, 7]).IsIdentified());
    }

    // Exact against a search over small whole and half weights: the programme balances if such weights do.
    [Fact]
    public void What_positive_weights_balance_the_programme_balances() =>
        Gen.Int[0, 1].Array[3].Array[4].Select(Gen.Int[1, 3].Array[3]).Sample((rows, weights) =>
        {
            int[][] free = [.. rows.Select(row => new[] { -row.Zip(weights, (a, w) => a * w).Sum() })];

            Assert.True(ExactProgram.CanBalance(rows, free));
        });

    [Fact]
    public void What_only_negative_weights_balance_the_programme_does_not()
    {
        Assert.False(ExactProgram.CanBalance([[1, 1]], [[0]]));
        Assert.True(ExactProgram.CanBalance([[1, -1]], [[0]]));
        Assert.False(ExactProgram.CanBalance([[1, -1, 0], [0, 1, 1]], [[0], [0]]));
    }

    // Five points by hand: the quantiles of Hyndman and Fan's type 8 lie at (n + 1/3) p + 1/3.
    [Fact]
    public void Quantiles_are_those_of_Hyndman_and_Fan()
    {
        double[] sorted = [1, 2, 4, 8, 16];

        Assert.Equal(4, Quantiles.MedianUnbiased(sorted, 0.5), 12);
        Assert.Equal(1 + (2 / 3.0), Quantiles.MedianUnbiased(sorted, 0.25), 12);
        Assert.Equal(2, Quantiles.Linear(sorted, 0.25), 12);
    }

    private static LogLinearModel Model(IReadOnlyList<int> terms) => new(3, terms, cell => cell == 0);
}
