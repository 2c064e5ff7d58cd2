using Credence.Statistics;
using MathNet.Numerics.Distributions;

namespace Credence.Evaluation.Measures;

/// <summary>The same measure in two groups or sites, held against each other.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
public sealed record ShareContrast(MeasuredShare First, MeasuredShare Second)
{
    // Two shares that level or code alone decides: no chance is left that a test could weigh.
    private const double Nothing = 1e-12;

    /// <summary>
    /// First share minus second. Of counts, Newcombe's hybrid score interval; of readings, the two intervals put together
    /// (Zou and Donner 2008), without finite population correction: what is asked is whether two places differ in what goes on, and
    /// not only in the incidents that were listed. Undefined where one of them is, and where what decides the strata leaves nothing open.
    /// </summary>
    public Estimate Difference
    {
        get
        {
            if (double.IsNaN(First.Share.Value) || double.IsNaN(Second.Share.Value)) { return Estimate.Undefined; }

            if (!First.IsOfReadings) { return new Contrast(First.Counted, Second.Counted).Difference(); }

            var (p, one, q, other) = (First.Process.Value, First.Process.Interval, Second.Process.Value, Second.Process.Interval);
            if (one.Width + other.Width < Nothing) { return Estimate.Undefined; }

            return new Estimate(p - q, new Interval(
                p - q - double.Hypot(p - one.Low, other.High - q), p - q + double.Hypot(one.High - p, q - other.Low)));
        }
    }

    /// <summary>
    /// Two-sided p-value of no difference. Of counts, Fisher's exact test, the smaller tail doubled; of readings, as many standard
    /// errors as the interval of the difference keeps from zero, so that both say the same.
    /// </summary>
    public double? P => double.IsNaN(First.Share.Value) || double.IsNaN(Second.Share.Value) ? null : First.IsOfReadings ? OfInterval : Fisher;

    private double? OfInterval
    {
        get
        {
            var difference = Difference;
            var towardsZero = difference.Value > 0 ? difference.Value - difference.Interval.Low : difference.Interval.High - difference.Value;
            if (double.IsNaN(difference.Value)) { return null; }

            if (difference.Value == 0) { return 1; }

            return 2 * Normal.CDF(0, 1, -Math.Abs(difference.Value) / towardsZero * Normal.InvCDF(0, 1, 0.975));
        }
    }

    private double Fisher
    {
        get
        {
            var draw = new Statistics.Hypergeometric(First.Counted.Of + Second.Counted.Of, First.Counted.Count + Second.Counted.Count, First.Counted.Of);
            return Math.Min(1, 2 * Math.Min(draw.AtMost(First.Counted.Count), draw.AtLeast(First.Counted.Count)));
        }
    }
}

/// <summary>Two sites or groups by name, with the p-value adjusted for all contrasts made with it.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The one it is held against.</param>
/// <param name="Contrast">Their shares.</param>
/// <param name="AdjustedP">By Holm 1979; null where there is nothing to test.</param>
public sealed record NamedContrast(string First, string Second, ShareContrast Contrast, double? AdjustedP)
{
    /// <summary>Every pair, in the order given: no order by size is ever made.</summary>
    public static IReadOnlyList<NamedContrast> Pairs(IReadOnlyList<(string Name, MeasuredShare Share)> shares) => Adjusted(
        [.. from i in Enumerable.Range(0, shares.Count) from j in Enumerable.Range(i + 1, shares.Count - i - 1) select (shares[i], shares[j])]);

    /// <summary>Contrasts that are looked at together, such as all of a table: in the order given, adjusted for one another.</summary>
    public static IReadOnlyList<NamedContrast> Adjusted(IReadOnlyList<((string Name, MeasuredShare Share) First, (string Name, MeasuredShare Share) Second)> pairs)
    {
        var contrasts = pairs.Select(pair => new ShareContrast(pair.First.Share, pair.Second.Share)).ToList();
        var tested = Enumerable.Range(0, pairs.Count).Where(i => contrasts[i].P is not null).ToList();
        var adjusted = Statistics.AdjustedP.Holm([.. tested.Select(i => contrasts[i].P!.Value)]);
        return [.. pairs.Select((pair, i) => new NamedContrast(
            pair.First.Name, pair.Second.Name, contrasts[i], tested.IndexOf(i) is var place and >= 0 ? adjusted[place] : null))];
    }
}
