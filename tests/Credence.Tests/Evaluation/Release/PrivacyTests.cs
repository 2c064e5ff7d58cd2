using System.Numerics;
using Credence.Evaluation.Release;
using Credence.Statistics;
using MathNet.Numerics.Distributions;

namespace Credence.Tests.Evaluation.Release;

public class PrivacyTests
{
    private const int Draws = 40_000;

    // P(d) = (1 - q) / (1 + q) q^|d| with q = exp(-1 / scale).
    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 2)]
    [InlineData(20, 3)]
    public void Geometric_noise_has_its_distribution(int numerator, int denominator)
    {
        var q = Math.Exp(-(double)denominator / numerator);
        var noise = new DiscreteNoise(Seeded(1));

        ExpectDistribution(() => noise.Geometric(new Ratio(numerator, denominator)), d => (1 - q) / (1 + q) * Math.Pow(q, Math.Abs(d)));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(9, 1)]
    [InlineData(101, 4)]
    public void Gaussian_noise_has_its_distribution(int numerator, int denominator)
    {
        var variance = (double)numerator / denominator;
        var sum = Enumerable.Range(-200, 401).Sum(d => Math.Exp(-(double)d * d / (2 * variance)));
        var noise = new DiscreteNoise(Seeded(2));

        ExpectDistribution(() => noise.Gaussian(new Ratio(numerator, denominator)), d => Math.Exp(-(double)d * d / (2 * variance)) / sum);
    }

    [Fact]
    public void A_wrong_distribution_would_be_noticed() =>
        Assert.Throws<Xunit.Sdk.TrueException>(() => Geometric_against_a_scale_a_tenth_too_large());

    // ε = 0.3 over 3 tables is 0.1 for each: a scale of 10 rows for one row, 20 where a person has two. Decimals, so nothing is rounded.
    [Theory]
    [InlineData("0.3", 3, 1, 10, 1)]
    [InlineData("0.3", 3, 2, 20, 1)]
    [InlineData("0.7", 1, 1, 10, 7)]
    public void Parts_of_a_budget_add_up_exactly(string epsilon, int tables, int cap, int numerator, int denominator)
    {
        var budget = new PrivacyBudget(decimal.Parse(epsilon, System.Globalization.CultureInfo.InvariantCulture), 0, tables, cap);

        // One table spends cap / scale; all of them the whole ε.
        Assert.Equal(budget.Scale.Numerator * denominator, budget.Scale.Denominator * numerator);
        Assert.Equal(NoiseMechanism.Geometric, budget.Mechanism);
    }

    [Theory]
    [InlineData(1.0, 1e-6, 1, 1)]
    [InlineData(0.5, 1e-9, 4, 3)]
    [InlineData(8.0, 1e-5, 2, 1)]
    public void Gaussian_tables_together_spend_no_more_than_the_budget_and_nearly_all_of_it(double epsilon, double delta, int tables, int cap)
    {
        var budget = new PrivacyBudget((decimal)epsilon, (decimal)delta, tables, cap);

        // Each table is (cap² / 2σ²)-zCDP; zCDP adds up; ρ-zCDP is (ρ + 2√(ρ ln 1/δ), δ)-DP.
        var rho = tables * (double)cap * cap / (2 * budget.Variance.Value);
        var spent = rho + (2 * Math.Sqrt(rho * Math.Log(1 / delta)));
        Assert.InRange(spent, epsilon * 0.998, epsilon);
    }

    [Fact]
    public void Totals_are_the_sums_of_counts_with_noise_and_what_cannot_occur_stays_zero()
    {
        SpanningVariable[] variables = [new("u", ["a", "b"]), new("t", ["x", "y"])];
        var table = FrequencyTable.Of(variables, [50, 60, 0, 70], new HashSet<int> { 2 });

        var noisy = NoisyTable.Of(table, new PrivacyBudget(1, 0, 1, 1), Seeded(3));

        Assert.Equal(0, noisy.Counts[table.CellOf([1, 0])]);
        Assert.Equal(noisy.Counts[0] + noisy.Counts[1], noisy.Counts[2]);
        Assert.Equal(noisy.Counts[0] + noisy.Counts[1] + noisy.Counts[4], noisy.Counts[8]);
        Assert.NotEqual(table.Counts[8], noisy.Counts[8]);
    }

    private static void Geometric_against_a_scale_a_tenth_too_large()
    {
        var q = Math.Exp(-1 / 5.5);
        var noise = new DiscreteNoise(Seeded(1));
        ExpectDistribution(() => noise.Geometric(new Ratio(5, 1)), d => (1 - q) / (1 + q) * Math.Pow(q, Math.Abs(d)));
    }

    // Chi-square over the values with at least 20 expected draws and both tails.
    private static void ExpectDistribution(Func<BigInteger> draw, Func<int, double> chance)
    {
        var edge = 0;
        while (chance(edge + 1) * Draws >= 20) { edge++; }

        var observed = new double[(2 * edge) + 3];
        for (var i = 0; i < Draws; i++) { observed[(int)BigInteger.Max(-edge - 1, BigInteger.Min(edge + 1, draw())) + edge + 1]++; }

        double[] inside = [.. Enumerable.Range(-edge, (2 * edge) + 1).Select(d => chance(d) * Draws)];
        double[] expected = [(Draws - inside.Sum()) / 2, .. inside, (Draws - inside.Sum()) / 2];
        var (sum, cells) = (0.0, 0);
        for (var i = 0; i < expected.Length; i++)
        {
            if (expected[i] < 5) { continue; }

            sum += (observed[i] - expected[i]) * (observed[i] - expected[i]) / expected[i];
            cells++;
        }

        var p = 1 - ChiSquared.CDF(cells - 1, sum);
        Assert.True(p > 0.001, $"χ² = {sum:0.0} on {cells - 1}, p = {p}");
    }

    private static Entropy Seeded(ulong seed)
    {
        var source = new Pcg32(seed);
        return bytes =>
        {
            for (var i = 0; i < bytes.Length; i++) { bytes[i] = (byte)(source.Next() >> 24); }
        };
    }
}
