namespace Credence.Training;

/// <summary>Practice that somebody should do again, because what is learned fades. A rule proposes it; a person asks for it.</summary>
/// <param name="Person">Who, by a value without meaning.</param>
/// <param name="What">The scenario, or <see cref="PracticeResult.Sorting"/>.</param>
/// <param name="DueAgain">The day on which it is due again, which may have gone by.</param>
/// <param name="By">By which day it is proposed.</param>
public sealed record Refresher(Guid Person, string What, DateOnly DueAgain, DateOnly By)
{
    /// <summary>A scenario is proposed so many days before it is due again, so that coverage has no gap.</summary>
    public const int DaysAhead = 30;

    /// <summary>Whoever is asked has so many days at least.</summary>
    public const int DaysToDo = 14;

    /// <summary>
    /// What is proposed on a day. A scenario for whoever played one and is due again within <see cref="DaysAhead"/> days: the first that
    /// she or he never played, else the one whose last play is longest ago. Sorting for whoever sorted six months ago or more, and not before
    /// that, because what is left after six months is measured by it. Nothing where something of the kind is asked for already.
    /// </summary>
    /// <param name="unit">All who should practice.</param>
    /// <param name="results">What was practiced.</param>
    /// <param name="scenarios">The scenarios that there are, in their order.</param>
    /// <param name="open">What is asked of whom and not done.</param>
    /// <param name="on">The day.</param>
    public static IReadOnlyList<Refresher> Propose(
        IReadOnlyCollection<Guid> unit, IEnumerable<PracticeResult> results, IReadOnlyList<string> scenarios, IReadOnlyCollection<(Guid Person, string What)> open, DateOnly on)
    {
        var (own, asked) = (results.ToLookup(result => result.Person), open.ToLookup(one => one.Person, one => one.What));
        return [.. unit.SelectMany(person => Propose(person, [.. own[person]], scenarios, [.. asked[person]], on))];
    }

    private static IEnumerable<Refresher> Propose(Guid person, List<PracticeResult> own, IReadOnlyList<string> scenarios, List<string> asked, DateOnly on)
    {
        var (sorted, played) = (own.Where(IsSorting).ToList(), own.Where(result => !IsSorting(result)).ToList());
        if (Due(played) is { } due && due <= on.AddDays(DaysAhead) && !asked.Exists(what => what != PracticeResult.Sorting) && scenarios.Count > 0)
            yield return new Refresher(person, Next(played, scenarios), due, DayFor(due, on));
        if (Due(sorted) is { } again && again <= on && !asked.Contains(PracticeResult.Sorting))
            yield return new Refresher(person, PracticeResult.Sorting, again, DayFor(again, on));
    }

    private static string Next(List<PracticeResult> played, IReadOnlyList<string> scenarios) =>
        scenarios.MinBy(scenario => played.Where(result => result.What == scenario).Select(result => result.On).DefaultIfEmpty(DateOnly.MinValue).Max())!;

    private static DateOnly? Due(List<PracticeResult> done) => done.Count == 0 ? null : TrainingMeasures.DueAgain(done.Max(result => result.On));

    private static DateOnly DayFor(DateOnly due, DateOnly on) => due > on.AddDays(DaysToDo) ? due : on.AddDays(DaysToDo);

    private static bool IsSorting(PracticeResult result) => result.What == PracticeResult.Sorting;
}
