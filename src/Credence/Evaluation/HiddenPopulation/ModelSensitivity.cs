using Credence.Statistics;

namespace Credence.Evaluation.HiddenPopulation;

/// <summary>
/// How far the estimate hangs on choices that the table cannot decide: the threshold, the lists taken in, and the pairs that
/// are let to depend. Shown with every estimate.
/// </summary>
public sealed record ModelSensitivity
{
    /// <summary>With more lists than this only models one pair away from the chosen one are tried, not all.</summary>
    public const int MostListsForAllModels = 5;

    private static readonly double[] Thresholds = [0.001, 0.01, 0.02, 0.05, 0.1];

    /// <summary>The stepwise estimate at several thresholds.</summary>
    public required IReadOnlyList<(double Threshold, ModelEstimate Estimate)> ByThreshold { get; init; }

    /// <summary>The estimate with one list left out, for each that still gives one: main effects and stepwise.</summary>
    public required IReadOnlyList<WithoutList> ByListLeftOut { get; init; }

    /// <summary>Models tried, every set of pairs or those one pair away from the chosen model.</summary>
    public required int ModelsTried { get; init; }

    /// <summary>True if every set of pairs was tried.</summary>
    public required bool AreAllModels { get; init; }

    /// <summary>Models that gave an estimate, the smallest criterion of Akaike first.</summary>
    public required IReadOnlyList<ModelEstimate> Models { get; init; }

    /// <summary>
    /// Chao's lower bound (1987): people seen plus f1 squared over 2 f2, which holds if people differ in how easily they are
    /// seen; NaN if nobody is on exactly two lists.
    /// </summary>
    public required double ChaoLowerBound { get; init; }

    /// <summary>Tries other thresholds, fewer lists and other models than the chosen one.</summary>
    public static ModelSensitivity Of(CaptureTable table, ModelEstimate chosen)
    {
        var all = table.Lists.Count <= MostListsForAllModels;
        var tried = (all ? EverySet(table) : OnePairAway(table, chosen.Model)).Select(model => ModelEstimate.Of(table, model)).ToList();
        var (once, twice) = ((double)table.OnExactly(1), (double)table.OnExactly(2));
        return new ModelSensitivity
        {
            ByThreshold = [.. from threshold in Thresholds
                              let found = new StepwiseSearch(threshold).Find(table) as Fitted
                              where found is not null
                              select (threshold, found.Estimate)],
            ByListLeftOut = [.. Enumerable.Range(0, table.Lists.Count).Select(list => Left(table, list)).OfType<WithoutList>()],
            ModelsTried = tried.Count,
            AreAllModels = all,
            Models = [.. tried.OfType<Fitted>().Select(fitted => fitted.Estimate).OrderBy(estimate => estimate.Aic)],
            ChaoLowerBound = twice > 0 ? table.Observed + (once * once / (2 * twice)) : double.NaN,
        };
    }

    /// <summary>Smallest and largest estimate among the models whose criterion is at most this much above the best.</summary>
    public (int Models, Interval Range) Within(double aic)
    {
        var near = Models.TakeWhile(model => model.Aic <= Models[0].Aic + aic).Select(model => model.Population.Value).ToList();
        return near.Count == 0 ? (0, Interval.Undefined) : (near.Count, new Interval(near.Min(), near.Max()));
    }

    private static WithoutList? Left(CaptureTable table, int list)
    {
        var rest = table.Without(list);
        return rest.Lists.Count >= 2
            && ModelEstimate.Of(rest, ListModel.MainEffects) is Fitted main
            && new StepwiseSearch().Find(rest) is Fitted stepwise
                ? new WithoutList(table.Lists[list], rest.Observed, main.Estimate, stepwise.Estimate) : null;
    }

    private static IEnumerable<ListModel> EverySet(CaptureTable table)
    {
        var pairs = table.Pairs.ToArray();
        return Enumerable.Range(0, 1 << pairs.Length).Select(set => new ListModel([.. pairs.Where((_, i) => (set >> i & 1) == 1)]));
    }

    private static IEnumerable<ListModel> OnePairAway(CaptureTable table, ListModel model) =>
        [model, .. table.Pairs.Select(pair => model.Pairs.Contains(pair)
            ? new ListModel([.. model.Pairs.Where(p => p != pair)]) : model.With(pair))];
}

/// <summary>The estimate from all lists but one.</summary>
/// <param name="List">The list left out.</param>
/// <param name="Observed">People on the others.</param>
/// <param name="MainEffects">Lists independent.</param>
/// <param name="Stepwise">Pairs taken in as they are for the whole table.</param>
public sealed record WithoutList(string List, int Observed, ModelEstimate MainEffects, ModelEstimate Stepwise);
