namespace Credence.Statistics;

/// <summary>
/// Ratings of units by any number of raters, some of whom may have left units out, and the coefficients of agreement beyond
/// chance with their standard errors (Gwet 2014, Handbook of Inter-Rater Reliability, chapters 2 to 5).
/// </summary>
public sealed class RatingTable
{
    private readonly double[][] _counts;
    private readonly double[,] _weights;

    private RatingTable(double[][] counts, double[,] weights) => (_counts, _weights) = (counts, weights);

    /// <summary>Units with at least one rating.</summary>
    public int Units => _counts.Length;

    /// <summary>Categories that a rating may have.</summary>
    public int Categories => _weights.GetLength(0);

    /// <summary>Share of pairs of ratings that agree, weighted; mean over units with two ratings or more.</summary>
    public double ObservedAgreement => Rated().Select(AgreementOf).DefaultIfEmpty(double.NaN).Average();

    /// <summary>Gwet's AC1, or AC2 where categories are weighted.</summary>
    public Agreement Gwet => Chance((share, all) => Sum(_weights) / (Categories * (Categories - 1.0)) * all.Zip(share, (p, own) => own * (1 - p)).Sum());

    /// <summary>Fleiss' kappa in its general form for raters who may leave units out.</summary>
    public Agreement Fleiss => Chance((share, all) => Pairs((k, l) => _weights[k, l] * (all[k] * share[l] + share[k] * all[l]) / 2));

    /// <summary>The coefficient of Brennan and Prediger: chance draws any category alike.</summary>
    public Agreement BrennanPrediger => Chance((_, _) => Sum(_weights) / (Categories * (double)Categories));

    /// <summary>Krippendorff's alpha.</summary>
    public Agreement Krippendorff => KrippendorffsAlpha();

    /// <summary>From the ratings of each unit; the categories in their order, also those that nobody used.</summary>
    public static RatingTable Of<T>(
        IEnumerable<IEnumerable<T>> units, IReadOnlyList<T> categories, CategoryWeights weights = CategoryWeights.Nominal, IReadOnlyList<double>? values = null)
        where T : notnull
    {
        var places = categories.Select((category, place) => (category, place)).ToDictionary(c => c.category, c => c.place);
        var counts = units.Select(ratings =>
        {
            var row = new double[categories.Count];
            foreach (var rating in ratings) { row[places[rating]]++; }

            return row;
        }).Where(row => row.Sum() > 0).ToArray();
        values ??= [.. Enumerable.Range(1, categories.Count).Select(k => (double)k)];
        return new RatingTable(counts, AlikeTable.Of(weights, weights == CategoryWeights.Rank ? MiddleRanks(counts, categories.Count) : values));
    }

    // Where the middle of each category lies among all ratings that can be paired.
    private static List<double> MiddleRanks(double[][] counts, int categories)
    {
        var (ranks, below) = (new List<double>(), 0.0);
        for (var k = 0; k < categories; k++)
        {
            var ratings = counts.Where(row => row.Sum() > 1).Sum(row => row[k]);
            ranks.Add(below + (ratings / 2));
            below += ratings;
        }

        return ranks;
    }

    // The chance term is linear in the shares of one unit, whose deviation enters the variance (Gwet 2014, equation 5.4).
    private Agreement Chance(Func<double[], double[], double> chance)
    {
        var rated = Rated().ToList();
        if (rated.Count == 0) { return Agreement.Undefined; }

        var shares = _counts.Select(Shares).ToList();
        double[] all = [.. Enumerable.Range(0, Categories).Select(k => shares.Average(share => share[k]))];
        var (observed, expected) = (rated.Average(AgreementOf), chance(all, all));
        var value = (observed - expected) / (1 - expected);
        var scale = (double)_counts.Length / rated.Count;
        var parts = _counts.Zip(shares, (row, share) =>
        {
            var own = row.Sum() < 2 ? 0 : scale * (AgreementOf(row) - expected) / (1 - expected);
            return own - (2 * (1 - value) * (chance(share, all) - expected) / (1 - expected));
        });
        return Agreement.Of(value, [.. parts]);
    }

    // Units weigh by their ratings, and a small sample is corrected for (Krippendorff 2004; Gwet 2014, section 5.6).
    private Agreement KrippendorffsAlpha()
    {
        var rated = Rated().ToList();
        if (rated.Count == 0) { return Agreement.Undefined; }

        var mean = rated.Average(row => row.Sum());
        var correction = 1 / (rated.Count * mean);
        double[] all = [.. Enumerable.Range(0, Categories).Select(k => rated.Average(row => row[k] / mean))];
        var raw = rated.Average(row => AgreementOf(row) * row.Sum() / mean);
        var expected = Pairs((k, l) => _weights[k, l] * all[k] * all[l]);
        var uncorrected = (raw - expected) / (1 - expected);
        var parts = rated.Select(row =>
        {
            var surplus = (row.Sum() - mean) / mean;
            var own = (AgreementOf(row) * row.Sum() / mean) - (raw * surplus);
            var chance = Pairs((k, l) => _weights[k, l] * ((all[k] * row[l]) + (row[k] * all[l])) / (2 * mean)) - (expected * surplus);
            return (own - expected - (2 * (1 - uncorrected) * (chance - expected))) / (1 - expected);
        });
        return Agreement.Of(uncorrected, [.. parts]) with { Value = 1 - ((1 - correction) * (1 - uncorrected)) };
    }

    private IEnumerable<double[]> Rated() => _counts.Where(row => row.Sum() > 1);

    private double AgreementOf(double[] row)
    {
        var size = row.Sum();
        return Pairs((k, l) => row[k] * ((_weights[k, l] * row[l]) - (k == l ? 1 : 0))) / (size * (size - 1));
    }

    private static double[] Shares(double[] row)
    {
        var size = row.Sum();
        return Array.ConvertAll(row, count => count / size);
    }

    private double Pairs(Func<int, int, double> term)
    {
        var sum = 0.0;
        for (var k = 0; k < Categories; k++)
        {
            for (var l = 0; l < Categories; l++) { sum += term(k, l); }
        }

        return sum;
    }

    private static double Sum(double[,] weights) => weights.Cast<double>().Sum();
}
