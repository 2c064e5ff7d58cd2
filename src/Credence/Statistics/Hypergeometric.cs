using MathNet.Numerics;

namespace Credence.Statistics;

/// <summary>A draw without replacement from a population of which some units are successes.</summary>
/// <param name="Population">Units in all.</param>
/// <param name="Successes">Those of the kind that is counted.</param>
/// <param name="Draws">Units drawn.</param>
/// <remarks>MathNet's distribution sums from zero, where the terms underflow for a few thousand units.</remarks>
public readonly record struct Hypergeometric(int Population, int Successes, int Draws)
{
    // A stopping rule asks for millions of them.
    private static readonly double[] LogFactorials = [.. Enumerable.Range(0, 1 << 14).Select(SpecialFunctions.FactorialLn)];

    private int Least => Math.Max(0, Draws + Successes - Population);

    private int Most => Math.Min(Successes, Draws);

    /// <summary>The chance of exactly so many successes.</summary>
    public double Exactly(int successes) => successes < Least || successes > Most ? 0 : Math.Exp(
        LogChoose(Successes, successes) + LogChoose(Population - Successes, Draws - successes) - LogChoose(Population, Draws));

    /// <summary>The chance of at most so many successes, summed downwards from the largest term.</summary>
    public double AtMost(int successes)
    {
        if (successes < Least) { return 0; }

        if (successes >= Most) { return 1; }

        var (term, sum) = (Exactly(successes), 0.0);
        for (var i = successes; i >= Least && term > sum * 1e-17; i--)
        {
            sum += term;
            term *= (double)i * (Population - Successes - Draws + i) / ((double)(Successes - i + 1) * (Draws - i + 1));
        }

        return Math.Min(1, sum);
    }

    /// <summary>The chance of at least so many successes: at most the rest of them among the units not drawn.</summary>
    public double AtLeast(int successes) => new Hypergeometric(Population, Successes, Population - Draws).AtMost(Successes - successes);

    /// <summary>
    /// Exact interval for the successes in a population, from those in a draw: every number that neither tail refuses (Wright
    /// 1991; the finite form of Clopper and Pearson).
    /// </summary>
    public static Interval SuccessesIn(int population, int draws, int found, double confidence = 0.95)
    {
        var tail = (1 - confidence) / 2;
        var (low, high) = (found, population - draws + found);
        return new Interval(
            First(low, high, k => new Hypergeometric(population, k, draws).AtLeast(found) > tail),
            First(low, high + 1, k => k > high || new Hypergeometric(population, k, draws).AtMost(found) <= tail) - 1);
    }

    // The first number from low to high for which it holds; it goes on holding from there.
    private static int First(int low, int high, Func<int, bool> holds)
    {
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (holds(middle)) { high = middle; } else { low = middle + 1; }
        }

        return low;
    }

    private static double LogChoose(int n, int k) => LogFactorial(n) - LogFactorial(k) - LogFactorial(n - k);

    private static double LogFactorial(int n) => n < LogFactorials.Length ? LogFactorials[n] : SpecialFunctions.FactorialLn(n);
}
