namespace Credence.Statistics;

/// <summary>
/// Ratings of units by any number of raters, some of whom may have left units out, and the coefficients of agreement beyond
/// chance with their standard errors (Gwet 2014, Handbook of Inter-Rater Reliability, chapters 2 to 5).
/// </summary>
public sealed class RatingTable
{
    private readonly RatedRow[] _rows;
    private readonly double[,] _weights;

    private RatingTable(RatedRow[] rows, double[,] weights) => (_rows, _weights) = (rows, weights);

    /// <summary>Units with at least one rating.</summary>
    public int Units => _rows.Sum(row => row.Times);

    /// <summary>Categories that a rating may have.</summary>
    public int Categories => _weights.GetLength(0);

    /// <summary>Share of pairs of ratings that agree, weighted; mean over units with two ratings or more.</summary>
    public double ObservedAgreement => Mean([.. Rated()], AgreementOf);

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
        where T : notnull => Of(units.Select(ratings => (ratings, 1)), categories, weights, values);

    /// <summary>The same where units with like ratings are given once, with how many they are.</summary>
    public static RatingTable Of<T>(
        IEnumerable<(IEnumerable<T> Ratings, int Times)> units, IReadOnlyList<T> categories, CategoryWeights weights = CategoryWeights.Nominal, IReadOnlyList<double>? values = null)
        where T : notnull
    {
        var places = categories.Select((category, place) => (category, place)).ToDictionary(c => c.category, c => c.place);
        var rows = units.Select(unit =>
        {
            var counts = new double[categories.Count];
            foreach (var rating in unit.Ratings) { counts[places[rating]]++; }

            return new RatedRow(counts, unit.Times);
        }).Where(row => row.Size > 0 && row.Times > 0).ToArray();
        values ??= [.. Enumerable.Range(1, categories.Count).Select(k => (double)k)];
        return new RatingTable(rows, AlikeTable.Of(weights, weights == CategoryWeights.Rank ? MiddleRanks(rows, categories.Count) : values));
    }

    // Where the middle of each category lies among all ratings that can be paired.
    private static List<double> MiddleRanks(RatedRow[] rows, int categories)
    {
        var (ranks, below) = (new List<double>(), 0.0);
        for (var k = 0; k < categories; k++)
        {
            var ratings = rows.Where(row => row.Size > 1).Sum(row => row.Times * row.Counts[k]);
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

        double[] all = [.. Enumerable.Range(0, Categories).Select(k => Mean(_rows, row => row.Counts[k] / row.Size))];
        var (observed, expected) = (Mean(rated, AgreementOf), chance(all, all));
        var value = (observed - expected) / (1 - expected);
        var scale = Units / (double)rated.Sum(row => row.Times);
        var parts = _rows.Select(row =>
        {
            var own = row.Size < 2 ? 0 : scale * (AgreementOf(row) - expected) / (1 - expected);
            return (own - (2 * (1 - value) * (chance(Shares(row), all) - expected) / (1 - expected)), row.Times);
        });
        return Agreement.Of(value, parts);
    }

    // Units weigh by their ratings, and a small sample is corrected for (Krippendorff 2004; Gwet 2014, section 5.6).
    private Agreement KrippendorffsAlpha()
    {
        var rated = Rated().ToList();
        if (rated.Count == 0) { return Agreement.Undefined; }

        var mean = Mean(rated, row => row.Size);
        var correction = 1 / (rated.Sum(row => row.Times) * mean);
        double[] all = [.. Enumerable.Range(0, Categories).Select(k => Mean(rated, row => row.Counts[k] / mean))];
        var raw = Mean(rated, row => AgreementOf(row) * row.Size / mean);
        var expected = Pairs((k, l) => _weights[k, l] * all[k] * all[l]);
        var uncorrected = (raw - expected) / (1 - expected);
        var parts = rated.Select(row =>
        {
            var surplus = (row.Size - mean) / mean;
            var own = (AgreementOf(row) * row.Size / mean) - (raw * surplus);
            var chance = Pairs((k, l) => _weights[k, l] * ((all[k] * row.Counts[l]) + (row.Counts[k] * all[l])) / (2 * mean)) - (expected * surplus);
            return ((own - expected - (2 * (1 - uncorrected) * (chance - expected))) / (1 - expected), row.Times);
        });
        return Agreement.Of(uncorrected, parts) with { Value = 1 - ((1 - correction) * (1 - uncorrected)) };
    }

    private IEnumerable<RatedRow> Rated() => _rows.Where(row => row.Size > 1);

    private double AgreementOf(RatedRow row) =>
        Pairs((k, l) => row.Counts[k] * ((_weights[k, l] * row.Counts[l]) - (k == l ? 1 : 0))) / (row.Size * (row.Size - 1));

    private static double[] Shares(RatedRow row) => Array.ConvertAll(row.Counts, count => count / row.Size);

    private static double Mean(IReadOnlyCollection<RatedRow> rows, Func<RatedRow, double> of) =>
        rows.Count == 0 ? double.NaN : rows.Sum(row => row.Times * of(row)) / rows.Sum(row => row.Times);

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

    // Ratings by category of so many units that are rated alike.
    private sealed class RatedRow(double[] counts, int times)
    {
        public double[] Counts { get; } = counts;

        public double Size { get; } = counts.Sum();

        public int Times { get; } = times;
    }
}
