using MathNet.Numerics.Distributions;

namespace Credence.Statistics;

/// <summary>What was drawn of one stratum, and how much of it counts for a ratio.</summary>
/// <param name="Size">Units in the stratum.</param>
/// <param name="Drawn">Units drawn.</param>
/// <param name="Hits">Of these, in the numerator.</param>
/// <param name="Misses">Of these, in the denominator and not in the numerator.</param>
public readonly record struct StratumCounts(double Size, int Drawn, int Hits, int Misses)
{
    /// <summary>False if it is known that no unit of the stratum can be in the numerator, also of those not drawn.</summary>
    public bool CanHit { get; init; } = true;

    /// <summary>False if it is known that none can be in the denominator alone.</summary>
    public bool CanMiss { get; init; } = true;
}

/// <summary>
/// A share of a part of a population behind a stratified sample, with limits that hold where a large stratum shows few or none: there
/// the usual variance is nearly nothing, and the interval around it far too sure. Each stratum gives Wilson's limits with its finite
/// population correction, of up to three as Brown, Cai and DasGupta mend them (2001, Statistical Science 16:101; recalled, to be verified); those of a linear function are put together with their correlation (Zou and Donner 2008, Statistics in
/// Medicine 27:1693); and the limits of the ratio are the values that such an interval does not refuse (Fieller 1954).
/// </summary>
public sealed class StratifiedRatio
{
    private const double MostOfFew = 3;

    private readonly bool _isFinite;
    private readonly double _z;
    private readonly double _risk;
    private readonly List<Part> _parts;

    private StratifiedRatio(IEnumerable<StratumCounts> strata, bool isFinite, double confidence)
    {
        (_isFinite, _z, _risk) = (isFinite, Normal.InvCDF(0, 1, 0.5 + (confidence / 2)), 1 - confidence);
        _parts = [.. strata.Where(stratum => stratum.Drawn > 0).Select(stratum => new Part(
            stratum.Size, Limits(stratum.Hits, stratum, stratum.CanHit), Limits(stratum.Misses, stratum, stratum.CanMiss),
            stratum.Hits + stratum.Misses == stratum.Drawn ? -1 : Correlation((double)stratum.Hits / stratum.Drawn, (double)stratum.Misses / stratum.Drawn)))];
    }

    /// <summary>The share; NaN if nothing counts.</summary>
    public Estimate Share { get; private init; }

    /// <summary>How many units of the population are in the numerator, never fewer than were seen.</summary>
    public Estimate Total { get; private init; }

    /// <summary>From what was drawn of every stratum, also of those in which nothing counts.</summary>
    public static StratifiedRatio Of(IReadOnlyCollection<StratumCounts> strata, double confidence = 0.95) => Of(strata, isFinite: true, confidence);

    /// <summary>
    /// The same share of what goes on, of which these units are one outcome: without the finite population correction, so that a stratum
    /// that was drawn whole is not certain either. It is what two places are compared by (Cochran, Sampling Techniques, 1977, section 2.14).
    /// </summary>
    public static Estimate OfProcess(IReadOnlyCollection<StratumCounts> strata, double confidence = 0.95) => Of(strata, isFinite: false, confidence).Share;

    private static StratifiedRatio Of(IReadOnlyCollection<StratumCounts> strata, bool isFinite, double confidence)
    {
        var ratio = new StratifiedRatio(strata, isFinite, confidence);
        var (hits, misses) = (ratio._parts.Sum(part => part.Size * part.Hit.Value), ratio._parts.Sum(part => part.Size * part.Miss.Value));
        if (hits + misses == 0) { return new StratifiedRatio([], isFinite, confidence) { Share = Estimate.Undefined, Total = Estimate.Undefined }; }

        // Drawn ones are certain, on both sides.
        var total = ratio.Sum(1, 0).ClippedTo(strata.Sum(stratum => stratum.Hits), strata.Sum(stratum => stratum.Size - stratum.Drawn + stratum.Hits));
        return new StratifiedRatio(strata, isFinite, confidence)
        {
            Share = new Estimate(hits / (hits + misses), new Interval(
                First(share => ratio.Sum(1 - share, share).Low <= 0), First(share => ratio.Sum(1 - share, share).High < 0))),
            Total = new Estimate(hits, total),
        };
    }

    /// <summary>From every unit of a stratified sample, also those outside the denominator; the weights of a stratum add up to its size.</summary>
    public static StratifiedRatio Of(IEnumerable<SampledUnit> sample, double confidence = 0.95) => Of(
        [.. sample.GroupBy(unit => unit.Stratum, StringComparer.Ordinal).Select(stratum => new StratumCounts(
            stratum.Sum(unit => unit.Weight), stratum.Count(), stratum.Count(unit => unit is { Counted: true, Hit: true }), stratum.Count(unit => unit is { Counted: true, Hit: false })))],
        confidence);

    // The interval of hits times one factor, less misses times the other.
    private Interval Sum(double hit, double miss)
    {
        var (value, below, above) = (0.0, 0.0, 0.0);
        foreach (var part in _parts)
        {
            var (x, y) = (part.Hit, part.Miss);
            value += part.Size * ((hit * x.Value) - (miss * y.Value));
            below += part.Size * part.Size * Joined(hit * (x.Value - x.Interval.Low), miss * (y.Interval.High - y.Value), part.Correlation);
            above += part.Size * part.Size * Joined(hit * (x.Interval.High - x.Value), miss * (y.Value - y.Interval.Low), part.Correlation);
        }

        return new Interval(value - Math.Sqrt(below), value + Math.Sqrt(above));
    }

    private static double Joined(double x, double y, double correlation) => (x * x) + (y * y) - (2 * correlation * x * y);

    // Of two categories of one draw, a third being left; without one, a hit less is a miss more, also where there are only hits or only misses.
    private static double Correlation(double hit, double miss) => hit * miss == 0 ? 0 : -Math.Sqrt(hit * miss / Math.Max(1e-12, (1 - hit) * (1 - miss)));

    // Wilson 1927, of a finite stratum on the size that a draw without replacement is worth.
    private Estimate Limits(int count, StratumCounts stratum, bool canBe)
    {
        var share = (double)count / stratum.Drawn;
        if (!canBe || (_isFinite && stratum.Size - stratum.Drawn < 1e-9)) { return new Estimate(share, new Interval(share, share)); }

        var n = _isFinite ? stratum.Drawn * (stratum.Size - 1) / (stratum.Size - stratum.Drawn) : stratum.Drawn;
        var center = (share + (_z * _z / (2 * n))) / (1 + (_z * _z / n));
        var half = _z / (1 + (_z * _z / n)) * Math.Sqrt((share * (1 - share) / n) + (_z * _z / (4 * n * n)));
        return new Estimate(share, new Interval(count == 0 ? 0 : Math.Min(center - half, Fewest(share, n)), count == stratum.Drawn ? 1 : Math.Max(center + half, 1 - Fewest(1 - share, n))));
    }

    // Wilson's limit is too sure where about one is found: up to three have that of a Poisson count (the modified interval of Brown, Cai and DasGupta 2001).
    private double Fewest(double share, double n) => share * n is > 0 and <= MostOfFew and var count ? Gamma.InvCDF(count, 1, _risk) / n : 1;

    // The first share from 0 to 1 for which it holds; 1 if it holds for none. It goes on holding from there.
    private static double First(Func<double, bool> holds)
    {
        if (holds(0)) { return 0; }

        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            if (holds(middle)) { high = middle; } else { low = middle; }
        }

        return high;
    }

    private readonly record struct Part(double Size, Estimate Hit, Estimate Miss, double Correlation);
}
