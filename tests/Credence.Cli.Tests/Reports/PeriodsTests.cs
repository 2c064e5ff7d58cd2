using Credence.Cli.Reports.Plots;

namespace Credence.Cli.Tests.Reports;

public class PeriodsTests
{
    [Fact]
    public void Few_months_are_months_and_one_without_rows_is_there_too()
    {
        var time = Periods.Of(Months((2031, 1, 2), (2031, 3, 1)));

        Assert.Equal("month", time.UnitWord);
        Assert.Equal(["2031-01 2", "2031-02 0", "2031-03 1"], time.All.Select(Say));
    }

    [Fact]
    public void Several_years_are_quarters()
    {
        var time = Periods.Of(Months((2027, 12, 1), (2031, 2, 2), (2031, 3, 3)));

        Assert.Equal("quarter", time.UnitWord);
        Assert.Equal(("2027 Q4 1", "2031 Q1 5", 14), (Say(time.All[0]), Say(time.All[^1]), time.All.Count));
    }

    [Fact]
    public void Many_years_are_years()
    {
        var time = Periods.Of(Months((2001, 1, 1), (2031, 2, 2)));

        Assert.Equal("year", time.UnitWord);
        Assert.Equal(31, time.All.Count);
    }

    [Fact]
    public void A_date_far_off_does_not_stretch_the_plot_and_what_is_not_drawn_is_counted()
    {
        var time = Periods.Of(Months([(1900, 1, 9), (1901, 1, 9), .. Enumerable.Range(1990, 40).Select(year => (year, 5, 1))]));

        Assert.Equal(36, time.All.Count);
        Assert.Equal(("1994 1", "2029 1", 6), (Say(time.All[0]), Say(time.All[^1]), time.LeftOut));
    }

    [Fact]
    public void No_date_is_no_period() => Assert.Empty(Periods.Of(new Dictionary<int, long[]>()).All);

    private static string Say(Period period) => $"{period.Label} {period.Levels[3]}";

    private static Dictionary<int, long[]> Months(params (int Year, int Month, long Strong)[] months) =>
        months.ToDictionary(month => (month.Year * 12) + month.Month - 1, month => new[] { 0, 0, 0, month.Strong });
}
