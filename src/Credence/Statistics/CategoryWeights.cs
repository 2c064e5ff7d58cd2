namespace Credence.Statistics;

/// <summary>How much two different categories are alike when agreement is counted.</summary>
public enum CategoryWeights
{
    /// <summary>Only the same category agrees.</summary>
    Nominal,

    /// <summary>By the number of pairs of categories between them (Gwet 2014, section 3.5).</summary>
    Ordinal,

    /// <summary>By their distance.</summary>
    Linear,

    /// <summary>By the square of their distance: Krippendorff's interval metric.</summary>
    Quadratic,

    /// <summary>By the square of their distance over their sum: Krippendorff's ratio metric.</summary>
    Ratio,

    /// <summary>By the square of the number of ratings between them: Krippendorff's ordinal metric.</summary>
    Rank,
}

/// <summary>How much each category is like each other one.</summary>
internal static class AlikeTable
{
    /// <summary>A square table of weights from 0 to 1, which is 1 on the diagonal.</summary>
    public static double[,] Of(CategoryWeights kind, IReadOnlyList<double> values)
    {
        var (count, range) = (values.Count, values.Count == 0 ? 0 : values.Max() - values.Min());
        var weights = new double[count, count];
        for (var k = 0; k < count; k++)
        {
            for (var l = 0; l < count; l++)
            {
                var (steps, apart) = (Math.Abs(k - l), Math.Abs(values[k] - values[l]));
                weights[k, l] = k == l ? 1 : kind switch
                {
                    CategoryWeights.Ordinal => 1 - (steps * (steps + 1.0) / (count * (count - 1.0))),
                    CategoryWeights.Linear => 1 - (apart / range),
                    CategoryWeights.Ratio => 1 - Math.Pow(apart / (values[k] + values[l]) * (values.Max() + values.Min()) / range, 2),
                    CategoryWeights.Quadratic or CategoryWeights.Rank => 1 - (apart * apart / (range * range)),
                    _ => 0,
                };
            }
        }

        return weights;
    }
}
