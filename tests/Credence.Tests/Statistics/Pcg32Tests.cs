using Credence.Statistics;

namespace Credence.Tests.Statistics;

public class Pcg32Tests
{
    // First draws of pcg32_srandom(42, 54) in the demonstration program of the reference implementation.
    [Fact]
    public void The_draws_are_those_of_the_reference_implementation()
    {
        var chance = new Pcg32(42);

        Assert.Equal(
            [0xa15c02b7u, 0x7b47f409u, 0xba1d3330u, 0x83d2f293u, 0xbfa4784bu, 0xcbed606eu],
            Enumerable.Range(0, 6).Select(_ => chance.Next()));
    }

    [Fact]
    public void Draws_below_a_bound_are_even()
    {
        var chance = new Pcg32(1);
        var seen = new int[6];
        for (var i = 0; i < 60_000; i++) { seen[chance.Below(6)]++; }

        // Chi-squared with 5 degrees of freedom: .001 is cut off at 20.5.
        Assert.True(seen.Sum(n => Math.Pow(n - 10_000, 2) / 10_000) < 20.5);
    }
}
