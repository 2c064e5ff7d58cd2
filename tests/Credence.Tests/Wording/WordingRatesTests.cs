using Credence.Incidents;
using Credence.Testing;
using Credence.Wording;

namespace Credence.Tests.Wording;

public class WordingRatesTests
{
    private static readonly WordingChecker Checker = WordingChecker.From(Cast.Packs);

    [Fact]
    public void Reports_that_suggest_trafficking_are_compared_with_others_of_the_same_unit()
    {
        var tally = new WordingTally();
        Add(tally, 30, "patrol", "Victim claims he hit her.", isIndicated: true);
        Add(tally, 20, "patrol", "The victim said that he hit her.", isIndicated: true);
        Add(tally, 15, "PATROL", "Victim claims the bicycle was blue.", isIndicated: false);
        Add(tally, 85, "patrol", "The victim said that the bicycle was blue.", isIndicated: false);

        var unit = Assert.Single(tally.Rates());
        var disbelief = unit.Rates.Single(rate => rate.Kind == WordingKind.Disbelief).Figures!;
        Assert.Equal((50, 100), (unit.Indicated, unit.Others));
        Assert.Equal((30, 15), (disbelief.Reports.First.Count, disbelief.Reports.Second.Count));
        Assert.Equal(.45, disbelief.Reports.Difference().Value, 12);
        // 30 flags in 30 x 5 + 20 x 7 words; 15 in 15 x 6 + 85 x 8.
        Assert.Equal(30_000.0 / 290, disbelief.IndicatedPerThousand.Value, 9);
        Assert.Equal(15_000.0 / 770, disbelief.OthersPerThousand.Value, 9);
        Assert.True(disbelief.PerThousandDifference.Interval.Low > 0);
        Assert.Equal(disbelief.Reports, unit.Rates.Single(rate => rate.Kind is null).Figures!.Reports);
    }

    [Theory]
    [InlineData(9, 41)]
    [InlineData(1, 49)]
    [InlineData(41, 9)]
    public void A_count_that_could_point_at_a_report_is_not_told(int flagged, int others)
    {
        var tally = new WordingTally();
        Add(tally, flagged, "patrol", "Victim claims he hit her.", isIndicated: true);
        Add(tally, others, "patrol", "The victim said that he hit her.", isIndicated: true);
        Add(tally, 50, "patrol", "The bicycle was blue.", isIndicated: false);

        var rates = Assert.Single(tally.Rates()).Rates;
        Assert.Null(rates.Single(rate => rate.Kind == WordingKind.Disbelief).Figures);
        Assert.Null(rates.Single(rate => rate.Kind is null).Figures);
        Assert.Equal(0, rates.Single(rate => rate.Kind == WordingKind.Blame).Figures!.Reports.First.Count);
    }

    [Fact]
    public void A_unit_with_few_reports_is_not_compared_and_its_sizes_are_not_told()
    {
        var tally = new WordingTally();
        Add(tally, 9, "vice", "Victim claims he hit her.", isIndicated: true);
        Add(tally, 50, "vice", "The bicycle was blue.", isIndicated: false);

        var unit = Assert.Single(tally.Rates());
        Assert.Empty(unit.Rates);
        Assert.Equal((null, 50), (unit.Indicated, unit.Others));
    }

    [Fact]
    public void What_could_not_be_read_is_in_no_rate()
    {
        var tally = new WordingTally();
        Add(tally, 20, "patrol", "", isIndicated: true);

        Assert.Empty(tally.Rates());
    }

    private static void Add(WordingTally tally, int times, string unit, string text, bool isIndicated)
    {
        var incident = new Incident(new IncidentNumber("1"), new Narrative(text)) { IdentifiedBy = unit };
        for (var i = 0; i < times; i++)
        {
            tally.Add(incident, Checker.Check(incident.Narrative), isIndicated);
        }
    }
}
