using Credence.Statistics;

namespace Credence.Training;

/// <summary>Something somebody practiced, in numbers: never which choices were made.</summary>
/// <param name="Person">Who, by a value without meaning.</param>
/// <param name="What">The scenario, or <see cref="Sorting"/>.</param>
/// <param name="On">The day.</param>
/// <param name="Right">How many choices served, or reports were sorted as by the key.</param>
/// <param name="Of">Of how many.</param>
public sealed record PracticeResult(Guid Person, string What, DateOnly On, int Right, int Of)
{
    internal double Share => (double)Right / Of;

    /// <summary>What the sorting exercise is called.</summary>
    public const string Sorting = "sorting";

    /// <summary>What was practiced; never whose it is, or how it went.</summary>
    public override string ToString() => $"PracticeResult({What})";
}

/// <summary>What practice does in a unit: coverage, before and after, and what is left at six months. Few persons make no figure.</summary>
public sealed record TrainingMeasures
{
    /// <summary>Fewer persons than this make no figure: it would be about somebody.</summary>
    public const int FewestPersons = 10;

    /// <summary>After so many months practice is due again; memory of a training fades.</summary>
    public const int MonthsUntilRefresher = 6;

    /// <summary>Who played a scenario within six months, of all who should; null if those are too few.</summary>
    public required Proportion? Coverage { get; init; }

    /// <summary>The last sorting before the first scenario against the first sorting after it; null if too few did both.</summary>
    public required SortingChange? BeforeAfter { get; init; }

    /// <summary>The first sorting after a scenario against the first one six months or more after that; null if too few did both.</summary>
    public required SortingChange? AtSixMonths { get; init; }

    /// <summary>The day on which practice of a day is due again.</summary>
    public static DateOnly DueAgain(DateOnly practiced) => practiced.AddMonths(MonthsUntilRefresher);

    /// <summary>The measures on a day.</summary>
    /// <param name="unit">All who should practice, whether they did or not.</param>
    /// <param name="results">What was practiced, in the order in which it was.</param>
    /// <param name="on">The day.</param>
    public static TrainingMeasures Of(IReadOnlyCollection<Guid> unit, IEnumerable<PracticeResult> results, DateOnly on)
    {
        var persons = results.Where(result => unit.Contains(result.Person)).GroupBy(result => result.Person).Select(own => own.OrderBy(result => result.On).ToList()).ToList();
        var covered = persons.Count(own => own.Exists(result => result.What != PracticeResult.Sorting && result.On <= on && DueAgain(result.On) >= on));
        return new TrainingMeasures
        {
            Coverage = unit.Count < FewestPersons ? null : new Proportion(covered, unit.Count),
            BeforeAfter = SortingChange.Of(persons.Select(BeforeAndAfter)),
            AtSixMonths = SortingChange.Of(persons.Select(AfterAndLater)),
        };
    }

    private static (PracticeResult First, PracticeResult Second)? BeforeAndAfter(List<PracticeResult> own)
    {
        var scenario = own.FindIndex(IsScenario);
        if (scenario < 0) return null;
        return (own.Take(scenario).LastOrDefault(IsSorting), own.Skip(scenario).FirstOrDefault(IsSorting)) is ({ } before, { } after) ? (before, after) : null;
    }

    private static (PracticeResult First, PracticeResult Second)? AfterAndLater(List<PracticeResult> own)
    {
        var scenario = own.FindIndex(IsScenario);
        if (scenario < 0 || own.Skip(scenario).FirstOrDefault(IsSorting) is not { } after) return null;
        return own.Find(result => IsSorting(result) && result.On >= DueAgain(after.On)) is { } later ? (after, later) : null;
    }

    private static bool IsScenario(PracticeResult result) => !IsSorting(result);

    private static bool IsSorting(PracticeResult result) => result.What == PracticeResult.Sorting;
}

/// <summary>
/// How reports were sorted by the same persons at two times, in rounded shares and made anew only for some more persons at a time: whoever looks before and
/// after one more person sorted must not learn how that one did.
/// </summary>
/// <param name="Persons">How many persons.</param>
/// <param name="First">The share of reports sorted as by the key, the first time, to five points.</param>
/// <param name="Second">The same, the second time.</param>
/// <param name="Difference">
/// The second share less the first, person by person, with Student's interval over persons, because reports that one person sorts hang together; to five points, the
/// interval to the wider side.
/// </param>
public sealed record SortingChange(int Persons, double First, double Second, Estimate Difference)
{
    /// <summary>After so many more persons a figure is made anew.</summary>
    public const int PersonsAtATime = 5;

    private const double Steps = 20;

    internal static SortingChange? Of(IEnumerable<(PracticeResult First, PracticeResult Second)?> persons)
    {
        // In the order in which they did both: those who come stand behind those who were counted.
        var both = persons.OfType<(PracticeResult First, PracticeResult Second)>().OrderBy(one => one.Second.On).ToList();
        var counted = both[..(both.Count / PersonsAtATime * PersonsAtATime)];
        return counted.Count < TrainingMeasures.FewestPersons ? null : new SortingChange(
            counted.Count, Rounded(Pooled(counted.Select(one => one.First)).Share), Rounded(Pooled(counted.Select(one => one.Second)).Share),
            Rounded(MeanEstimate.Of(counted.ConvertAll(one => one.Second.Share - one.First.Share))));
    }

    private static Proportion Pooled(IEnumerable<PracticeResult> results) =>
        results.Aggregate(new Proportion(0, 0), (sum, result) => new Proportion(sum.Count + result.Right, sum.Of + result.Of));

    private static double Rounded(double share) => Math.Round(share * Steps) / Steps;

    // A hair less than a step is a step: the interval of a change that all share has no width.
    private static Estimate Rounded(Estimate change) => new(
        Rounded(change.Value), new Interval(Math.Floor((change.Interval.Low * Steps) + 1e-9) / Steps, Math.Ceiling((change.Interval.High * Steps) - 1e-9) / Steps));
}
