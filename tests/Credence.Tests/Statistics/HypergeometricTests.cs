using Credence.Statistics;
using CsCheck;

namespace Credence.Tests.Statistics;

public class HypergeometricTests
{
    private static readonly Gen<(int Population, int Successes, int Draws)> Draws = Gen.Int[1, 60].SelectMany(population =>
        Gen.Select(Gen.Int[0, population], Gen.Int[0, population]).Select((successes, draws) => (population, successes, draws)));

    [Fact]
    public void Tails_are_the_sums_of_the_single_chances() =>
        Draws.Sample(draw =>
        {
            var chance = new Hypergeometric(draw.Population, draw.Successes, draw.Draws);
            var sum = 0.0;
            for (var k = 0; k <= draw.Draws; k++)
            {
                Assert.Equal(1 - sum, chance.AtLeast(k), 9);
                sum += chance.Exactly(k);
                Assert.Equal(sum, chance.AtMost(k), 9);
            }

            Assert.Equal(1, sum, 9);
        });

    // phyper(4, 50, 450, 100) and phyper(0, 5, 1995, 800) as scipy.stats.hypergeom gives them.
    [Fact]
    public void Tails_equal_values_computed_elsewhere()
    {
        Assert.Equal(0.01437694587655, new Hypergeometric(500, 50, 100).AtMost(4), 12);
        Assert.Equal(0.07750071367228, new Hypergeometric(2000, 5, 800).AtMost(0), 12);
    }

    [Fact]
    public void The_exact_interval_holds_the_truth_at_least_as_often_as_it_says() =>
        Gen.Select(Gen.Int[2, 40], Gen.Int[0, 40], Gen.Int[1, 40]).Where((n, k, d) => k <= n && d <= n).Sample((population, successes, draws) =>
        {
            var covered = 0.0;
            for (var found = 0; found <= Math.Min(successes, draws); found++)
            {
                if (Hypergeometric.SuccessesIn(population, draws, found).Contains(successes))
                {
                    covered += new Hypergeometric(population, successes, draws).Exactly(found);
                }
            }

            Assert.True(covered >= 0.95 - 1e-9);
        });
}
