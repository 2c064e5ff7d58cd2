namespace Credence.Interviews;

/// <summary>
/// Krippendorff's alpha for unitizing, αU: whether two coders find the same units with the same ends on a continuum (Krippendorff 1995, Sociological
/// Methodology 25:47-76, with the expected disagreement as corrected in Content Analysis, 2nd edition 2004, chapter 11.6). Several transcripts are
/// one continuum in which no unit and no gap goes beyond its transcript.
/// </summary>
public static class UnitizingAlpha
{
    /// <summary>Alpha of two coders; NaN where neither marks anything.</summary>
    public static double Of(IReadOnlyCollection<CodedText> texts) => 1 - (Observed(texts) / Expected(texts));

    /// <summary>Sum of the squared distances of the ends of units that overlap, and of the squared lengths of those that meet none, over the squared length.</summary>
    public static double Observed(IReadOnlyCollection<CodedText> texts)
    {
        var length = Length(texts);
        return texts.Sum(text => text.Meetings().Sum(pair => Square(pair.One.Start - pair.Other.Start) + Square(pair.One.End - pair.Other.End))
            + Alone(text.One, text.Other) + Alone(text.Other, text.One)) / (length * length);
    }

    /// <summary>The same for units laid down by chance.</summary>
    public static double Expected(IReadOnlyCollection<CodedText> texts)
    {
        double[] units = [.. texts.SelectMany(text => text.One.Concat(text.Other)).Select(unit => (double)unit.Length)];
        double[] gaps = [.. texts.SelectMany(text => Gaps(text.One, text.Length).Concat(Gaps(text.Other, text.Length))).Order()];
        var room = new double[gaps.Length + 1];
        for (var i = gaps.Length - 1; i >= 0; i--) { room[i] = room[i + 1] + gaps[i]; }

        var length = Length(texts);
        var chance = units.Sum(unit =>
        {
            var first = FirstAtLeast(gaps, unit);
            var inGaps = unit * unit * (room[first] - ((gaps.Length - first) * (unit - 1)));
            return ((units.Length - 1) / 3.0 * ((2 * unit * unit * unit) - (3 * unit * unit) + unit)) + inGaps;
        });
        return 2 / length * chance / ((2 * length * ((2 * length) - 1)) - units.Sum(unit => unit * (unit - 1)));
    }

    private static double Length(IReadOnlyCollection<CodedText> texts) => texts.Sum(text => (double)text.Length);

    private static double Alone(IReadOnlyList<TextSpan> units, IReadOnlyList<TextSpan> others)
    {
        var (sum, next) = (0.0, 0);
        foreach (var unit in units)
        {
            while (next < others.Count && others[next].End <= unit.Start) { next++; }

            if (next == others.Count || !unit.Overlaps(others[next])) { sum += Square(unit.Length); }
        }

        return sum;
    }

    private static IEnumerable<double> Gaps(IReadOnlyList<TextSpan> units, int length)
    {
        var begun = 0;
        foreach (var unit in units)
        {
            if (unit.Start > begun) { yield return unit.Start - begun; }

            begun = unit.End;
        }

        if (length > begun) { yield return length - begun; }
    }

    private static int FirstAtLeast(double[] sorted, double value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value) { low = middle + 1; }
            else { high = middle; }
        }

        return low;
    }

    private static double Square(double value) => value * value;
}
