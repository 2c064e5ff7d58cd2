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
    public void Before_and_after_and_six_months_later_are_of_the_same_persons_in_shares_of_five_points()
    {
        var measures = TrainingMeasures.Of(Unit, Unit.SelectMany(Trained), Day.AddYears(1));

        // Of 12 reports 6, then 10, then 9.
        Assert.Equal((10, 0.5, 0.85), (measures.BeforeAfter!.Persons, measures.BeforeAfter.First, measures.BeforeAfter.Second));
        Assert.Equal((10, 0.85, 0.75), (measures.AtSixMonths!.Persons, measures.AtSixMonths.First, measures.AtSixMonths.Second));
    }

    [Fact]
    public void What_is_left_at_six_months_is_a_difference_person_by_person_with_an_interval_over_persons()
    {
        // Half lose one report of twelve, half three: two on average, with a deviation over ten persons of 1.0541 reports.
        var results = Unit.SelectMany((person, place) => Trained(person).SkipLast(1).Append(new(person, PracticeResult.Sorting, Day.AddMonths(7), place % 2 == 0 ? 9 : 7, 12)));

        var difference = TrainingMeasures.Of(Unit, results, Day.AddYears(1)).AtSixMonths!.Difference;

        // -16.7 points, to five -15; Student's t of 9 degrees at 0.975 is 2.26216, so -22.9 to -10.4, to the wider side -25 to -10.
        Assert.Equal((-0.15, -0.25, -0.10), (Math.Round(difference.Value, 12), Math.Round(difference.Interval.Low, 12), Math.Round(difference.Interval.High, 12)));
    }

    [Fact]
    public void One_more_person_changes_no_figure_and_five_more_do()
    {
        List<Guid> more = [.. Enumerable.Range(1, 15).Select(number => new Guid(number, 1, 0, new byte[8]))];
        // Those who come later sort nothing right the second time.
        IEnumerable<PracticeResult> Of(int count) => more.Take(count).SelectMany((person, place) => place < 10 ? Trained(person)
            : [new(person, PracticeResult.Sorting, Day, 6, 12), new(person, "traffic-stop", Day.AddDays(1), 3, 4), new(person, PracticeResult.Sorting, Day.AddDays(3), 0, 12)]);
        SortingChange After(int count) => TrainingMeasures.Of(more, Of(count), Day.AddYears(1)).BeforeAfter!;

        Assert.Equal(After(10), After(11));
        Assert.Equal(After(10), After(14));
        Assert.Equal((15, 0.55), (After(15).Persons, Math.Round(After(15).Second, 12)));
    }

    [Fact]
    public void Somebody_who_left_or_never_sorted_before_is_in_no_comparison()
    {
        List<Guid> ten = [.. Unit.Take(10)];

        Assert.NotNull(TrainingMeasures.Of(ten, ten.SelectMany(Trained), Day.AddYears(1)).BeforeAfter);
        Assert.Null(TrainingMeasures.Of(ten, ten.SelectMany(person => Trained(person).Skip(person == ten[0] ? 1 : 0)), Day.AddYears(1)).BeforeAfter);
        Assert.Null(TrainingMeasures.Of([.. ten.Take(9)], ten.SelectMany(Trained), Day.AddYears(1)).BeforeAfter);
    }

    private static PracticeResult[] Trained(Guid person) =>
    [
        new(person, PracticeResult.Sorting, Day, 6, 12), new(person, "traffic-stop", Day.AddDays(1), 3, 4), new(person, PracticeResult.Sorting, Day.AddDays(2), 10, 12),
        new(person, PracticeResult.Sorting, Day.AddMonths(3), 11, 12), new(person, PracticeResult.Sorting, Day.AddMonths(7), 9, 12),
    ];
}
