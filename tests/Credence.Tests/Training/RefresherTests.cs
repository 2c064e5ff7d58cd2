using Credence.Training;

namespace Credence.Tests.Training;

public class RefresherTests
{
    private static readonly DateOnly Day = new(2031, 1, 31);

    private static readonly Guid Officer = new(1, 0, 0, new byte[8]);

    private static readonly string[] Scenarios = ["denies-everything", "farm-housing", "traffic-stop"];

    [Fact]
    public void A_scenario_is_proposed_a_month_before_it_is_due_again_and_for_that_day()
    {
        PracticeResult[] done = [new(Officer, "denies-everything", Day, 3, 3)];

        Assert.Empty(Propose(done, Day.AddMonths(6).AddDays(-31)));
        Assert.Equal(new Refresher(Officer, "farm-housing", new(2031, 7, 31), new(2031, 7, 31)), Assert.Single(Propose(done, Day.AddMonths(6).AddDays(-30))));
    }

    [Fact]
    public void Whoever_is_late_has_two_weeks_from_today()
    {
        var late = Day.AddYears(2);

        Assert.Equal(new Refresher(Officer, "farm-housing", new(2031, 7, 31), late.AddDays(14)), Assert.Single(Propose([new(Officer, "denies-everything", Day, 3, 3)], late)));
    }

    [Fact]
    public void When_all_were_played_the_one_that_is_longest_ago_comes_again()
    {
        PracticeResult[] done = [new(Officer, "denies-everything", Day, 3, 3), new(Officer, "farm-housing", Day.AddDays(-9), 3, 3), new(Officer, "traffic-stop", Day.AddDays(-5), 3, 3), new(Officer, "farm-housing", Day.AddDays(-1), 0, 3)];

        Assert.Equal("traffic-stop", Assert.Single(Propose(done, Day.AddMonths(6))).What);
    }

    [Fact]
    public void Sorting_is_proposed_after_six_months_and_not_before_because_what_is_left_is_measured_by_it()
    {
        PracticeResult[] done = [new(Officer, PracticeResult.Sorting, Day, 9, 12)];

        Assert.Empty(Propose(done, Day.AddMonths(6).AddDays(-1)));
        Assert.Equal(PracticeResult.Sorting, Assert.Single(Propose(done, Day.AddMonths(6))).What);
    }

    [Fact]
    public void Nothing_is_proposed_that_is_asked_for_already_or_to_somebody_who_left_or_never_practiced()
    {
        PracticeResult[] done = [new(Officer, "traffic-stop", Day, 3, 3), new(Officer, PracticeResult.Sorting, Day, 9, 12)];

        Assert.Empty(Propose(done, Day.AddYears(1), (Officer, "farm-housing"), (Officer, PracticeResult.Sorting)));
        Assert.Equal([PracticeResult.Sorting], Propose(done, Day.AddYears(1), (Officer, "farm-housing")).Select(one => one.What));
        Assert.Empty(Refresher.Propose([], done, Scenarios, [], Day.AddYears(1)));
        Assert.Empty(Propose([], Day));
    }

    private static IReadOnlyList<Refresher> Propose(PracticeResult[] done, DateOnly on, params (Guid, string)[] open) => Refresher.Propose([Officer], done, Scenarios, open, on);
}
