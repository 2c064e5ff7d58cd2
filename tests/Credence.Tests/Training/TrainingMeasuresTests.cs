using Credence.Statistics;
using Credence.Training;

namespace Credence.Tests.Training;

public class TrainingMeasuresTests
{
    private static readonly DateOnly Day = new(2031, 1, 1);

    private static readonly List<Guid> Unit = [.. Enumerable.Range(1, 12).Select(number => new Guid(number, 0, 0, new byte[8]))];

    [Fact]
    public void Coverage_counts_who_played_within_six_months_of_all_who_should()
    {
        PracticeResult[] results = [new(Unit[0], "traffic-stop", Day, 3, 4), new(Unit[1], "traffic-stop", Day.AddMonths(-7), 3, 4), new(Unit[2], PracticeResult.Sorting, Day, 9, 12)];

        Assert.Equal(new Proportion(1, 12), TrainingMeasures.Of(Unit, results, Day).Coverage);
        Assert.Equal(new Proportion(0, 12), TrainingMeasures.Of(Unit, results, Day.AddMonths(6).AddDays(1)).Coverage);
    }

    [Fact]
    public void Fewer_than_ten_persons_make_no_figure()
    {
        var measures = TrainingMeasures.Of([.. Unit.Take(9)], Unit.SelectMany(Trained), Day.AddYears(1));

        Assert.Null(measures.Coverage);
        Assert.Null(measures.BeforeAfter);
        Assert.Null(measures.AtSixMonths);
    }

    [Fact]
    public void Before_and_after_and_six_months_later_are_of_the_same_persons_with_their_denominators()
    {
        var measures = TrainingMeasures.Of(Unit, Unit.SelectMany(Trained), Day.AddYears(1));

        Assert.Equal((12, new Proportion(72, 144), new Proportion(120, 144)), (measures.BeforeAfter!.Persons, measures.BeforeAfter.First, measures.BeforeAfter.Second));
        Assert.Equal((12, new Proportion(120, 144), new Proportion(108, 144)), (measures.AtSixMonths!.Persons, measures.AtSixMonths.First, measures.AtSixMonths.Second));
    }

    [Fact]
    public void What_is_left_at_six_months_is_a_difference_person_by_person_with_an_interval_over_persons()
    {
        // Half lose one report of twelve, half three: two on average, with a deviation over persons of 1.0445 reports.
        var results = Unit.SelectMany((person, place) => Trained(person).SkipLast(1).Append(new(person, PracticeResult.Sorting, Day.AddMonths(7), place % 2 == 0 ? 9 : 7, 12)));

        var difference = TrainingMeasures.Of(Unit, results, Day.AddYears(1)).AtSixMonths!.Difference;

        Assert.Equal(-2 / 12.0, difference.Value, 12);
        // Student's t of 11 degrees at 0.975 is 2.20099.
        Assert.Equal((-2 / 12.0) - (2.20099 * 1.04447 / 12 / Math.Sqrt(12)), difference.Interval.Low, 5);
    }

    [Fact]
    public void Somebody_who_left_or_never_sorted_before_is_in_no_comparison()
    {
        var results = Unit.SelectMany(person => Trained(person).Skip(person == Unit[0] ? 1 : 0)).Append(new(Guid.Empty, "traffic-stop", Day, 1, 1));

        Assert.Equal(11, TrainingMeasures.Of(Unit, results, Day.AddYears(1)).BeforeAfter!.Persons);
    }

    private static PracticeResult[] Trained(Guid person) =>
    [
        new(person, PracticeResult.Sorting, Day, 6, 12), new(person, "traffic-stop", Day.AddDays(1), 3, 4), new(person, PracticeResult.Sorting, Day.AddDays(2), 10, 12),
        new(person, PracticeResult.Sorting, Day.AddMonths(3), 11, 12), new(person, PracticeResult.Sorting, Day.AddMonths(7), 9, 12),
    ];
}
