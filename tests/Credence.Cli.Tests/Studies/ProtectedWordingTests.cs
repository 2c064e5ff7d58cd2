using Credence.Cli.Studies;
using Credence.Incidents;
using Credence.Statistics;
using Credence.Testing;
using Credence.Wording;

namespace Credence.Cli.Tests.Studies;

public sealed class ProtectedWordingTests
{
    private const int K = 10;

    private static readonly WordingChecker Checker = WordingChecker.From(Cast.Packs);

    [Fact]
    public void A_small_count_is_withheld_with_the_other_share_of_its_unit_and_other_units_are_told()
    {
        var told = Of(("patrol", 3, 60, 30, 90), ("vice", 30, 70, 25, 75), ("detective", 20, 60, 15, 85));

        var disbelief = told.ToDictionary(unit => unit.Unit.IdentifiedBy!, unit => unit.Rates.Single(rate => rate.Kind == WordingKind.Disbelief).Figures);
        Assert.Null(disbelief["patrol"]);
        Assert.Equal(new Contrast(new Proportion(30, 100), new Proportion(25, 100)), disbelief["vice"]!.Reports);
        Assert.Equal(new Contrast(new Proportion(20, 80), new Proportion(15, 100)), disbelief["detective"]!.Reports);
    }

    [Fact]
    public void What_is_large_is_all_told_and_a_unit_of_few_reports_is_not_compared()
    {
        var told = Of(("patrol", 30, 60, 30, 90), ("vice", 30, 70, 25, 75), ("detective", 1, 4, 15, 85));

        Assert.Equal(["patrol", "vice"], told.Select(unit => unit.Unit.IdentifiedBy));
        Assert.All(told, unit => Assert.Equal(new Proportion(30, unit.Unit.IdentifiedBy == "patrol" ? 90 : 100), unit.Rates[0].Figures!.Reports.First));
        Assert.All(told, unit => Assert.All(unit.Rates, rate => Assert.NotNull(rate.Figures)));
    }

    private static IReadOnlyList<WordingRates> Of(params (string Unit, int Flagged, int Plain, int OthersFlagged, int OthersPlain)[] units)
    {
        var tally = new WordingTally();
        foreach (var (unit, flagged, plain, othersFlagged, othersPlain) in units)
        {
            Add(tally, flagged, unit, "Victim claims he hit her.", isIndicated: true);
            Add(tally, plain, unit, "The victim said that he hit her.", isIndicated: true);
            Add(tally, othersFlagged, unit, "Victim claims the bicycle was blue.", isIndicated: false);
            Add(tally, othersPlain, unit, "The victim said that the bicycle was blue.", isIndicated: false);
        }

        return ProtectedWording.Of(tally.Rates(least: 0), K, TestContext.Current.CancellationToken);
    }

    private static void Add(WordingTally tally, int reports, string unit, string text, bool isIndicated)
    {
        var incident = new Incident(new IncidentNumber("2031-1"), new Narrative(text)) { IdentifiedBy = unit };
        for (var i = 0; i < reports; i++) tally.Add(incident, Checker.Check(incident.Narrative), isIndicated);
    }
}
