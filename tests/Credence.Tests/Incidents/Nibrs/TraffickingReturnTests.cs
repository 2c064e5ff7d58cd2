using Credence.Incidents.Nibrs;
using Credence.Testing;

namespace Credence.Tests.Incidents.Nibrs;

public class TraffickingReturnTests
{
    [Fact]
    public void Each_connected_victim_is_an_offense_and_an_arrest_clears_them_all()
    {
        var lines = FlatFile.Incident();
        var totals = Of([.. lines[..3], lines[2].With(38, "002"), .. lines[3..]]);

        Assert.Equal(new TraffickingCount(2, 2, 0), totals.Total("A"));
        Assert.Equal(new TraffickingCount(0, 0, 0), totals.Total("B"));
    }

    [Fact]
    public void An_incident_of_both_codes_counts_in_both_lines()
    {
        var lines = FlatFile.Incident();
        var totals = Of([lines[0], lines[1], lines[1].With(38, "64BA"), lines[2].With(41, "64A64B"), lines[3], lines[4]]);

        Assert.Equal((1, 1), (totals.Total("A").Offenses, totals.Total("B").Offenses));
        Assert.Equal((1, 1, 2), (totals.Incidents, totals.IncidentsOfBoth, totals.Total().Offenses));
    }

    [Theory]
    [InlineData("17  ", "", 1)]
    [InlineData("18  ", "", 0)]
    [InlineData("17  ", "34  ", 0)]
    [InlineData("17  ", "00  ", 1)]
    [InlineData("00  ", "00  ", 0)]
    public void Only_juveniles_means_that_somebody_is_under_18_and_nobody_is_known_to_be_over(string first, string second, int juveniles)
    {
        var lines = FlatFile.Incident();
        var arrests = new[] { lines[4].With(71, first) }.Concat(second.Length == 0 ? [] : [lines[4].With(38, "02").With(71, second)]);

        Assert.Equal(juveniles, Of([.. lines[..4], .. arrests]).Total("A").ClearedJuvenile);
    }

    [Fact]
    public void A_clearance_counts_in_the_month_of_the_earliest_arrest_or_of_the_exceptional_clearance()
    {
        var lines = FlatFile.Incident();
        lines[0] = lines[0].With(38, "20310330");
        var arrested = Of([.. lines[..4], lines[4], lines[4].With(38, "02").With(52, "20310402")]);
        var exceptional = Of([lines[0].With(49, "D20310501"), .. lines[1..4]]);

        Assert.Equal([(203103, 1L, 0L), (203104, 0L, 1L)], arrested.Counts.Select(row => (row.Of.Month, row.Count.Offenses, row.Count.Cleared)));
        Assert.Equal([(203103, 1L, 0L), (203105, 0L, 1L)], exceptional.Counts.Select(row => (row.Of.Month, row.Count.Offenses, row.Count.Cleared)));
        Assert.Equal(1, exceptional.VictimDeclined);
    }

    [Fact]
    public void What_is_not_recorded_as_trafficking_is_in_no_figure()
    {
        var lines = FlatFile.Incident();
        var totals = Of([lines[0], lines[1].With(38, "40A"), lines[2].With(41, "40A"), lines[3], lines[4], FlatFile.Arrest()]);

        Assert.Equal((0, 0), (totals.Incidents, totals.Total().Offenses));
    }

    [Fact]
    public void An_offense_to_which_no_victim_is_connected_is_told()
    {
        var lines = FlatFile.Incident();
        var totals = Of([lines[0], lines[1], lines[2].With(41, "   "), lines[3]]);

        Assert.Equal((1, 1, 0), (totals.Incidents, totals.WithoutVictim, totals.Total().Offenses));
    }

    [Fact]
    public void A_real_month_has_one_incident_of_two_victims()
    {
        var path = SharedData.File("nibrs/honolulu-2019-05.txt");
        Assert.SkipWhen(path is null, SharedData.Missing);
        var totals = new TraffickingReturn();
        using var stream = File.OpenRead(path!);
        var reports = new NibrsReports(new NibrsReader(stream, NibrsEdition.Shipped));
        while (reports.TryRead(out var report)) totals.Add(report);

        Assert.Equal((1, new TraffickingCount(2, 0, 0)), (totals.Incidents, totals.Total("A")));
    }

    private static TraffickingReturn Of(IEnumerable<string> lines)
    {
        var totals = new TraffickingReturn();
        foreach (var report in FlatFile.Reports(lines)) totals.Add(report);
        return totals;
    }
}
