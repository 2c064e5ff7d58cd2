using Credence.Classification;
using Credence.Testing;
using Credence.Training;

namespace Credence.Tests.Classification;

public class ToldCasebookFinderTests
{
    private static readonly MisclassificationFinder Finder = MisclassificationFinder.From(Cast.Packs);

    private static readonly Lazy<List<(ToldIncident Told, HashSet<CodeDoubt> Found)>> Read = new(() => [.. Cast.Told.Incidents.Select(told =>
        (told, told.Reports.Select(report => Finder.Find(report, Cast.Screener.Screen(report))).OfType<DoubtfulCode>().SelectMany(found => found.Kinds).ToHashSet()))]);

    [Fact]
    public void Every_person_under_18_arrested_for_selling_sex_is_found() => All(Misclassification.MinorArrested, 40, CodeDoubt.MinorArrested);

    [Fact]
    public void Every_40A_with_nobody_as_victim_is_found() => All(Misclassification.NoVictim, 100, CodeDoubt.SoldWithoutVictim);

    [Fact]
    public void Every_trafficking_code_that_nothing_supports_is_found() => All(Misclassification.FalseLabel, 20, CodeDoubt.CodeWithoutSupport);

    private static void All(Misclassification planted, int least, CodeDoubt kind)
    {
        var wrong = Read.Value.Where(one => one.Told.Truth.Misclassified.Contains(planted)).ToList();

        Assert.True(wrong.Count >= least, $"Only {wrong.Count} are planted.");
        Habits.Faults.None(wrong.Where(one => !one.Found.Contains(kind)).Select(one => $"{one.Told.Number} {one.Told.Truth.Story}"));
    }
}
